import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from '@jest/globals'
import { app } from '../../../src/app/app.ts'
import { systemClock } from '../../../src/core/clock.ts'
import type { Check, Diagnosis } from '../../../src/model/doctor.ts'
import type { AppDeps, DoctorRequest } from '../../../src/model/request.ts'
import { sourceInfo, sourceUrn } from '../../../src/report/history/aspects.ts'
import { identityOptions, idTokenFrom } from '../../aws/support.ts'
import { ACCOUNT, startAws } from '../../emulator/aws/aws.ts'
import type { JobSet } from '../../emulator/catalogue/jobs.ts'
import type { Catalogue } from '../../emulator/catalogue/types.ts'
import { type OidcServer, startOidc } from '../../emulator/github/oidc.ts'
import { type GmsOptions, type HeldAspect, startGms } from '../../emulator/gms/gms.ts'
import { awsOptions, defaultRole, REGION, ROLE_ARN, type StandInOptions } from '../../emulator/stand-ins.ts'
import { hastyClock, type Scene, TEMPLATE } from '../rig.ts'

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
  isForkPullRequest: false,
  pullRequest: null
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

export interface ClinicOptions {
  /** The checkout. Default: recipes/glue.yml as it is. */
  readonly files?: Readonly<Record<string, string>>
  readonly catalogue?: Catalogue
  readonly roles?: StandInOptions['roles']
  readonly aws?: StandInOptions['aws']
  readonly gms?: GmsOptions
}

let shared: Promise<OidcServer> | null = null

/** To be called when all scenes of a file are over. */
export async function closeClinic(): Promise<void> {
  await (await shared)?.close()
  shared = null
}

/** GitHub, which is shared by a file's scenes since keys take time, and an AWS, a GMS and a checkout of one's own. */
export async function startClinic({ files, catalogue, roles, aws, gms }: ClinicOptions = {}): Promise<Scene> {
  shared ??= startOidc({ seed: 1, clock: systemClock })
  const oidc = await shared
  const given = {
    catalogue: catalogue ?? LAKE,
    ...(roles === undefined ? {} : { roles }),
    ...(aws === undefined ? {} : { aws })
  }
  const awsServer = await startAws({ clock: systemClock, ...awsOptions(given, oidc.jwksUrl) })
  const gmsServer = await startGms(gms)
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'))
  for (const [file, text] of Object.entries(files ?? { 'recipes/glue.yml': TEMPLATE })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return {
    oidc,
    aws: awsServer,
    gms: gmsServer,
    environment: {
      AWS_DEFAULT_REGION: REGION,
      AWS_ROLE: ROLE_ARN,
      GLUE_EXTRACT_TRANSFORMS: 'false',
      GMS_URL: gmsServer.url,
      AWS_ENDPOINT_URL: awsServer.url
    },
    folder,
    textOf: (file) => readFileSync(join(folder, file), 'utf8'),
    asked: () => awsServer.requests.length + gmsServer.requests.length,
    close: async () => {
      await Promise.all([awsServer.close(), gmsServer.close()])
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** One database with one partitioned table in S3. */
export const LAKE: Catalogue = [
  {
    database: { Name: 'sales', CatalogId: ACCOUNT },
    tables: [
      {
        Name: 'orders',
        DatabaseName: 'sales',
        CatalogId: ACCOUNT,
        TableType: 'EXTERNAL_TABLE',
        StorageDescriptor: { Columns: [{ Name: 'id', Type: 'bigint' }], Location: 's3://lake/sales/orders/' },
        PartitionKeys: [{ Name: 'day', Type: 'string' }]
      }
    ]
  }
]

/** A job with a script and a connection. */
export const JOBS: JobSet = {
  jobs: [
    {
      Name: 'load',
      Role: ROLE_ARN,
      Command: { Name: 'glueetl', ScriptLocation: 's3://scripts/load.py' },
      Connections: { Connections: ['warehouse'] }
    }
  ],
  scripts: { 'scripts/load.py': 'pass' },
  graphs: new Map(),
  connections: { warehouse: { ConnectionType: 'JDBC', ConnectionProperties: {} } }
}

/** A recipe that needs everything. */
const EVERYTHING = TEMPLATE.replace(
  '    aws_region',
  [
    '    extract_lakeformation_tags: true',
    '    use_s3_bucket_tags: true',
    '    use_s3_object_tags: true',
    '    profiling: {row_count: numRows}',
    '    aws_region'
  ].join('\n')
)
/** What asks for all of it. */
export const ALL_OPTIONS = { request: { columnStatistics: true }, env: { GLUE_EXTRACT_TRANSFORMS: 'true' } }
/** Where there is something to try each action on. */
export const ALL_DATA = {
  files: { 'recipes/glue.yml': EVERYTHING },
  aws: { glue: { jobs: JOBS, partitions: { seed: 3, most: 9 } }, s3: { tags: { lake: { team: 'sales' } } } }
}

/** Every action that it needs, in the order in which they are told. */
export const ACTIONS = [
  'glue:GetDatabase',
  'glue:GetDatabases',
  'glue:GetTable',
  'glue:GetTables',
  'glue:GetPartitions',
  'glue:GetColumnStatisticsForPartition',
  'glue:GetColumnStatisticsForTable',
  'glue:GetConnection',
  'glue:GetDataflowGraph',
  'glue:GetJob',
  'glue:GetJobs',
  's3:GetObject',
  'lakeformation:GetResourceLFTags',
  's3:GetBucketTagging',
  's3:GetObjectTagging'
]

/** A role that lets GitHub in and may do these things and no others. */
export const roleWith = (actions: readonly string[], arn = ROLE_ARN) => ({
  ...defaultRole(arn),
  policy: {
    Version: '2012-10-17' as const,
    Statement: [{ Effect: 'Allow' as const, Action: [...actions], Resource: ['*'] }]
  }
})

/** A refusal of IAM, with the statement to add and where. */
export function expectRefused(check: Check | undefined, action: string): void {
  expect(check).toMatchObject({ id: action, status: 'failed', code: 'aws-access-denied', isInput: false })
  expect(check?.found).toContain(`is not authorized to perform: ${action}`)
  expect(check?.cure).toContain(`Add to the policy of ${ROLE_ARN}:`)
  expect(check?.cure).toContain(`"${action}"`)
}
