import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { type Diagnostic, formatDiagnostic } from '../../src/core/diagnostic.ts'
import { type CorpusFile, corpus, ENVIRONMENT } from '../parity/validate/corpus.ts'
import { agrees } from '../parity/validate/disagreements.ts'
import { ourFindings } from '../parity/validate/verdict.ts'

/*
 * What the peer's configuration classes said of whole recipes, good and bad (test/parity/validate/run.ts, which asks them
 * again): the name of a file, whether it is accepted, and what its text was when they were asked.
 */

const RECORDED: readonly (readonly [file: string, accepted: boolean, hash: string])[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'corpus.json'), 'utf8')
)
const files = new Map<string, CorpusFile>(
  corpus(join(import.meta.dirname, '..', '..'), 60).map((each) => [each.file, each] as const)
)
let found: ReadonlyMap<string, readonly Diagnostic[]>

beforeAll(async () => {
  found = await ourFindings([...files.values()])
})

it('is large, and of both kinds', () => {
  expect(RECORDED.length).toBeGreaterThan(400)
  const accepted = RECORDED.filter(([, isAccepted]) => isAccepted).length
  expect(Math.min(accepted, RECORDED.length - accepted)).toBeGreaterThan(100)
})

describe('the verdict is the peer’s, but for reasons that are listed', () => {
  it.each(RECORDED)('%s (%s)', (file, accepted, hash) => {
    const text = files.get(file)?.text ?? ''
    expect(createHash('sha256').update(text).digest('hex').slice(0, 12)).toBe(hash)
    const told = found.get(file) ?? []
    const lines = told.filter(({ severity }) => severity === 'error').map(formatDiagnostic)
    expect({ agrees: agrees(told, text, accepted), lines }).toEqual({ agrees: true, lines })
  })
})

it('never tells a secret', () => {
  const lines = [...found.values()].flat().map(formatDiagnostic)
  expect(lines.filter((line) => line.includes(ENVIRONMENT.TOKEN ?? ''))).toEqual([])
})
