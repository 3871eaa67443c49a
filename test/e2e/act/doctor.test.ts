import { rmSync } from 'node:fs'
import { afterAll, afterEach, expect, it } from '@jest/globals'
import { cliSource, run as runOf, written } from '../../app/doctor/rig.ts'
import { plainCatalogue } from '../../emulator/catalogue/plain.ts'
import { type StandIns, startStandIns } from '../../emulator/stand-ins.ts'
import { runAct } from './act.ts'
import type { ActRun } from './events.ts'
import { makeRepository } from './repository.ts'

/* doctor.yml as GitHub would run it, on schedule and by hand, after ingestion has stopped. */

const catalogue = plainCatalogue({ tables: 12, columns: 2, databases: 2 })
const repository = makeRepository()
const folders = [repository]
let standIns: StandIns

afterEach(() => standIns.close())
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function look(event: string, payload: object, hours: number): Promise<ActRun> {
  const source = cliSource('glue')
  const holds = [
    written('db_000.table_000000', { hours, runId: 'glue-1', pipelineName: 'glue' }),
    source,
    ...runOf('glue-1', source.urn, hours, 'SUCCESS')
  ]
  standIns = await startStandIns({ catalogue, gms: { holds, token: 'gms-token-of-the-test' } })
  const {
    AWS_ROLE = '',
    AWS_DEFAULT_REGION = '',
    GMS_URL = '',
    GLUE_EXTRACT_TRANSFORMS: _,
    ...env
  } = standIns.environment
  const vars = { AWS_ROLE, AWS_DEFAULT_REGION, GMS_URL }
  const secrets = { DATAHUB_GMS_TOKEN: 'gms-token-of-the-test' }
  const run = await runAct({ repository, workflow: 'doctor.yml', event, payload, vars, secrets, env })
  folders.push(run.home)
  expect(standIns.gms.accepted()).toBe(0)
  return run
}

const schedule = { schedule: '43 9 * * *' }

it('alarms on schedule when the newest metadata is older than a day and some', async () => {
  const run = await look('schedule', schedule, 27)
  expect(run).toMatchObject({ exitCode: 1, jobResult: 'failure', outputs: { status: 'failure', failures: '1' } })
  expect(run.annotations.filter(({ level }) => level === 'error')).toMatchObject([{ title: 'glue-stale' }])
})

it('is content when it is not', async () => {
  const run = await look('schedule', schedule, 25)
  expect(run).toMatchObject({ exitCode: 0, jobResult: 'success', outputs: { status: 'success', failures: '0' } })
  expect(run.summary).toContain('✅ <b>Is anything ingesting Glue?</b>')
})

it('by hand alarms at the age that is given, and at none without', async () => {
  expect((await look('workflow_dispatch', { inputs: { 'max-age': '2h' } }, 3)).exitCode).toBe(1)
  await standIns.close()
  expect((await look('workflow_dispatch', { inputs: { 'max-age': '' } }, 27)).exitCode).toBe(0)
}, 120_000)
