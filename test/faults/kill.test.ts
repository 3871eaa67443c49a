import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Json } from '../../src/core/json.ts'
import { plainCatalogue } from '../emulator/catalogue/plain.ts'
import { type GmsServer, startGms } from '../emulator/gms/gms.ts'
import { seededRandom } from '../emulator/random.ts'
import { type StandIns, startStandIns } from '../emulator/stand-ins.ts'
import { SEED } from '../seed.ts'

/*
 * A run whose process is killed at random moments, and run again: DataHub then holds what it holds after a run that nobody
 * disturbed. DATAHUB_GLUE_MAIN names what is run; by default the bundle.
 */

const MAIN = process.env.DATAHUB_GLUE_MAIN ?? join(process.cwd(), 'dist', 'index.js')
const KILLS = 20
const STATEFUL_KILLS = 12
const random = seededRandom(SEED)

let standIns: StandIns
let folder = ''
beforeAll(async () => {
  standIns = await startStandIns({
    catalogue: plainCatalogue({ tables: 600, columns: 6, databases: 3, viewEvery: 20 })
  })
  folder = mkdtempSync(join(tmpdir(), 'killed-'))
})
afterAll(async () => {
  await standIns.close()
  rmSync(folder, { recursive: true, force: true })
})

/**
 * Runs the recipe against this GMS; `killAfter` milliseconds later it is killed. `stateful`: what plays AWS for a run that
 * removes what is gone, sends what has changed, and is shown in DataHub's ingestion tab. @returns its exit status
 */
async function run(gms: GmsServer, killAfter: number | null, stateful: StandIns | null = null): Promise<number | null> {
  const config = {
    aws_region: 'eu-west-1',
    extract_transforms: false,
    ...(stateful === null ? {} : { stateful_ingestion: { enabled: true } })
  }
  writeFileSync(
    join(folder, 'recipe.json'),
    JSON.stringify({
      pipeline_name: 'nightly',
      source: { type: 'glue', config },
      sink: { type: 'datahub-rest', config: { server: gms.url, max_per_batch: 40, max_threads: 4 } }
    })
  )
  const { AWS_ENDPOINT_URL = '' } = (stateful ?? standIns).environment
  const options = stateful === null ? ['--no-default-report'] : ['--incremental']
  const child = spawn(process.execPath, [MAIN, 'ingest', '-c', 'recipe.json', '--no-progress', ...options], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_ENDPOINT_URL },
    stdio: 'ignore'
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  if (killAfter !== null) {
    await Promise.race([wait(killAfter), ended])
    child.kill('SIGKILL')
  }
  return ended
}

/** Runs are entities of their own, and a state tells when it was written. */
const isOfRuns = (urn: string): boolean => urn.startsWith('urn:li:dataHub') || urn.includes('dataFlow:(datahub,')

/** What GMS holds of the catalogue, without the moments of the run. */
function storeOf({ store }: GmsServer): ReadonlyMap<string, Json> {
  const entries = store
    .urns()
    .filter((urn) => !isOfRuns(urn))
    .flatMap((urn) =>
      store.aspectsOf(urn).map((name): [string, Json] => [`${urn} ${name}`, timeless(store.read(urn, name) ?? null)])
    )
  return new Map(entries)
}

/** The lineage of views and their queries say when they were found. */
const timeless = (value: Json): Json =>
  JSON.parse(JSON.stringify(value), (name, member: unknown) => (name === 'time' ? 0 : member)) as Json

describe('a run that is killed', () => {
  it(`${KILLS} times, each time at another moment, is made good by the next one (seed ${SEED})`, async () => {
    const whole = await startGms()
    const begun = performance.now()
    expect(await run(whole, null)).toBe(0)
    const length = performance.now() - begun
    const right = storeOf(whole)
    await whole.close()
    expect(right.size).toBeGreaterThan(4_000)
    const moments: number[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const gms = await startGms()
      await run(gms, random.next() * length)
      moments.push(gms.accepted())
      for (const [name, value] of storeOf(gms)) expect([name, value]).toEqual([name, right.get(name)])
      expect(await run(gms, null)).toBe(0)
      expect(storeOf(gms)).toEqual(right)
      await gms.close()
    }
    process.stdout.write(`killed when GMS had taken ${moments.join(', ')} proposals (seed ${SEED})\n`)
  })

  it(`${STATEFUL_KILLS} times while it removes and sends what has changed, is made good too (seed ${SEED})`, async () => {
    const all = plainCatalogue({ tables: 300, columns: 3, databases: 3 })
    const left = all.map(({ database, tables }) => ({
      database,
      tables: Array.from(tables)
        .filter(({ Name }) => !Name.endsWith('7'))
        .map((it) => (it.Name.endsWith('3') ? { ...it, Description: 'another' } : it))
    }))
    const [before, after] = [await startStandIns({ catalogue: all }), await startStandIns({ catalogue: left })]
    const whole = await startGms()
    expect(await run(whole, null, before)).toBe(0)
    const full = storeOf(whole)
    const begun = performance.now()
    expect(await run(whole, null, after)).toBe(0)
    const length = performance.now() - begun
    const right = storeOf(whole)
    expect([...right].filter(([name, value]) => isRemoval(name, value))).toHaveLength(30)
    for (let kill = 0; kill < STATEFUL_KILLS; kill++) {
      const gms = await startGms()
      expect(await run(gms, null, before)).toBe(0)
      await run(gms, random.next() * length, after)
      for (const [name, value] of storeOf(gms)) expect([full.get(name), right.get(name)]).toContainEqual(value)
      // What was done by then is undone by a catalogue that is as it was; what was not is done.
      const isBack = kill % 2 === 1
      expect(await run(gms, null, isBack ? before : after)).toBe(0)
      expect(storeOf(gms)).toEqual(isBack ? full : right)
      await gms.close()
    }
    await Promise.all([whole.close(), before.close(), after.close()])
  })
})

const isRemoval = (name: string, value: Json): boolean =>
  name.endsWith(' status') && JSON.stringify(value) === '{"removed":true}'
