import { describe, expect, it } from '@jest/globals'
import { ConsoleSink } from '../../src/sink/console.ts'
import { manualClock } from '../emulator/clock.ts'
import { countsOf, deliver, Pages, STAMP, unitOf, unitsOf, urnOf } from './support.ts'

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

  it.each([
    [{ setSystemMetadata: false }, undefined],
    [{ setPipelineName: false }, { pipelineName: undefined, runId: STAMP.run.runId }]
  ])('says of the run what the recipe’s flags let it: %j', async (flags, systemMetadata) => {
    const printed: string[] = []
    const sink = new ConsoleSink((text) => printed.push(text), { ...STAMP, ...flags }, manualClock())
    await deliver(sink, new Pages(unitsOf(1)))
    const record: { systemMetadata?: object } = JSON.parse(printed.join(''))
    const { lastObserved: _now, lastRunId: _last, ...told } = { ...record.systemMetadata } as Record<string, unknown>
    expect(record.systemMetadata === undefined ? undefined : { pipelineName: undefined, ...told }).toEqual(
      systemMetadata
    )
  })
})
