import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/core/json.ts'
import type { Event } from '../../../src/model/event.ts'
import type { Catalogue } from '../../emulator/catalogue/types.ts'
import { startGms } from '../../emulator/gms/gms.ts'
import { catalogueOf, closeNights, datasetUrn, JOB, type Names, type Night, Nights, tables } from './nights.ts'

let nights: Nights
afterEach(() => nights.close())
afterAll(closeNights)

const BEFORE: Names = { sales: tables(10), hr: tables(6) }
const INCREMENTAL = { request: { incremental: true } }
const LEDGER = 'urn:li:dataJob:(urn:li:dataFlow:(datahub,nightly,prod),glue_fingerprints)'

/** The catalogue with other columns in one table. */
const withColumns = (table: string, columns: readonly JsonObject[], catalogue = catalogueOf(BEFORE)): Catalogue =>
  catalogue.map(({ database, tables: all }) => ({
    database,
    tables: Array.from(all).map((it) =>
      `${database.Name}.${it.Name}` === table ? { ...it, StorageDescriptor: { Columns: columns } } : it
    )
  }))

const ID = { Name: 'id', Type: 'bigint' }

describe('an incremental run', () => {
  it('sends nothing of what is as it was', async () => {
    nights = await Nights.start()
    const first = await nights.run(BEFORE, INCREMENTAL)
    expect(first).toMatchObject({ status: 'success', counts: { unchanged: 0 }, changes: null })
    const accepted = nights.gms.accepted()
    const second = await nights.run(BEFORE, INCREMENTAL)
    expect(second.counts).toMatchObject({
      written: 0,
      unchanged: first.counts.written,
      produced: first.counts.produced
    })
    expect(second.changes).toEqual({ new: 0, changed: 0, breaking: 0, unread: 0, tables: [] })
    // State and ledger, each with the status of its data job.
    expect(nights.gms.accepted() - accepted).toBe(4)
  })

  it('sends what has changed, and tells how', async () => {
    nights = await Nights.start()
    await nights.run(
      withColumns('hr.t00', [ID, { Name: 'a', Type: 'string' }, { Name: 'b', Type: 'struct<x:int,y:string>' }]),
      INCREMENTAL
    )
    const changed = withColumns(
      'hr.t00',
      [
        { Name: 'id', Type: 'string' },
        { Name: 'b', Type: 'struct<x:int,z:int>' }
      ],
      [...withColumns('sales.t01', [ID, { Name: 'new', Type: 'int' }]), ...catalogueOf({ more: ['first'] })]
    )
    const report = await nights.run(changed, INCREMENTAL)
    expect(report.changes).toEqual({
      new: 1,
      changed: 2,
      breaking: 1,
      unread: 0,
      tables: [
        {
          urn: datasetUrn('hr.t00'),
          kind: 'changed',
          added: ['b.z'],
          removed: ['a', 'b.y'],
          retyped: [
            { column: 'id', from: 'bigint', to: 'string' },
            { column: 'b', from: 'struct<x:int,y:string>', to: 'struct<x:int,z:int>' }
          ]
        },
        { urn: datasetUrn('more.first'), kind: 'new', added: [], removed: [], retyped: [] },
        { urn: datasetUrn('sales.t01'), kind: 'changed', added: ['new'], removed: [], retyped: [] }
      ]
    })
    expect(report.counts.unchanged).toBeGreaterThan(report.counts.written)
    expect(await nights.run(changed, INCREMENTAL)).toMatchObject({ counts: { written: 0 }, changes: { changed: 0 } })
  })

  it('tells what has changed without it, when there is stateful ingestion', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const report = await nights.run(withColumns('hr.t00', [ID, { Name: 'a', Type: 'string' }]))
    expect(report).toMatchObject({ counts: { unchanged: 0 }, changes: { new: 0, changed: 1, breaking: 0 } })
  })

  it('tells it where the state has a server of its own, which is the same', async () => {
    nights = await Nights.start()
    const night = { recipe: { datahub_api: { server: nights.gms.url } } }
    await nights.run(BEFORE, night)
    expect(await nights.run(BEFORE, night)).toMatchObject({ changes: { new: 0, changed: 0 } })
  })

  it('sends everything every 24th time, and when the recipe is another', async () => {
    nights = await Nights.start()
    await nights.run({ a: ['t'] }, INCREMENTAL)
    const basis = configOf(nights).basis ?? null
    const { stateOf = null } = configOf(nights)
    await nights.leave(LEDGER, { ...ledgerOf(nights), config: JSON.stringify({ basis, runs: 22, stateOf }) })
    expect((await nights.run({ a: ['t'] }, INCREMENTAL)).counts.written).toBe(0)
    expect(configOf(nights).runs).toBe(23)
    expect((await nights.run({ a: ['t'] }, INCREMENTAL)).counts.unchanged).toBe(0)
    expect(configOf(nights).runs).toBe(0)
    const other = await nights.run({ a: ['t'] }, { ...INCREMENTAL, config: { env: 'DEV' } })
    expect(other.counts.unchanged).toBe(0)
  })

  it('sends everything after a run that did not end', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE, INCREMENTAL)
    const stop = new AbortController()
    const onEvent = ({ type }: Event): void => (type === 'changed' ? stop.abort() : undefined)
    const half = await nights.run(withColumns('hr.t00', [ID, { Name: 'a', Type: 'string' }]), {
      ...INCREMENTAL,
      deps: { signal: stop.signal, onEvent }
    })
    expect(half.status).toBe('cancelled')
    expect(configOf(nights)).toEqual({ begun: true })
    const next = await nights.run(BEFORE, INCREMENTAL)
    expect(next.counts.unchanged).toBe(0)
    expect(nights.gms.store.read(datasetUrn('hr.t00'), 'schemaMetadata')).toMatchObject({
      fields: [{ nativeDataType: 'bigint' }]
    })
  })

  it('sends what comes back after a run that removed it and did not end', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE, INCREMENTAL)
    const stop = new AbortController()
    const onEvent = ({ type }: Event): void => (type === 'removed' ? stop.abort() : undefined)
    await nights.run({ ...BEFORE, sales: tables(9) }, { ...INCREMENTAL, deps: { signal: stop.signal, onEvent } })
    expect(nights.removed()).toEqual([datasetUrn('sales.t09')])
    await nights.run(BEFORE, INCREMENTAL)
    expect(nights.removed()).toEqual([])
  })

  it('finds nothing changed where only the moments of a transformer are others', async () => {
    nights = await Nights.start()
    const term_pattern = { rules: { '.*': ['urn:li:glossaryTerm:t'] } }
    const transformers = [
      { type: 'pattern_add_dataset_schema_terms', config: { term_pattern } },
      { type: 'simple_add_dataset_terms', config: { term_urns: ['urn:li:glossaryTerm:t'] } },
      { type: 'set_attribution', config: { attribution_source: 'urn:li:platformResource:x' } }
    ]
    const night = { ...INCREMENTAL, recipe: { transformers } }
    await nights.run(BEFORE, night)
    expect(await nights.run(BEFORE, night)).toMatchObject({ counts: { written: 0 }, changes: { changed: 0 } })
  })

  it.each([
    ['is not incremental and keeps no state', { stateful: { enabled: false } }],
    ['only has things queued', { stateful: { enabled: false }, sink: { mode: 'ASYNC' } }],
    ['is of another program', { isPeers: true }]
  ])('sends everything after a run that %s', async (_, { isPeers = false, sink, ...between }: Between) => {
    nights = await Nights.start()
    const stateful = between.stateful ?? {}
    await nights.run(BEFORE, { ...INCREMENTAL, stateful })
    const before = ledgerOf(nights)
    const other = withColumns('hr.t00', [ID, { Name: 'a', Type: 'string' }])
    await nights.run(other, { ...between, sink: { config: { server: nights.gms.url, ...sink } } })
    if (isPeers) {
      await nights.leave(LEDGER, before)
      await nights.leave(JOB, { ...ledgerOf(nights, JOB), runId: 'glue-of-the-peer' })
    }
    const next = await nights.run(BEFORE, { ...INCREMENTAL, stateful })
    expect(next).toMatchObject({ status: 'success', counts: { unchanged: 0 } })
    expect(nights.gms.store.read(datasetUrn('hr.t00'), 'schemaMetadata')).toMatchObject({
      fields: [{ nativeDataType: 'bigint' }]
    })
    expect(await nights.run(BEFORE, { ...INCREMENTAL, stateful })).toMatchObject({ counts: { written: 0 } })
  })

  it('sends everything after a run of another program that has the same run id', async () => {
    nights = await Nights.start()
    const night = { ...INCREMENTAL, recipe: { run_id: 'nightly-run' } }
    await nights.run(BEFORE, night)
    expect(await nights.run(BEFORE, night)).toMatchObject({ counts: { written: 0 } })
    const state = ledgerOf(nights, JOB)
    await nights.leave(JOB, { ...state, timestampMillis: Number(state.timestampMillis) + 1 })
    expect(await nights.run(BEFORE, night)).toMatchObject({ counts: { unchanged: 0 } })
  })

  it.each([
    ['a file', { type: 'file', config: { filename: 'state.json' } }],
    ['another DataHub', null]
  ])('is one of all nights that note the same, with the state in %s', async (_, provider) => {
    nights = await Nights.start()
    const other = await startGms({})
    const elsewhere = provider ?? { type: 'datahub', config: { datahub_api: { server: other.url } } }
    const stateful = { state_provider: elsewhere }
    try {
      await nights.run(BEFORE, { stateful })
      expect(await nights.run(BEFORE, { ...INCREMENTAL, stateful })).toMatchObject({ counts: { written: 0 } })
      const plain = await nights.run(withColumns('hr.t00', [ID, { Name: 'a', Type: 'string' }]), { stateful })
      expect(plain).toMatchObject({ counts: { unchanged: 0 }, changes: { new: 0, changed: 1 } })
      const next = await nights.run(BEFORE, { ...INCREMENTAL, stateful })
      expect(next).toMatchObject({ status: 'success', changes: { new: 0, changed: 1 } })
      expect(next.counts.unchanged).toBeGreaterThan(next.counts.written)
      expect(other.store.readTimeseries(LEDGER, 'datahubIngestionCheckpoint')).toEqual([])
    } finally {
      await other.close()
    }
  })

  it('notes it beside the state where the DataHub that is written to keeps none', async () => {
    nights = await Nights.start({ config: { statefulIngestionCapable: false } })
    const stateful = { state_provider: { type: 'file', config: { filename: 'state.json' } } }
    await nights.run(BEFORE, { stateful })
    const report = await nights.run(withColumns('hr.t00', [ID, { Name: 'a', Type: 'string' }]), { stateful })
    expect(report).toMatchObject({ status: 'success', changes: { new: 0, changed: 1 } })
  })

  it('notes what was written where it was written, wherever the state is', async () => {
    nights = await Nights.start()
    const night = {
      ...INCREMENTAL,
      stateful: { state_provider: { type: 'file', config: { filename: 'state.json' } } }
    }
    await nights.run(BEFORE, night)
    expect(await nights.run(BEFORE, night)).toMatchObject({ counts: { written: 0 } })
    nights.gms.store.clear()
    expect(await nights.run(BEFORE, night)).toMatchObject({ counts: { unchanged: 0 } })
  })

  it('goes on, and fails, when it cannot be noted that it writes', async () => {
    // The first run writes state and ledger, each after the status of its data job; the second one begins with a status.
    nights = await Nights.start({ faults: [{ match: '^ingestProposal$', nth: [5], status: 403 }] })
    await nights.run(BEFORE, INCREMENTAL)
    const report = await nights.run(withColumns('hr.t00', [ID, { Name: 'a', Type: 'string' }]), INCREMENTAL)
    expect(report).toMatchObject({ exitCode: 1, stopped: null, failures: [{ code: 'fingerprints-not-kept' }] })
    expect(report.counts.written).toBeGreaterThan(0)
    expect(configOf(nights)).toMatchObject({ runs: 1 })
  })

  it('sends again what DataHub refused', async () => {
    nights = await Nights.start({ poison: [{ urn: 'hr\\.t01', aspect: 'datasetProperties' }] })
    const first = await nights.run(BEFORE, INCREMENTAL)
    expect(first.counts.rejected).toBe(1)
    const second = await nights.run(BEFORE, INCREMENTAL)
    expect(second.counts).toMatchObject({ rejected: 1 })
    expect(second.counts.written).toBeGreaterThan(0)
    expect(second.counts.written).toBeLessThan(10)
  })

  it('works without stateful ingestion', async () => {
    nights = await Nights.start()
    const night = { ...INCREMENTAL, stateful: { enabled: false } }
    await nights.run(BEFORE, night)
    expect(await nights.run(BEFORE, night)).toMatchObject({ counts: { written: 0 }, removed: [] })
    expect(await nights.state()).toBeNull()
  })

  it('changes nothing in a dry run', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE, INCREMENTAL)
    const accepted = nights.gms.accepted()
    const report = await nights.run(withColumns('hr.t00', [ID, { Name: 'a', Type: 'int' }]), {
      request: { incremental: true, dryRun: true }
    })
    expect(report).toMatchObject({ changes: { changed: 1 }, status: 'success' })
    expect(nights.gms.accepted()).toBe(accepted)
  })

  it.each([
    ['pipeline_name', () => ({ recipe: { pipeline_name: null } })],
    ['datahub-rest', () => ({ sink: { type: 'console', config: {} } })],
    ['SYNC', () => ({ sink: { config: { server: nights.gms.url, mode: 'ASYNC' } } })]
  ])('is refused without %s', async (word, change) => {
    nights = await Nights.start()
    const report = await nights.run(BEFORE, { ...INCREMENTAL, stateful: { enabled: false }, ...change() })
    expect(report).toMatchObject({ exitCode: 2, stopped: { code: 'incremental-not-possible' } })
    expect(report.stopped?.message).toContain(word)
  })
})

/** A night between two others. */
interface Between extends Omit<Night, 'sink'> {
  readonly isPeers?: boolean
  readonly sink?: JsonObject
}

const ledgerOf = ({ gms }: Nights, job = LEDGER): JsonObject =>
  gms.store.readTimeseries(job, 'datahubIngestionCheckpoint')[0] as JsonObject

const configOf = (all: Nights): JsonObject => JSON.parse(ledgerOf(all).config as string) as JsonObject
