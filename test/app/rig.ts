import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { app } from '../../src/app/app.ts'
import { type Clock, systemClock } from '../../src/core/clock.ts'
import type { Event } from '../../src/model/event.ts'
import type { RunReport } from '../../src/model/report.ts'
import type { AppDeps, IngestRequest } from '../../src/model/request.ts'
import { identityOptions, idTokenFrom } from '../aws/support.ts'
import { plainCatalogue } from '../emulator/catalogue/plain.ts'
import { startGms } from '../emulator/gms/gms.ts'
import { ROLE_ARN, type StandInOptions, type StandIns, startStandIns } from '../emulator/stand-ins.ts'

/** recipes/glue.yml of this repository. */
export const TEMPLATE = readFileSync(join(import.meta.dirname, '../../recipes/glue.yml'), 'utf8')

/** The template with its sink written otherwise. */
export const withSink = (sink: string): string => TEMPLATE.replace(/sink:[\s\S]*$/, `sink:\n${sink}\n`)

/** The machine's time, on which nobody waits. */
export const hastyClock: Clock = { ...systemClock, sleep: async () => {} }

/** The machine's time, on which nobody ever wakes up. */
export const endlessClock: Clock = {
  ...systemClock,
  sleep: (_ms, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
}

/** GitHub, AWS, GMS and a checkout. */
export interface Scene extends StandIns {
  readonly folder: string
  textOf(file: string): string
  /** How many requests anyone was asked since it was started. */
  asked(): number
}

let shared: Promise<StandIns> | null = null

/** GitHub and AWS with a small catalogue, started once: new keys take time. */
function sharedStandIns(): Promise<StandIns> {
  shared ??= startStandIns({ catalogue: plainCatalogue({ tables: 40, columns: 3, databases: 4 }) })
  return shared
}

/** To be called when all scenes are over. */
export async function closeShared(): Promise<void> {
  await (await shared)?.close()
  shared = null
}

/**
 * A GMS of its own, beside a GitHub and an AWS that are shared unless `options` want others, and a folder of its own that
 * holds `files`.
 */
export async function startScene(
  files: Readonly<Record<string, string>> = { 'recipes/glue.yml': TEMPLATE },
  options: Partial<StandInOptions> = {}
): Promise<Scene> {
  const { gms: gmsOptions = {}, ...others } = options
  const isShared = Object.keys(others).length === 0
  const side = isShared ? await sharedStandIns() : await startStandIns({ catalogue: [], ...others })
  const gms = await startGms(gmsOptions)
  const asked = (): number => [side.oidc, side.aws, gms].reduce((sum, { requests }) => sum + requests.length, 0)
  const before = asked()
  const folder = mkdtempSync(join(tmpdir(), 'app-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return {
    ...side,
    gms,
    environment: { ...side.environment, GMS_URL: gms.url },
    folder,
    textOf: (file) => readFileSync(join(folder, file), 'utf8'),
    asked: () => asked() - before,
    close: async () => {
      await gms.close()
      if (!isShared) await side.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** What an ingestion gave and said. */
export interface Ingested {
  readonly reports: readonly RunReport[]
  readonly events: readonly Event[]
  readonly log: readonly string[]
  readonly masked: readonly string[]
  readonly printed: string
}

export interface Changes {
  readonly request?: Partial<IngestRequest>
  readonly deps?: Partial<AppDeps>
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Runs the use case as an action would on a runner with OIDC: every recipe of the scene, unless `changes` say otherwise. */
export async function ingest(scene: Scene, changes: Changes = {}): Promise<Ingested> {
  const events: Event[] = []
  const log: string[] = []
  const masked: string[] = []
  const printed: string[] = []
  const note = (message: string): void => void log.push(message)
  const request: IngestRequest = {
    recipes: ['recipes'],
    envFile: null,
    identity: identityOptions({ roleToAssume: ROLE_ARN, region: 'eu-west-1' }),
    gmsUrl: null,
    gmsToken: null,
    dryRun: false,
    failOn: 'failure',
    rateLimit: null,
    columnStatistics: false,
    incremental: false,
    history: false,
    logLevel: 'info',
    outDir: '.datahub-glue',
    ...changes.request
  }
  const reports = await app.ingest(request, {
    env: { ...scene.environment, ...changes.env },
    cwd: scene.folder,
    clock: hastyClock,
    logger: { debug: note, info: note, notice: note, warning: note, error: note },
    mask: (secret) => masked.push(secret),
    onEvent: (event) => events.push(event),
    idToken: idTokenFrom(scene.oidc),
    github: null,
    signal: new AbortController().signal,
    stdout: (text) => printed.push(text),
    ...changes.deps
  })
  return { reports, events, log, masked, printed: printed.join('') }
}
