import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/core/json.ts'
import type { RunReport } from '../../../src/model/report.ts'
import { ASPECT, type Checkpoint, readCheckpoint } from '../../../src/state/checkpoint/checkpoint.ts'
import { closeNights, datasetUrn, JOB, type Names, type Night, Nights, tables } from './nights.ts'

let nights: Nights
afterEach(() => nights.close())
afterAll(closeNights)

const ALL: Names = { sales: ['Orders', ...tables(9)], hr: tables(6), ops: tables(4) }
const RAISED = { stateful: { fail_safe_threshold: 100 } }

const LACK =
  'User: x is not authorized to perform: glue:GetTable on resource: y because no identity-based policy allows it'
const NOT_ASKED = { faults: [{ match: '^Get(Table|Database) ', code: 'AccessDeniedException', message: LACK }] }
const THROTTLED = { faults: [{ match: '^Get(Table|Database) ', code: 'ThrottlingException' }] }

/** The data job that keeps a copy of the state while something is held. */
const COPY = JOB.replace(/\)$/u, '_held)')

const OVER = { exitCode: 1, removed: [], failures: [{ code: 'fail-safe-threshold' }] }

/** Nights that bring other urns for everything that there was. */
const CHANGES: readonly (readonly [string, Night, Names])[] = [
  ['instance', { config: { platform_instance: 'b' } }, ALL],
  ['environment', { config: { env: 'DEV' } }, ALL],
  ['case', { env: { DATAHUB_DATASET_URN_TO_LOWER: 'true' } }, { sales: ['A', 'B', 'C', 'D'], hr: ['E', 'F', 'G'] }]
]
const [[, OTHER]] = CHANGES as [(typeof CHANGES)[number]]

const namesIn = (report: RunReport): readonly string[] =>
  report.removed.flatMap((urn) => /glue,([^,]*),/u.exec(urn)?.[1] ?? []).sort()

/** hr without all but its first table, and with others that have come. */
const shrunk = (...others: readonly string[]): Names => ({ ...ALL, hr: ['t00', ...others] })
const NEW = Array.from({ length: 30 }, (_, index) => `new${index}`)

describe('what the threshold has held of all entities', () => {
  it.each(CHANGES)('stays for as many nights as there are, with another %s', async (_, changed, names) => {
    nights = await Nights.start()
    await nights.run(names)
    expect(await nights.state(COPY)).toBeNull()
    for (let night = 0; night < 3; night++) expect(await nights.run(names, changed)).toMatchObject(OVER)
    expect(nights.removed()).toEqual([])
    const before = (await nights.state())?.urns ?? []
    expect(await nights.state(COPY)).toEqual(await nights.state())
    const raised = await nights.run(names, { ...changed, ...RAISED })
    expect(raised).toMatchObject({ exitCode: 0, kept: [] })
    expect(raised.removed.length).toBeGreaterThan(0.75 * before.length)
    expect(await nights.state()).toMatchObject({ isHeld: [], uncounted: [] })
    expect(await nights.state(COPY)).toEqual(await nights.state())
    expect(await nights.run(names, changed)).toMatchObject({ status: 'success', removed: [] })
  })

  it('is let go when it is back, and what had come in its place goes', async () => {
    nights = await Nights.start()
    await nights.run(ALL)
    for (let night = 0; night < 2; night++) await nights.run(ALL, OTHER)
    expect(await nights.state()).toMatchObject({ isHeld: true })
    const back = await nights.run(ALL)
    expect(back).toMatchObject({ status: 'success', kept: [] })
    expect(namesIn(back)).toHaveLength(20)
    expect(namesIn(back).filter((name) => !name.startsWith('b.'))).toEqual([])
    expect(await nights.state()).toMatchObject({ isHeld: [], uncounted: [] })
    expect(await nights.run(ALL)).toMatchObject({ status: 'success', removed: [] })
  })

  it('stays however much the catalogue grows, and what comes and goes meanwhile is not forgotten', async () => {
    nights = await Nights.start()
    await nights.run(ALL)
    for (const count of [30, 60, 90]) {
      expect(await nights.run({ ops: [...tables(count), `only${count}`] })).toMatchObject(OVER)
    }
    const raised = await nights.run({ ops: tables(90) }, RAISED)
    expect(namesIn(raised)).toEqual([...urnless(ALL, 'sales', 'hr'), 'ops.only30', 'ops.only60', 'ops.only90'].sort())
  })

  it.each<[string, NonNullable<Night['aws']>]>([
    ['a list is refused', { glue: { deniedDatabases: ['sales'] } }],
    ['a list breaks off', { faults: [{ match: '^GetTables sales', code: 'InternalServiceException' }] }],
    ['databases cannot be listed', { faults: [{ match: '^GetDatabases', code: 'InternalServiceException' }] }],
    ['AWS cannot be asked', THROTTLED],
    ['AWS may not be asked', NOT_ASKED]
  ])('stays when %s in between, or at first', async (_, aws) => {
    nights = await Nights.start()
    await nights.run(ALL)
    for (const night of [{ aws }, {}, { aws }, {}]) {
      expect(await nights.run(ALL, { ...OTHER, ...night })).toMatchObject({ removed: [] })
    }
    expect(nights.removed()).toEqual([])
  })

  it('goes by one run with a higher threshold and the next one, where AWS may not be asked', async () => {
    nights = await Nights.start()
    await nights.run(ALL)
    const aws = NOT_ASKED
    const gone: Names = { ops: ['t00'] }
    for (let held = 0; held < 2; held++) expect(await nights.run(gone, { aws })).toMatchObject(OVER)
    expect(await nights.run(gone, { aws, ...RAISED })).toMatchObject({ exitCode: 0, removed: [] })
    const next = await nights.run(gone, { aws })
    expect(next).toMatchObject({ status: 'success', kept: [] })
    expect(namesIn(next)).toHaveLength(19)
  })
})

describe('what the threshold has held of a database', () => {
  const warned = (missing: string): object => ({
    exitCode: 0,
    warnings: [{ code: 'fail-safe-threshold-database', resources: [missing] }]
  })

  it('stays however much the database grows, and holds up no other one', async () => {
    nights = await Nights.start()
    await nights.run(ALL)
    expect(await nights.run(shrunk('n0'))).toMatchObject({ ...warned('hr (5 of 6)'), removed: [] })
    expect(await nights.state()).toMatchObject({ isHeld: ['hr'], uncounted: [datasetUrn('hr.n0')] })
    const third = await nights.run({ ...shrunk(...NEW), ops: tables(3) })
    expect(third).toMatchObject({ ...warned('hr (5 of 6)'), removed: [datasetUrn('ops.t03')] })
    expect(await nights.run(shrunk(...NEW))).toMatchObject({ ...warned('hr (5 of 6)'), removed: [] })
    const raised = await nights.run(shrunk(...NEW), RAISED)
    expect(namesIn(raised)).toEqual(['hr.n0', 'hr.t01', 'hr.t02', 'hr.t03', 'hr.t04', 'hr.t05'])
    expect(await nights.state()).toMatchObject({ isHeld: [], uncounted: [] })
  })

  it('is let go when enough of it is back', async () => {
    nights = await Nights.start()
    await nights.run(ALL)
    for (let night = 0; night < 2; night++) await nights.run(shrunk(...NEW))
    const back = await nights.run({ ...ALL, hr: [...tables(5), ...NEW] })
    expect(back).toMatchObject({ status: 'success', removed: [datasetUrn('hr.t05')] })
    expect(await nights.state()).toMatchObject({ isHeld: [], uncounted: [] })
  })

  it.each<[string, Names, Night]>([
    [
      'AWS cannot be asked about some of it',
      shrunk(...NEW),
      { aws: { faults: [{ match: 'GetTable hr.t0[123]', code: 'ThrottlingException' }] } }
    ],
    ['its list is refused', shrunk(...NEW), { aws: { glue: { deniedDatabases: ['hr'] } } }],
    ['it is empty', { ...ALL, hr: [] }, {}],
    ['it is gone', { sales: ALL.sales ?? [], ops: ALL.ops ?? [] }, {}]
  ])('stays when %s', async (_, names, night) => {
    nights = await Nights.start()
    await nights.run(ALL)
    await nights.run(shrunk())
    for (let again = 0; again < 2; again++) expect(await nights.run(names, night)).toMatchObject({ removed: [] })
    expect(await nights.run(shrunk(...NEW))).toMatchObject({ ...warned('hr (5 of 6)'), removed: [] })
    expect(nights.removed()).toEqual([])
  })

  it('is as much where AWS may not be asked and has to be missing twice', async () => {
    nights = await Nights.start()
    await nights.run(ALL)
    for (const others of [NEW, NEW.slice(1), NEW]) {
      const report = await nights.run(shrunk(...others), { aws: NOT_ASKED })
      expect(report).toMatchObject({ ...warned('hr (5 of 6)'), removed: [] })
    }
    await nights.run(shrunk(...NEW), { aws: NOT_ASKED, ...RAISED })
    expect(namesIn(await nights.run(shrunk(...NEW), { aws: NOT_ASKED }))).toHaveLength(5)
  })
})

describe('between this program and DataHub’s own CLI', () => {
  it('the other one counts by what there was before, too', async () => {
    nights = await Nights.start()
    await nights.run(ALL)
    const first = (await nights.state())?.urns
    for (let night = 0; night < 2; night++) await nights.run(ALL, OTHER)
    expect((await nights.state())?.urns).toEqual(first)
  })

  it.each([
    ['DataHub', {}],
    ['a file', { state_provider: { type: 'file', config: { filename: 'state.json' } } }]
  ])('what is held stays held, with the state in %s', async (_, stateful) => {
    nights = await Nights.start()
    const night = { ...OTHER, stateful }
    await nights.run(ALL, { stateful })
    await nights.run(ALL, night)
    const seen = (await stateOf(nights)).uncounted
    expect(await peersNight(nights, [...seen, ...NEW.map((name) => datasetUrn(`b.ops.${name}`))])).toBe('kept')
    const grown = { ...ALL, ops: [...(ALL.ops ?? []), ...NEW] }
    for (let again = 0; again < 2; again++) expect(await nights.run(grown, night)).toMatchObject(OVER)
    const raised = await nights.run(grown, { ...night, stateful: { ...stateful, fail_safe_threshold: 100 } })
    expect(namesIn(raised)).toHaveLength(20)
    // Nothing is held any more: what the CLI leaves is what there is.
    const now = (await stateOf(nights)).urns
    expect(await peersNight(nights, [...now, datasetUrn('b.ops.late')])).toBe('removed')
    const last = await nights.run(grown, night)
    expect(last).toMatchObject({ status: 'success', removed: [datasetUrn('b.ops.late')] })
  })

  it('what the other one has let go is held no more', async () => {
    nights = await Nights.start()
    await nights.run(ALL)
    await nights.run(ALL, OTHER)
    const seen = (await stateOf(nights)).uncounted
    expect(await peersNight(nights, seen, 100)).toBe('removed')
    const report = await nights.run({ ...ALL, ops: tables(3) }, OTHER)
    expect(report).toMatchObject({ status: 'success', kept: [] })
    expect(namesIn(report)).toEqual(['b.ops.t03'])
  })
})

/** Names of the tables of some databases. */
const urnless = (names: Names, ...databases: readonly string[]): readonly string[] =>
  databases.flatMap((database) => (names[database] ?? []).map((table) => `${database}.${table}`))

const FILE = 'state.json'

/** The last checkpoint, wherever it is. */
function aspectOf({ gms, folder }: Nights): JsonObject {
  const path = join(folder, FILE)
  if (!existsSync(path)) return gms.store.readTimeseries(JOB, ASPECT)[0] as JsonObject
  const [record] = JSON.parse(readFileSync(path, 'utf8')) as [{ readonly aspect: { readonly json: JsonObject } }]
  return record.aspect.json
}

const stateOf = (all: Nights): Promise<Checkpoint> => readCheckpoint(aspectOf(all))

/** A run of the peer that sees these, by its rule (stale_entity_removal_handler.py). A file it replaces as a whole. */
async function peersNight(all: Nights, seen: readonly string[], threshold = 75): Promise<'kept' | 'removed'> {
  const { urns } = await stateOf(all)
  const missing = urns.filter((urn) => !seen.includes(urn))
  const isKept = threshold < 100 && (missing.length / urns.length) * 100 > threshold
  const payload = JSON.stringify({ urns: isKept ? [...seen, ...missing] : seen })
  const state = { formatVersion: '1.0', serde: 'utf-8', payload }
  const aspect = { ...aspectOf(all), config: '', state, runId: 'of the peer' }
  const path = join(all.folder, FILE)
  if (existsSync(path)) {
    const entityUrn = JOB.replace('(datahub,', '(file,')
    const record = {
      entityType: 'dataJob',
      entityUrn,
      changeType: 'UPSERT',
      aspectName: ASPECT,
      aspect: { json: aspect }
    }
    writeFileSync(path, JSON.stringify([record]))
  } else await all.leave(JOB, aspect)
  return isKept ? 'kept' : 'removed'
}
