import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/core/json.ts'
import type { RunReport } from '../../../src/model/report.ts'
import { catalogueOf, closeNights, datasetUrn, JOB, type Names, Nights, tables } from './nights.ts'

let nights: Nights
afterEach(() => nights.close())
afterAll(closeNights)

const BEFORE: Names = { sales: tables(10), hr: tables(6), tmp: tables(3) }
const without = (names: Names, database: string, ...gone: readonly string[]): Names => ({
  ...names,
  [database]: (names[database] ?? []).filter((name) => !gone.includes(name))
})

const lack = (action: string): string =>
  `User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: ${action} on resource: x because no identity-based policy allows it`

const refused = (match: string, message: string) => ({
  faults: [{ match, code: 'AccessDeniedException', message }]
})

const codesOf = (groups: RunReport['kept']): unknown =>
  Object.fromEntries(groups.map(({ code, count }) => [code, count]))

describe('stale removal', () => {
  it('removes the tables that are gone, and nothing else', async () => {
    nights = await Nights.start()
    const first = await nights.run(BEFORE)
    expect(first).toMatchObject({ status: 'success', removed: [], kept: [] })
    const second = await nights.run(without(BEFORE, 'sales', 't03', 't07'))
    const gone = ['sales.t03', 'sales.t07'].map(datasetUrn)
    expect(second).toMatchObject({ status: 'success', counts: { removed: 2, kept: 0 } })
    expect([...second.removed].sort()).toEqual(gone)
    expect(nights.removed()).toEqual(gone)
    const { written, produced } = second.counts
    expect(written).toBe(produced)
    expect((await nights.state())?.urns).not.toContain(gone[0])
    expect(await nights.run(without(BEFORE, 'sales', 't03', 't07'))).toMatchObject({ removed: [], kept: [] })
  })

  it('removes a database that is gone with its tables', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const report = await nights.run({ sales: tables(10), hr: tables(6) })
    expect(report.counts).toMatchObject({ removed: 4, kept: 0 })
    expect(nights.removed()).toHaveLength(4)
    expect(nights.removed()[0]).toMatch(/^urn:li:container:/)
  })

  it('brings back what comes back', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    await nights.run(without(BEFORE, 'sales', 't03'))
    await nights.run(BEFORE)
    expect(nights.removed()).toEqual([])
  })

  it('keeps everything of a database whose list is refused or breaks off', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const denied = await nights.run(without(BEFORE, 'hr', 't00'), { aws: { glue: { deniedDatabases: ['sales'] } } })
    expect(denied).toMatchObject({ exitCode: 1, removed: [datasetUrn('hr.t00')] })
    expect(codesOf(denied.kept)).toEqual({ 'kept-listing-denied': 10 })
    const broken = await nights.run(BEFORE, {
      aws: { faults: [{ match: '^GetTables sales', code: 'InternalServiceException' }] }
    })
    expect(codesOf(broken.kept)).toEqual({ 'kept-listing-incomplete': 10 })
    expect(nights.removed()).toEqual([])
    expect((await nights.state())?.urns).toContain(datasetUrn('sales.t05'))
  })

  it('asks AWS about each table, and keeps what is there or hidden', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const lakeFormation = 'Insufficient Lake Formation permission(s): Required Describe on t03'
    const report = await nights.run(without(BEFORE, 'sales', 't03', 't04'), {
      aws: refused('^GetTable sales.t03', lakeFormation)
    })
    expect(report.removed).toEqual([datasetUrn('sales.t04')])
    expect(codesOf(report.kept)).toEqual({ 'kept-hidden': 1 })
    expect(nights.removed()).toEqual([datasetUrn('sales.t04')])
  })

  it('takes two runs where it may not ask', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const aws = refused('^Get(Table|Database) ', lack('glue:GetTable'))
    const smaller = without({ sales: tables(10), hr: tables(6) }, 'sales', 't03')
    const second = await nights.run(smaller, { aws })
    expect(second).toMatchObject({ status: 'success', removed: [] })
    expect(codesOf(second.kept)).toEqual({ 'kept-missing-once': 5 })
    expect((await nights.state())?.missingOnce).toBe(5)
    const third = await nights.run(smaller, { aws })
    expect(third).toMatchObject({ status: 'success', counts: { removed: 5, kept: 0 } })
    expect(nights.removed()).toHaveLength(5)
  })

  it('forgets a first absence when it was none', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const aws = refused('^Get(Table|Database) ', lack('glue:GetTable'))
    await nights.run(without(BEFORE, 'sales', 't03'), { aws })
    await nights.run(BEFORE, { aws })
    const again = await nights.run(without(BEFORE, 'sales', 't03'), { aws })
    expect(again.removed).toEqual([])
  })

  it('empties a database in two runs', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const second = await nights.run({ ...BEFORE, tmp: [] })
    expect(codesOf(second.kept)).toEqual({ 'kept-database-emptied': 3 })
    expect(nights.removed()).toEqual([])
    const third = await nights.run({ ...BEFORE, tmp: [] })
    expect(third.counts.removed).toBe(3)
  })

  it('removes nothing beyond the fail-safe threshold, of all or of one database', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const all = await nights.run(
      { sales: tables(2), hr: tables(1), tmp: tables(1) },
      { stateful: { fail_safe_threshold: 60 } }
    )
    expect(all).toMatchObject({ exitCode: 1, removed: [], failures: [{ code: 'fail-safe-threshold' }] })
    expect(all.counts.kept).toBe(15)
    const one = await nights.run({ ...BEFORE, hr: tables(1), sales: tables(9) })
    expect(one).toMatchObject({ exitCode: 0, removed: [datasetUrn('sales.t09')] })
    expect(one.warnings).toMatchObject([{ code: 'fail-safe-threshold-database', resources: ['hr (5 of 6)'] }])
    const raised = await nights.run({ ...BEFORE, hr: tables(1) }, { stateful: { fail_safe_threshold: 100 } })
    expect(raised.counts.removed).toBe(5)
  })

  it('counts for a database what is its own, whatever else has its name', async () => {
    nights = await Nights.start()
    const config = { platform_instance: 'lake' }
    const names = { lake: tables(10), s: tables(20), p: tables(6), 'p.q': tables(6) }
    await nights.run(names, { config })
    const much = await nights.run({ ...names, lake: tables(1) }, { config })
    expect(much.removed).toEqual([])
    expect(much.warnings.map(({ code }) => code)).toContain('fail-safe-threshold-database')
    const few = await nights.run({ ...names, s: tables(19), 'p.q': tables(5) }, { config })
    expect([...few.removed].sort()).toEqual(['lake.p.q.t05', 'lake.s.t19'].map(datasetUrn))
    const denied = { config, aws: { glue: { deniedDatabases: ['lake'] } } }
    const one = await nights.run({ ...names, s: tables(18), 'p.q': tables(5) }, denied)
    expect(one.removed).toEqual([datasetUrn('lake.s.t18')])
  })

  it('removes nothing and keeps no state when something was lost', async () => {
    nights = await Nights.start({ poison: [{ urn: 'hr\\.t01', aspect: 'datasetProperties' }] })
    const first = await nights.run(BEFORE)
    expect(first.exitCode).toBe(1)
    expect(await nights.state()).toBeNull()
  })

  it('keeps everything when something is lost later', async () => {
    nights = await Nights.start({ poison: [{ urn: 'hr\\.new', aspect: 'datasetProperties' }] })
    await nights.run(BEFORE)
    const before = await nights.state()
    const report = await nights.run({ ...without(BEFORE, 'sales', 't03'), hr: [...tables(6), 'new'] })
    expect(report).toMatchObject({ exitCode: 1, removed: [], warnings: [{ code: 'stale-removal-skipped' }] })
    expect(await nights.state()).toEqual(before)
    const mended = await nights.run(without(BEFORE, 'sales', 't03'))
    expect(mended.removed).toEqual([datasetUrn('sales.t03')])
  })

  it('removes what the recipe no longer lets through', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const config = { database_pattern: { deny: ['tmp'] }, table_pattern: { deny: ['sales\\.t0[01]'] } }
    const report = await nights.run(BEFORE, { config })
    expect(report.counts).toMatchObject({ removed: 6, kept: 0 })
  })

  it('tells in a dry run what would go, and does nothing', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const before = await nights.state()
    const accepted = nights.gms.accepted()
    const report = await nights.run(without(BEFORE, 'sales', 't03'), { request: { dryRun: true } })
    expect(report).toMatchObject({ dryRun: true, removed: [datasetUrn('sales.t03')] })
    expect(nights.gms.accepted()).toBe(accepted)
    expect(await nights.state()).toEqual(before)
  })

  it('knows tables by urns in lower case', async () => {
    nights = await Nights.start()
    const night = { env: { DATAHUB_DATASET_URN_TO_LOWER: 'true' } }
    await nights.run({ sales: ['Orders', 'Lines', 'Dates', 'Items'] }, night)
    expect((await nights.state())?.urns).toContain(datasetUrn('sales.orders'))
    const report = await nights.run({ sales: ['Orders', 'Dates', 'Items'] }, night)
    expect(report).toMatchObject({ status: 'success', kept: [], removed: [datasetUrn('sales.lines')] })
  })

  it('never takes a tag away, which others may use', async () => {
    const gone = ['urn:li:tag:lonely', 'urn:li:glossaryTerm:Old', datasetUrn('sales.t03')]
    nights = await Nights.start()
    await nights.run(BEFORE)
    await leaveState(nights, [...gone, ...((await nights.state())?.urns ?? [])])
    const report = await nights.run(without(BEFORE, 'sales', 't03'))
    expect(report.removed).toEqual([datasetUrn('sales.t03')])
    expect(codesOf(report.kept)).toEqual({ 'kept-not-owned': 2 })
    expect((await nights.state())?.urns).not.toContain('urn:li:tag:lonely')
  })

  it.each([
    ['ASYNC', 'RESTLI'],
    ['ASYNC_BATCH', 'RESTLI'],
    ['ASYNC_BATCH', 'OPENAPI']
  ])('has removals and the state stored where all else is only queued: %s by %s', async (mode, endpoint) => {
    nights = await Nights.start({ keep: 'bodies' })
    const sink = { config: { server: nights.gms.url, mode, endpoint } }
    await nights.run(BEFORE, { sink })
    expect(isQueued(nights, datasetUrn('sales.t03'))).toBe(true)
    const second = await nights.run(without(BEFORE, 'sales', 't03'), { sink })
    expect(second).toMatchObject({ status: 'success', removed: [datasetUrn('sales.t03')], counts: { written: 1 } })
    expect(second.counts.accepted).toBe(second.counts.produced - 1)
    expect(['sales.t03', 'sales.t04'].map((name) => isQueued(nights, datasetUrn(name)))).toEqual([false, true])
    expect(isQueued(nights, JOB)).toBe(false)
    expect((await nights.state())?.urns).not.toContain(datasetUrn('sales.t03'))
    expect(await nights.run(without(BEFORE, 'sales', 't03'), { sink })).toMatchObject({ removed: [], kept: [] })
  })

  it('stops at a state of another catalogue', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const before = await nights.state()
    const report = await nights.run(without(BEFORE, 'sales', 't03'), { config: { aws_region: 'us-east-1' } })
    expect(report).toMatchObject({ exitCode: 1, removed: [], failures: [{ code: 'state-of-another-catalogue' }] })
    expect(await nights.state()).toEqual(before)
  })

  it('stops at a state that cannot be read', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    await leavePayload(nights, { formatVersion: '1.0', serde: 'base85', payload: 'x' })
    const report = await nights.run(without(BEFORE, 'sales', 't03'))
    expect(report).toMatchObject({ exitCode: 1, removed: [], failures: [{ code: 'state-not-read' }] })
    const anew = await nights.run(without(BEFORE, 'sales', 't03'), { stateful: { ignore_old_state: true } })
    expect(anew).toMatchObject({ status: 'success', removed: [] })
    expect((await nights.state())?.urns).toContain(datasetUrn('hr.t00'))
  })

  it('keeps its state in a file', async () => {
    nights = await Nights.start()
    const stateful = { state_provider: { type: 'file', config: { filename: 'state/glue.json' } } }
    await nights.run(BEFORE, { stateful })
    const report = await nights.run(without(BEFORE, 'sales', 't03'), { stateful })
    expect(report).toMatchObject({ failures: [], removed: [datasetUrn('sales.t03')] })
    expect(await nights.state()).toBeNull()
    expect(JSON.parse(readFileSync(join(nights.folder, 'state/glue.json'), 'utf8'))).toHaveLength(1)
  })

  it('writes removals into the file of a file sink', async () => {
    nights = await Nights.start()
    const stateful = { state_provider: { type: 'file', config: { filename: 'state.json' } } }
    const sink = { type: 'file', config: { filename: 'out.json' } }
    await nights.run(BEFORE, { stateful, sink })
    const report = await nights.run(without(BEFORE, 'sales', 't03'), { stateful, sink })
    expect(report).toMatchObject({ status: 'success', removed: [datasetUrn('sales.t03')] })
    const records = JSON.parse(readFileSync(join(nights.folder, 'out.json'), 'utf8'))
    expect(records).toContainEqual(
      expect.objectContaining({ entityUrn: datasetUrn('sales.t03'), aspect: { json: { removed: true } } })
    )
  })

  it('leaves state alone when it is told to', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE, { stateful: { ignore_new_state: true } })
    expect(await nights.state()).toBeNull()
    await nights.run(BEFORE, { stateful: { remove_stale_metadata: false } })
    expect(await nights.state()).toBeNull()
    expect(existsSync(join(nights.folder, 'state'))).toBe(false)
  })

  it('says when the state is too large', async () => {
    nights = await Nights.start()
    const report = await nights.run(BEFORE, { stateful: { max_checkpoint_state_size: 10 } })
    expect(report).toMatchObject({ exitCode: 1, failures: [{ code: 'state-too-large' }] })
  })

  it('knows jobs and their steps', async () => {
    nights = await Nights.start()
    const jobs = (...names: readonly string[]) => ({
      glue: {
        jobs: { jobs: names.map((Name) => ({ Name, Role: 'r' })), scripts: {}, graphs: new Map(), connections: {} }
      }
    })
    const config = { extract_transforms: true }
    const catalogue = catalogueOf(BEFORE)
    await nights.run(catalogue, { config, aws: jobs('load', 'export') })
    const report = await nights.run(catalogue, { config, aws: jobs('load') })
    expect([...report.removed].sort()).toEqual([
      'urn:li:dataFlow:(glue,export,PROD)',
      'urn:li:dataJob:(urn:li:dataFlow:(glue,export,PROD),export)'
    ])
    const broken = await nights.run(catalogue, {
      config,
      aws: { ...jobs(), faults: [{ match: '^GetJobs', code: 'InternalServiceException' }] }
    })
    expect(codesOf(broken.kept)).toEqual({ 'kept-jobs-incomplete': 2 })
    const off = await nights.run(catalogue, { aws: jobs('load') })
    expect(off.counts.removed).toBe(2)
  })
})

/** Whether GMS was asked only to queue what was written of an entity last. */
function isQueued({ gms }: Nights, urn: string): boolean {
  const last = gms.requests.findLast(({ body, target }) => isWrite(target) && body?.includes(urn) === true)
  return last?.target.includes('async=true') === true || last?.body?.includes('"async":"true"') === true
}

const isWrite = (target: string): boolean => /ingestProposal|entity\/\w+\?async=/u.test(target)

/** Puts a state into DataHub that lists these urns. */
const leaveState = (all: Nights, urns: readonly string[]): Promise<void> =>
  leavePayload(all, { formatVersion: '1.0', serde: 'utf-8', payload: JSON.stringify({ urns: [...new Set(urns)] }) })

const leavePayload = (all: Nights, state: JsonObject): Promise<void> =>
  all.leave(JOB, {
    partitionSpec: { partition: 'FULL_TABLE_SNAPSHOT', type: 'FULL_TABLE' },
    pipelineName: 'nightly',
    platformInstanceId: '',
    config: '',
    state,
    runId: 'r'
  })
