import { GetConnectionCommand, GetDataflowGraphCommand, GetJobsCommand } from '@aws-sdk/client-glue'
import { systemClock } from '../../../src/core/clock.ts'
import type { JsonObject } from '../../../src/core/json.ts'
import { AwsCallError } from '../../../src/model/aws-call-error.ts'
import type { Failure } from '../../../src/model/event.ts'
import type { GlueOptions } from '../../../src/model/recipe.ts'
import { processed } from '../../../src/process/chain.ts'
import { parseRecipe } from '../../../src/recipe/parse.ts'
import type { SourceContext } from '../../../src/source/glue/context.ts'
import { jobUnits } from '../../../src/source/glue/jobs/jobs.ts'
import { tablesInQuery } from '../../../src/source/glue/jobs/query-tables.ts'
import type { GlueClientLike } from '../../../src/source/glue/read/client.ts'
import { readerInThisThread } from '../../../src/source/glue/views/sql-reader.ts'
import type { Proposal } from '../mapping/ours.ts'

/** Jobs to read, and the options to read them with; the peer's script reads the same. */
export interface JobCase {
  readonly case: string
  /** `source.config` of the recipe. */
  readonly config: JsonObject
  /** As GetJobs answers. */
  readonly jobs: readonly JsonObject[]
  /** `bucket/key` → script. */
  readonly scripts: Readonly<Record<string, string>>
  /** Script → the answer of GetDataflowGraph. */
  readonly graphs: Readonly<Record<string, JsonObject>>
  /** Name → what GetConnection answers. */
  readonly connections: Readonly<Record<string, JsonObject>>
}

export interface ReadJobs {
  readonly proposals: readonly Proposal[]
  readonly failures: readonly Failure[]
}

const reader = readerInThisThread()

/** Reads the jobs of a case and sends them through the processors, as a run does. */
export async function readJobs(it: JobCase): Promise<ReadJobs> {
  const failures: Failure[] = []
  const context = contextOf(it, failures)
  const pages = jobUnits(context, (query) => tablesInQuery(query, reader))
  const proposals: Proposal[] = []
  const setting = {
    source: context.options,
    flags: { generateBrowsePathV2: true },
    gms: null,
    transformers: [],
    emit: context.emit
  }
  for await (const page of processed(pages, setting)) {
    for (const { urn, entityType, aspectName, changeType, value } of page) {
      proposals.push({ entityUrn: urn, entityType, aspectName, changeType, aspect: JSON.parse(value) })
    }
  }
  return { proposals, failures }
}

function contextOf(it: JobCase, failures: Failure[]): SourceContext {
  const s3 = {
    getObject: async (bucket: string, key: string): Promise<Buffer> =>
      Buffer.from(found(it.scripts, `${bucket}/${key}`, 'NoSuchKey')),
    getBucketTagging: async () => [],
    getObjectTagging: async () => []
  }
  return {
    client: clientOf(it),
    lakeFormation: { resourceLfTags: () => Promise.reject(refused('AccessDeniedException')) },
    s3: async () => s3,
    where: { region: 'eu-west-1', account: '111122223333', arn: 'arn:aws:iam::111122223333:role/etl' },
    datahub: null,
    search: null,
    clock: systemClock,
    signal: new AbortController().signal,
    options: optionsOf(it),
    emit: (event) => {
      if (event.type === 'failed') failures.push(event.failure)
    }
  }
}

/** Glue's client, by the answers of a case, with times as the SDK reads them. */
function clientOf({ jobs, graphs, connections }: JobCase): GlueClientLike {
  const answer = (command: unknown): unknown => {
    if (command instanceof GetJobsCommand) return { Jobs: jobs.map(withTimes) }
    if (command instanceof GetDataflowGraphCommand) {
      return withoutNulls(found(graphs, command.input.PythonScript ?? '', 'InvalidInputException'))
    }
    if (command instanceof GetConnectionCommand) {
      return { Connection: withoutNulls(found(connections, command.input.Name ?? '', 'EntityNotFoundException')) }
    }
    throw new Error('no such operation here')
  }
  // The caller knows what its command is answered with.
  return { send: async (command) => answer(command) as never }
}

/** The SDK leaves members out that are null. */
const withoutNulls = (answer: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(answer, (_name, value: unknown) => (value === null ? undefined : value)))

function withTimes(job: JsonObject): object {
  const times = Object.entries(job).flatMap(([name, value]) =>
    name.endsWith('On') && typeof value === 'number' ? [[name, new Date(Math.round(value * 1000))] as const] : []
  )
  return { ...withoutNulls(job), ...Object.fromEntries(times) }
}

function found<T>(from: Readonly<Record<string, T>>, name: string, code: string): T {
  const value = Object.hasOwn(from, name) ? from[name] : undefined
  if (value === undefined) throw refused(code)
  return value
}

const refused = (code: string): AwsCallError =>
  new AwsCallError({ action: 'glue:Any', attempts: 1, message: code, requestId: null, kind: 'other', code }, null)

function optionsOf({ config }: JobCase): GlueOptions {
  const source = { type: 'glue', config: { aws_region: 'eu-west-1', ignore_resource_links: true, ...config } }
  const recipe = { source, sink: { type: 'console' } }
  const defaults = { gmsUrl: null, gmsToken: null }
  const read = parseRecipe({ file: 'case.json', text: JSON.stringify(recipe), env: {}, mode: 'ingest', defaults })
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join('; '))
  return read.value.recipe.source
}
