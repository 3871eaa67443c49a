// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { formatDiagnostic } from '../../src/core/diagnostic.ts'
import { seededRandom } from '../emulator/random.ts'
import { mutated } from '../parity/validate/mutate.ts'
import { ourFindings } from '../parity/validate/verdict.ts'
import { fc } from '../properties.ts'

/*
 * Recipes and DAG files that something happened to. FUZZ_CASES says how many for each property (npm run test:fuzz:
 * 10,000); without it they are few.
 */

const CASES = Number(process.env.FUZZ_CASES ?? 250)
const AT_ONCE = 25
const HOW = { numRuns: Math.ceil(CASES / AT_ONCE) }

/** A recipe with a secret wherever there may be one, written down in every way of YAML. */
const SECRETIVE = `pipeline_name: lake
source:
  type: glue
  config:
    aws_region: eu-central-1
    aws_access_key_id: '\${KEY_ID}'
    aws_secret_access_key: sEcReT-of-aws
    aws_session_token: "sEcReT-of-a-session" # rotated
    aws_proxy:
      https: http://user:sEcReT-of-proxy@proxy:3128
    database_pattern: {allow: ['^sales_*', 'Sales'], ignoreCase: false}
    table_pattern:
      # datahub-glue-ignore: never-matches there will be
      allow: ['^orders$']
transformers:
  - type: simple_add_dataset_tags
    config: {tag_urns: ['urn:li:tag:a']}
datahub_api:
  server: http://gms:8080
  token: sEcReT-of-the-api
recording: {enabled: false, password: 'sEcReT-of-recordings'}
sink:
  type: datahub-rest
  config:
    server: http://gms.example.com:8080
    token: >-
      sEcReT-in-a-fold
    extra_headers:
      Authorization: Bearer sEcReT-of-a-header
      X-Api-Key: "sEcReT-of-another"
`

const FOLDERS = ['testdata/rules', 'testdata/dag/good', 'testdata/dag/bad', 'parity/validate/seeds']
const texts = FOLDERS.flatMap((folder) => {
  const path = join(import.meta.dirname, '..', folder)
  return readdirSync(path)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => readFileSync(join(path, name), 'utf8').replace(/^# expect .*\n/gm, ''))
})

const SLIPS = [
  ...Array.from(' :-\'"#[]{},&*!|>%@`\t\n\r?$_0aA~=.\\'),
  ...[
    '\n  ',
    '${',
    '}',
    '{{',
    ': ',
    '- ',
    '<<: ',
    '# datahub-glue-ignore: ',
    '\u0000',
    '\uFEFF',
    '\u2028',
    '\uD800',
    '',
    ''
  ]
]
const slips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 8 }), fc.constantFrom(...SLIPS)), { maxLength: 3 })

/** A text after changes to what it says, and then slips of the keyboard. */
const changed = (text: fc.Arbitrary<string>, keepsNames: boolean): fc.Arbitrary<string> =>
  fc.tuple(text, fc.option(fc.nat(), { nil: null }), slips).map(([original, seed, changes]) =>
    changes.reduce(
      (before, [place, gone, put]) => {
        const at = place % (before.length + 1)
        return before.slice(0, at) + put + before.slice(at + gone)
      },
      seed === null ? original : mutated(original, seededRandom(seed), keepsNames)
    )
  )

async function told(several: readonly string[]): Promise<readonly string[]> {
  const files = several.map((text, i) => ({ file: `r${i}.yml`, text }))
  return [...(await ourFindings(files)).values()].flat().map(formatDiagnostic)
}

const batches = (text: fc.Arbitrary<string>, keepsNames = false): fc.Arbitrary<string[]> =>
  fc.array(changed(text, keepsNames), { minLength: AT_ONCE, maxLength: AT_ONCE })

it('never breaks, and tells one line a problem, whatever happened to a file', async () => {
  await fc.assert(
    fc.asyncProperty(batches(fc.constantFrom(...texts, SECRETIVE)), async (several) => {
      for (const line of await told(several)) {
        expect(line).toMatch(/^recipes\/r\d+\.yml:\d+:\d+ (?:error|warning|notice) [a-z-]+: [^\n\r]+$/)
      }
    }),
    HOW
  )
})

it('never tells a secret that stands in a file, whatever happened to it', async () => {
  await fc.assert(
    fc.asyncProperty(batches(fc.constant(SECRETIVE), true), async (several) => {
      expect((await told(several)).filter((line) => line.includes('sEcReT'))).toEqual([])
    }),
    HOW
  )
})
