import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { formatDiagnostic } from '../../src/core/diagnostic.ts'
import { parseRecipe } from '../../src/recipe/parse.ts'

/*
 * Every file of testdata/recipes is a recipe that is named after what is wrong with it. Comments at its head say how it is
 * read and, a line each, everything that is told about it:
 *   # mode: validate · # set: NAME=value · # declared: NAME,… · # gms-url: … · # expect line:column severity code: …
 */

const FOLDER = join(import.meta.dirname, '..', 'testdata', 'recipes')
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yml'))

function head(text: string, word: string): string[] {
  return [...text.matchAll(new RegExp(`^# ${word}:? (.*)$`, 'gm'))].map(([, value = '']) => value)
}

function told(text: string): string[] {
  const [declared] = head(text, 'declared')
  const parsed = parseRecipe({
    file: 'r.yml',
    text,
    env: Object.fromEntries(head(text, 'set').map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)])),
    mode: head(text, 'mode')[0] === 'validate' ? 'validate' : 'ingest',
    ...(declared === undefined ? {} : { declared: declared.split(',') }),
    defaults: { gmsUrl: head(text, 'gms-url')[0] ?? null, gmsToken: null }
  })
  const lines = (parsed.ok ? parsed.value.diagnostics : parsed.error).map((d) =>
    formatDiagnostic(d).slice('r.yml:'.length)
  )
  return lines.length === 0 ? ['nothing'] : lines
}

describe('recipes', () => {
  it('are many', () => {
    expect(files.length).toBeGreaterThan(80)
  })

  it.each(files)('%s', (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8')
    expect(told(text)).toEqual(head(text, 'expect'))
  })
})
