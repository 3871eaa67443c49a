import { app } from '../../../src/app/app.ts'
import type { Check, Diagnosis } from '../../../src/model/doctor.ts'
import type { AppDeps, DoctorRequest } from '../../../src/model/request.ts'
import { sourceInfo, sourceUrn } from '../../../src/report/history/aspects.ts'
import { identityOptions, idTokenFrom } from '../../aws/support.ts'
import type { HeldAspect } from '../../emulator/gms/gms.ts'
import { ROLE_ARN } from '../../emulator/stand-ins.ts'
import { hastyClock, type Scene } from '../rig.ts'

export interface Changes {
  readonly request?: Partial<DoctorRequest>
  readonly deps?: Partial<AppDeps>
  readonly env?: Readonly<Record<string, string | undefined>>
}

export interface Looked {
  readonly diagnosis: Diagnosis
  readonly masked: readonly string[]
  readonly log: readonly string[]
  /** `id` → the check. */
  readonly checks: Readonly<Record<string, Check>>
}

/** Runs the use case as an action would on a runner with OIDC, unless `changes` say otherwise. */
export async function look(scene: Scene, changes: Changes = {}): Promise<Looked> {
  const masked: string[] = []
  const log: string[] = []
  const note = (message: string): void => void log.push(message)
  const request: DoctorRequest = {
    recipes: ['recipes'],
    envFile: null,
    identity: identityOptions({ roleToAssume: ROLE_ARN, region: 'eu-west-1' }),
    gmsUrl: null,
    gmsToken: null,
    failOn: 'failure',
    columnStatistics: false,
    maxAgeSeconds: null,
    outDir: '.datahub-glue',
    ...changes.request
  }
  const found = await app.doctor(request, {
    env: { ...scene.environment, ...changes.env },
    cwd: scene.folder,
    clock: hastyClock,
    logger: { debug: note, info: note, notice: note, warning: note, error: note },
    mask: (secret) => masked.push(secret),
    onEvent: () => undefined,
    idToken: idTokenFrom(scene.oidc),
    github: GITHUB,
    signal: new AbortController().signal,
    stdout: note,
    ...changes.deps
  })
  const [diagnosis] = found
  if (diagnosis === undefined) throw new Error('nothing was looked at')
  return { diagnosis, masked, log, checks: Object.fromEntries(diagnosis.checks.map((check) => [check.id, check])) }
}

export const GITHUB: NonNullable<AppDeps['github']> = {
  repository: 'example/data-platform',
  eventName: 'schedule',
  ref: 'refs/heads/main',
  sha: '0'.repeat(40),
  workflow: 'Doctor',
  runId: '1',
  runAttempt: 1,
  schedule: '17 9 * * *',
  runUrl: 'https://github.com/example/data-platform/actions/runs/1',
  isForkPullRequest: false
}

/** `id: status` of every check that is not well. */
export const amiss = ({ diagnosis }: Pick<Looked, 'diagnosis'>): readonly string[] =>
  diagnosis.checks.filter(({ status }) => status !== 'ok').map(({ id, status }) => `${id}: ${status}`)

const HOUR = 3_600_000

/** So many hours ago, in milliseconds since the epoch. */
export const hoursAgo = (hours: number): number => hastyClock.now() - hours * HOUR

/** A dataset of Glue, as a run wrote it some hours ago. */
export function written(
  name: string,
  run: { readonly hours: number; readonly runId: string; readonly pipelineName?: string; readonly platform?: string }
): HeldAspect {
  const { hours, runId, pipelineName, platform = 'glue' } = run
  return {
    urn: `urn:li:dataset:(urn:li:dataPlatform:${platform},${name},PROD)`,
    aspectName: 'status',
    aspect: { removed: false },
    systemMetadata: { lastObserved: hoursAgo(hours), runId, ...(pipelineName === undefined ? {} : { pipelineName }) }
  }
}

/** The source that runs of DataHub's CLI, and of this program, are shown as. */
export function cliSource(pipelineName: string): HeldAspect {
  const key = { pipelineName, platformInstance: null }
  return { urn: sourceUrn(key), aspectName: 'dataHubIngestionSourceInfo', aspect: sourceInfo(key, '{}') }
}

/** A source that somebody made in DataHub. */
export const uiSource = (id: string, name: string, interval: string | null): HeldAspect => ({
  urn: `urn:li:dataHubIngestionSource:${id}`,
  aspectName: 'dataHubIngestionSourceInfo',
  aspect: {
    name,
    type: 'glue',
    config: { recipe: '{"source":{"config":{"aws_secret_access_key":"very-secret"}}}', executorId: 'default' },
    ...(interval === null ? {} : { schedule: { interval, timezone: 'Europe/Berlin' } })
  }
})

/** A run of a source that began some hours ago and took a minute; without a status it goes on. */
export function run(id: string, source: string, hours: number, status?: string): readonly HeldAspect[] {
  const urn = `urn:li:dataHubExecutionRequest:${id}`
  const input = {
    task: 'RUN_INGEST',
    args: {},
    executorId: 'default',
    requestedAt: hoursAgo(hours),
    source: { type: 'SCHEDULED_INGESTION_SOURCE', ingestionSource: source }
  }
  const result = { status: status ?? '', startTimeMs: hoursAgo(hours), durationMs: 60_000 }
  return [
    { urn, aspectName: 'dataHubExecutionRequestInput', aspect: input },
    ...(status === undefined ? [] : [{ urn, aspectName: 'dataHubExecutionRequestResult', aspect: result }])
  ]
}
