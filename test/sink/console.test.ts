import { describe, expect, it } from '@jest/globals'
import { ConsoleSink } from '../../src/sink/console.ts'
import { manualClock } from '../emulator/clock.ts'
import { countsOf, deliver, Pages, STAMP, unitOf, urnOf } from './support.ts'

describe('ConsoleSink', () => {
  it('prints one JSON object a line', async () => {
    const printed: string[] = []
    const sink = new ConsoleSink((text) => printed.push(text), STAMP, manualClock())
    const units = [unitOf('a', { description: 'one\ntwo' }), unitOf('b'), unitOf('c')]
    const { events, outcomes } = await deliver(sink, new Pages(units, 2))
    const text = printed.join('')
    expect(text.endsWith('}\n')).toBe(true)
    const lines = text.trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      entityType: 'dataset',
      entityUrn: urnOf('a'),
      changeType: 'UPSERT',
      aspectName: 'datasetProperties',
      aspect: { json: { description: 'one\ntwo' } },
      systemMetadata: {
        lastObserved: manualClock().now(),
        runId: STAMP.run.runId,
        lastRunId: 'no-run-id-provided',
        pipelineName: 'nightly'
      }
    })
    expect(outcomes.map(({ unit, kind }) => [unit, kind])).toEqual(units.map((unit) => [unit, 'written']))
    expect(countsOf(events)).toEqual({ produced: 3, written: 3 })
  })
})
