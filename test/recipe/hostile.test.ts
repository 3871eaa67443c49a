import { expect, it } from '@jest/globals'
import { parseRecipe } from '../../src/recipe/parse.ts'

/* Texts that are no recipe, as large as one may be: none may hold a check up. */

const SIZE = 1_000_000
const [OPEN, VARIABLE] = ['$' + '{', '$' + '{ssm:']

it.each([
  ['one word', 'a'.repeat(SIZE)],
  ['dashes', '-'.repeat(SIZE)],
  ['a word for a secret, again and again', 'token'.repeat(SIZE / 5)],
  ['a word for a secret, and space', `token${' '.repeat(SIZE)}x`],
  ['braces that are not closed', `a: '${`x${OPEN}`.repeat(SIZE / 3)}'`],
  ['a reference that is not closed', `a: '${VARIABLE}${'a'.repeat(SIZE)}'`],
  ['more than may be', 'a'.repeat(3 * SIZE)]
])('%s is looked through in time', (_, text) => {
  const started = performance.now()
  const parsed = parseRecipe({
    file: 'r.yml',
    text,
    env: {},
    mode: 'validate',
    defaults: { gmsUrl: null, gmsToken: null }
  })
  expect(parsed.ok).toBe(false)
  expect(performance.now() - started).toBeLessThan(5_000)
})
