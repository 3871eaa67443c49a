import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Json } from '../../src/core/json.ts'
import type { Counts, RunReport } from '../../src/model/report.ts'
import { Secret } from '../../src/model/secret.ts'
import { closeShared, ingest, type Scene, startScene, TEMPLATE } from '../app/rig.ts'
import { plainCatalogue } from '../emulator/catalogue/plain.ts'
import type { GmsServer } from '../emulator/gms/gms.ts'
import { SEED } from '../seed.ts'
import { FAULT_CASES, type FaultCase } from './cases.ts'

/*
 * Runs with something going wrong, held against a run where nothing does: what is stored is right, what is lost is told
 * and kept, and the counts add up. SEED draws other requests to go wrong.
 */

const CATALOGUE = plainCatalogue({ tables: 400, columns: 6, databases: 3 })
// More tries than by default: by chance a request may be hit again and again.
const RECIPE = `${TEMPLATE.trimEnd().replace('extract_transforms', 'aws_retry_num: 12\n    extract_transforms')}
    max_per_batch: 40
    max_threads: 4
    retry_max_times: 12
`
/** The interfaces of GMS that a recipe may name. */
const ENDPOINTS = ['restli', 'openapi'] as const

const key = (urn: string, aspectName: string): string => `${urn} ${aspectName}`

/** What GMS holds, by urn and aspect. */
const storeOf = ({ store }: GmsServer): ReadonlyMap<string, Json | undefined> =>
  new Map(
    store.urns().flatMap((urn) => store.aspectsOf(urn).map((name) => [key(urn, name), store.read(urn, name)] as const))
  )

const accounted = ({ written, accepted, unchanged, rejected, undelivered }: Counts): number =>
  written + accepted + unchanged + rejected + undelivered

let right: ReadonlyMap<string, Json | undefined>
/** What is sent when nothing goes wrong, with what GMS keeps by time. */
let sent: ReadonlySet<string>
let scene: Scene
const rows: string[] = []

async function run(
  fault: Pick<FaultCase, 'gms' | 'aws' | 'catalogue'>,
  endpoint: (typeof ENDPOINTS)[number]
): Promise<RunReport> {
  const files = { 'recipes/glue.yml': `${RECIPE}    endpoint: ${endpoint}\n` }
  const catalogue = fault.catalogue === undefined ? CATALOGUE : fault.catalogue(CATALOGUE)
  scene = await startScene(files, { catalogue, seed: SEED, gms: { seed: SEED, ...fault.gms }, aws: fault.aws ?? {} })
  const token = fault.gms?.token
  const request = token === undefined ? {} : { gmsUrl: scene.gms.url, gmsToken: new Secret(token) }
  const { reports } = await ingest(scene, { request })
  const [report] = reports
  if (report === undefined) throw new Error('there is no report')
  return report
}

function lettersOf({ deadLetters }: RunReport): readonly string[] {
  if (deadLetters === null) return []
  const letters: readonly { readonly entityUrn: string; readonly aspectName: string }[] = JSON.parse(
    readFileSync(join(scene.folder, deadLetters.path), 'utf8')
  )
  expect(letters).toHaveLength(deadLetters.count)
  return letters.map(({ entityUrn, aspectName }) => key(entityUrn, aspectName))
}

beforeAll(async () => {
  const { exitCode } = await run({}, 'restli')
  if (exitCode !== 0) throw new Error('a run without a fault fails')
  right = storeOf(scene.gms)
  sent = new Set(scene.gms.proposals.map(({ entityUrn, aspectName }) => key(entityUrn, aspectName)))
  await scene.close()
})
afterEach(() => scene.close())
afterAll(async () => {
  await closeShared()
  process.stdout.write(`\nseed ${SEED}\n${rows.join('\n')}\n`)
})

describe.each(ENDPOINTS)('a run that writes to %s survives', (endpoint) => {
  it.each(FAULT_CASES)('$fault', async (fault) => {
    const report = await run(fault, endpoint)
    const { counts, stopped } = report
    const letters = lettersOf(report)
    const stored = storeOf(scene.gms)
    rows.push(
      `${String(report.exitCode).padStart(2)}  ${String(stored.size).padStart(5)} stored  ${String(letters.length).padStart(4)} dead letters  ${endpoint}: ${fault.fault}`
    )

    expect([report.exitCode, stopped?.code]).toEqual([fault.exitCode, fault.stop])
    expect(accounted(counts)).toBe(counts.produced)
    expect(letters).toHaveLength(counts.rejected + counts.undelivered)
    // Nothing is stored that is not right, and nothing counts as written that is not there.
    for (const [name, value] of stored) expect([name, value]).toEqual([name, right.get(name)])
    const taken = scene.gms.accepted()
    expect(taken).toBeGreaterThanOrEqual(counts.written)
    // Whatever was made is stored or kept. An answer that was lost may stand for something that GMS has stored.
    expect(taken + letters.length).toBeGreaterThanOrEqual(counts.produced)
    expect(letters.filter((letter) => !sent.has(letter))).toEqual([])
    const missing = [...right.keys()].filter((name) => !stored.has(name))
    // A loss that is GMS's doing is kept; what could not be read is not there to be kept.
    const isKept = counts.rejected > 0 && stopped === null
    expect(missing.filter((name) => isKept && !letters.includes(name))).toEqual([])
    expect(missing.length === 0).toBe(fault.stored === 'all')
    expect(existsSync(join(scene.folder, '.datahub-glue'))).toBe(letters.length > 0)
    expect(report.failures.length > 0 || stopped !== null).toBe(fault.exitCode !== 0)
  })
})
