import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { formatDiagnostic } from '../../src/core/diagnostic.ts'
import { parseRecipe } from '../../src/recipe/parse.ts'
import { fc } from '../properties.ts'
import { runs } from '../runs.ts'

const FOLDER = join(import.meta.dirname, '..', 'testdata', 'recipes')
const texts = readdirSync(FOLDER).map((file) => readFileSync(join(FOLDER, file), 'utf8').replace(/^# expect.*\n/gm, ''))

/** A recipe full of secrets, from variables and written down. */
const SECRETIVE = `source:
  type: glue
  config:
    aws_region: '\${REGION}'
    aws_access_key_id: AKIAEXAMPLE
    aws_secret_access_key: '\${KEY}'
    aws_session_token: sEcReT-written-down-1
    aws_proxy: {https: 'http://user:\${PASSWORD}@proxy:3128'}
sink:
  type: datahub-rest
  config:
    server: '\${GMS_URL}'
    token: sEcReT-written-down-2
    timeout_sec: '\${TOKEN}'
    extra_headers:
      Authorization: 'Bearer \${TOKEN}'
      X-Api-Key: "sEcReT-written-down-3"
`
const ENV = {
  REGION: 'eu-central-1',
  KEY: 'sEcReT-of-aws',
  PASSWORD: 'sEcReT-of-proxy',
  TOKEN: 'sEcReT-of-gms',
  GMS_URL: 'http://sEcReT-user:sEcReT-password@gms'
}

const SLIPS = [...Array.from(' :-\'"#[]{},&*!|>%@`\t\n?$_0aA~=\\'), '\n  ', '${', '}', ': ', '- ', '', '', '']

/** Slips of the keyboard: some characters at some places replaced by others. */
const slips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.constantFrom(...SLIPS)), {
  minLength: 1,
  maxLength: 4
})

function damaged(text: string, changes: readonly (readonly [number, number, string])[]): string {
  return changes.reduce((changed, [place, gone, put]) => {
    const at = place % (changed.length + 1)
    return changed.slice(0, at) + put + changed.slice(at + gone)
  }, text)
}

function told(text: string, mode: 'ingest' | 'validate'): string {
  const defaults = { gmsUrl: 'http://gms', gmsToken: 'sEcReT-of-inputs' }
  const parsed = parseRecipe({ file: 'r.yml', text, env: ENV, mode, defaults })
  return (parsed.ok ? parsed.value.diagnostics : parsed.error).map(formatDiagnostic).join('\n')
}

const mode = fc.constantFrom('ingest', 'validate')

it('never throws, and tells one line a problem, whatever happened to a recipe', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), slips, mode, (text, changes, how) => {
      const lines = told(damaged(text, changes), how).split('\n')
      expect(
        lines.every((line) => line === '' || /^r\.yml:\d+:\d+ (?:error|warning|notice) [a-z-]+: ./.test(line))
      ).toBe(true)
    }),
    { numRuns: runs(250, 1_000) }
  )
})

it('never tells a secret, whatever happened to a recipe', () => {
  fc.assert(
    fc.property(slips, mode, (changes, how) => {
      expect(told(damaged(SECRETIVE, changes), how)).not.toContain('sEcReT')
    }),
    { numRuns: runs(350, 1_500) }
  )
})
