import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { formatDiagnostic } from '../../../src/core/diagnostic.ts'
import { parseDagFile } from '../../../src/dag/file/parse.ts'
import { fc } from '../../properties.ts'
import { runs } from '../../runs.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'testdata', 'dag')
const texts = ['good', 'bad'].flatMap((kind) =>
  readdirSync(join(FOLDER, kind)).map((file) =>
    readFileSync(join(FOLDER, kind, file), 'utf8').replace(/^# expect.*\n/gm, '')
  )
)

const SLIPS = [...Array.from(' :-\'"#[]{},&*!|>%@`\t\n?$_0aA~=.'), '\n  ', '{{', '}}', ': ', '- ', '', '']
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

it('never throws, and tells one line a problem at a place that is there, whatever happened to a DAG file', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), slips, (text, changes) => {
      const changed = damaged(text, changes)
      const parsed = parseDagFile({ file: 'd.yml', text: changed })
      const lines = changed.split(/\r?\n/).length
      for (const told of parsed.ok ? parsed.value.diagnostics : parsed.error) {
        expect(formatDiagnostic(told)).toMatch(/^d\.yml:\d+:\d+ (?:error|warning|notice) [a-z-]+: [^\n]+$/)
        expect(told.line).toBeLessThanOrEqual(lines)
      }
      const errors = parsed.ok ? 1 : parsed.error.filter(({ severity }) => severity === 'error').length
      expect(errors).toBeGreaterThan(0)
    }),
    { numRuns: runs(400, 1_500) }
  )
})
