import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { app } from '../../src/app/app.ts'
import { AppError } from '../../src/core/errors.ts'
import type { AppDeps, RecipeInputs } from '../../src/model/request.ts'
import { ASPECT, checkpointUrn } from '../../src/state/checkpoint/checkpoint.ts'
import { LEDGER_JOB } from '../../src/state/fingerprints/ledger.ts'
import { appErrorOf, identityOptions } from '../aws/support.ts'
import { hastyClock } from './rig.ts'
import { closeNights, datasetUrn, type Names, Nights, tables } from './stateful/nights.ts'

let nights: Nights
afterEach(() => nights.close())
afterAll(closeNights)

const BEFORE: Names = { sales: tables(6), hr: tables(3) }
const AFTER: Names = { sales: tables(4), hr: tables(3) }
const RECIPE = 'recipes/glue.json'

const inputsOf = ({ gms }: Nights): RecipeInputs => ({
  envFile: null,
  identity: identityOptions({}),
  gmsUrl: gms.url,
  gmsToken: null
})

const depsOf = ({ folder }: Nights): AppDeps => {
  const quiet = (): void => undefined
  return {
    env: {},
    cwd: folder,
    clock: hastyClock,
    logger: { debug: quiet, info: quiet, notice: quiet, warning: quiet, error: quiet },
    mask: quiet,
    onEvent: quiet,
    idToken: null,
    github: null,
    signal: new AbortController().signal,
    stdout: quiet
  }
}

const SHOWN = { request: { history: true } }

describe('runs', () => {
  it('are listed with what became of them', async () => {
    nights = await Nights.start({ poison: [{ urn: 'sales\\.bad', aspect: 'datasetProperties' }] })
    const first = await nights.run(BEFORE, SHOWN)
    const second = await nights.run({ ...BEFORE, sales: [...tables(6), 'bad'] }, SHOWN)
    const { runs } = await app.runs({ ...inputsOf(nights), recipe: RECIPE, limit: 10 }, depsOf(nights))
    expect(runs).toHaveLength(1)
    expect(runs).toMatchObject([{ runId: second.runId, status: 'FAILURE', source: '[CLI] glue [nightly]' }])
    expect(first.status).toBe('success')
    const all = await app.runs({ ...inputsOf(nights), recipe: null, limit: 10 }, depsOf(nights))
    expect(all.runs).toEqual(runs)
  })

  it('of other recipes are left out', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE, SHOWN)
    await nights.run(BEFORE, { ...SHOWN, recipe: { pipeline_name: 'another' }, config: { env: 'DEV' } })
    const { runs } = await app.runs({ ...inputsOf(nights), recipe: RECIPE, limit: 10 }, depsOf(nights))
    expect(runs).toMatchObject([{ source: '[CLI] glue [another]', status: 'SUCCESS' }])
  })

  it('cannot be asked for without a server', async () => {
    nights = await Nights.start()
    const asked = () => app.runs({ ...inputsOf(nights), gmsUrl: null, recipe: null, limit: 1 }, depsOf(nights))
    expect(await appErrorOf(asked)).toMatchObject({ code: 'no-gms' })
    mkdirSync(join(nights.folder, 'recipes'), { recursive: true })
    writeFileSync(
      join(nights.folder, 'recipes/c.yml'),
      'source: {type: glue, config: {aws_region: x}}\nsink: {type: console}\n'
    )
    const other = () => app.runs({ ...inputsOf(nights), recipe: 'recipes/c.yml', limit: 1 }, depsOf(nights))
    expect(await appErrorOf(other)).toMatchObject({ code: 'needs-datahub' })
  })
})

describe('restore', () => {
  it.each(['datahub', 'report'] as const)('brings back what a run removed, by its %s', async (from) => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const run = await nights.run(AFTER)
    const gone = ['sales.t04', 'sales.t05'].map(datasetUrn)
    expect(nights.removed()).toEqual(gone)
    writeFileSync(join(nights.folder, 'report.json'), JSON.stringify({ recipes: [run] }))
    const request = {
      ...inputsOf(nights),
      runId: run.runId,
      recipe: RECIPE,
      report: from === 'report' ? 'report.json' : null
    }
    const dry = await app.restore({ ...request, dryRun: true }, depsOf(nights))
    expect([...dry.restored].sort()).toEqual(gone)
    expect(nights.removed()).toEqual(gone)
    const done = await app.restore({ ...request, dryRun: false }, depsOf(nights))
    expect(done).toMatchObject({ failed: [], forgotten: true, already: 0 })
    expect(nights.removed()).toEqual([])
    // It is no longer part of the state.
    expect(await nights.run(AFTER, { request: { incremental: true } })).toMatchObject({
      removed: [],
      counts: { unchanged: 0 }
    })
    expect(nights.removed()).toEqual([])
    const again = await app.restore({ ...request, report: 'report.json', dryRun: false }, depsOf(nights))
    expect(again).toMatchObject({ restored: [], already: 2 })
  })

  it.each([
    [true, SHOWN],
    [true, {}],
    [false, SHOWN]
  ])('asks for the report where the recipe hides datasets itself: %s', async (removed, shown) => {
    nights = await Nights.start()
    const transformers = [{ type: 'mark_dataset_status', config: { removed } }]
    const run = await nights.run(BEFORE, { ...shown, recipe: { transformers } })
    const request = { ...inputsOf(nights), runId: run.runId, recipe: 'request' in shown ? null : RECIPE, dryRun: true }
    const code = await app.restore({ ...request, report: null }, depsOf(nights)).then(
      ({ restored }) => restored.length,
      (error: unknown) => (error instanceof AppError ? error.code : error)
    )
    expect(code).toBe(removed ? 'needs-report' : 0)
    writeFileSync(join(nights.folder, 'report.json'), JSON.stringify({ recipes: [run] }))
    expect(await app.restore({ ...request, report: 'report.json' }, depsOf(nights))).toMatchObject({ restored: [] })
  })

  it('refuses the report of another run', async () => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    writeFileSync(join(nights.folder, 'report.json'), '{"recipes": []}')
    const request = { ...inputsOf(nights), runId: 'glue-x', recipe: null, dryRun: true }
    expect(await appErrorOf(() => app.restore({ ...request, report: 'report.json' }, depsOf(nights)))).toMatchObject({
      code: 'bad-report'
    })
    expect(await appErrorOf(() => app.restore({ ...request, report: 'none.json' }, depsOf(nights)))).toMatchObject({
      code: 'bad-report'
    })
    expect(existsSync(join(nights.folder, 'none.json'))).toBe(false)
  })
})

describe('rollback', () => {
  it('tells what it would do, does it, and has everything sent again', async () => {
    nights = await Nights.start()
    const night = { request: { incremental: true, history: true } }
    await nights.run(BEFORE, night)
    const run = await nights.run({ ...BEFORE, more: ['new'] }, night)
    const request = { ...inputsOf(nights), runId: run.runId, recipe: null }
    const dry = await app.rollback({ ...request, dryRun: true }, depsOf(nights))
    expect(dry).toMatchObject({ entities: 2, aspects: run.counts.written, unsafe: [] })
    expect(nights.gms.store.aspectsOf(datasetUrn('more.new'))).not.toEqual([])
    const done = await app.rollback({ ...request, dryRun: false }, depsOf(nights))
    expect(done).toMatchObject({ entities: 2, forgotten: true })
    expect(nights.gms.store.read(checkpointUrn('datahub', 'nightly', LEDGER_JOB), 'status')).toMatchObject({
      removed: true
    })
    expect(nights.gms.store.aspectsOf(datasetUrn('more.new'))).toEqual([])
    const next = await nights.run({ ...BEFORE, more: ['new'] }, night)
    expect(next.counts.unchanged).toBe(0)
    expect(nights.gms.store.aspectsOf(datasetUrn('more.new'))).not.toEqual([])
  })
  it.each([true, false])('refuses a run that DataHub does not know, as restore does; dry run: %s', async (dryRun) => {
    nights = await Nights.start()
    await nights.run(BEFORE)
    const before = [...nights.gms.store.writers()]
    const request = { ...inputsOf(nights), runId: 'nosuch', recipe: null, dryRun }
    for (const asked of [
      () => app.rollback(request, depsOf(nights)),
      () => app.restore({ ...request, report: null }, depsOf(nights))
    ]) {
      const error = await appErrorOf(asked)
      expect(error).toMatchObject({ kind: 'input', code: 'unknown-run' })
      expect(error.message).toContain("'nosuch'")
    }
    expect([...nights.gms.store.writers()]).toEqual(before)
  })

  it('makes nothing for a pipeline that has never noted what it sends', async () => {
    nights = await Nights.start()
    const run = await nights.run(BEFORE, { ...SHOWN, config: { stateful_ingestion: { enabled: false } } })
    const { store } = nights.gms
    const ledger = checkpointUrn('datahub', 'nightly', LEDGER_JOB)
    const request = { ...inputsOf(nights), runId: run.runId, recipe: RECIPE, dryRun: false }
    expect(await app.rollback(request, depsOf(nights))).toMatchObject({ forgotten: true })
    expect([store.readTimeseries(ledger, ASPECT), store.aspectsOf(ledger)]).toEqual([[], []])
  })
})
