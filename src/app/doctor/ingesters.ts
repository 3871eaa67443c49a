import type { GlueWrite, Ingester } from '../../model/doctor.ts'
import { sourceUrn } from '../../report/history/aspects.ts'
import { type GlueSource, REQUEST } from './sources.ts'

/** The recipe, as far as its runs are known by it. */
export interface Own {
  readonly pipelineName: string | null
  readonly platformInstance: string | null
}

/** A write, and the ingestion source that its run belongs to; null: none is known. */
export interface AttributedWrite extends GlueWrite {
  readonly source: string | null
}

const SOURCE = 'urn:li:dataHubIngestionSource:'

/**
 * The ingestion source that wrote it, by what the write says: DataHub's executor names pipelines by the urn of their
 * source, and DataHub's CLI makes the urn of the source from the name of the pipeline. null: ask for the run.
 */
export function sourceOfWrite(
  { runId, pipelineName }: GlueWrite,
  sources: readonly GlueSource[],
  { platformInstance }: Pick<Own, 'platformInstance'>
): string | null {
  if (pipelineName?.startsWith(SOURCE) === true) return pipelineName
  const id = runId.startsWith(REQUEST) ? runId.slice(REQUEST.length) : runId
  const byRun = sources.find(({ runs }) => runs.some((run) => run.runId === id))
  if (byRun !== undefined) return byRun.source
  if (pipelineName === null) return null
  const possible = [platformInstance, null].map((instance) => sourceUrn({ pipelineName, platformInstance: instance }))
  return sources.find(({ source }) => possible.includes(source))?.source ?? null
}

/** Who ingests Glue: the sources that DataHub knows, and who else has written; those that did so last first. */
export function ingestersOf(
  sources: readonly GlueSource[],
  writes: readonly AttributedWrite[],
  own: Own
): readonly Ingester[] {
  const urn = sourceUrn(own)
  const isRecipe = (source: string | null, pipelineName: string | null): boolean =>
    source === urn || (own.pipelineName !== null && pipelineName === own.pipelineName)
  const known = sources.map((source): Ingester => {
    const write = newest(writes.filter((one) => one.source === source.source))
    const pipelineName = write?.pipelineName ?? null
    return { ...source, pipelineName, wrote: plain(write), isRecipe: isRecipe(source.source, pipelineName) }
  })
  const strangers = new Map<string, AttributedWrite>()
  for (const write of writes) {
    if (sources.some(({ source }) => source === write.source)) continue
    const name = nameOf(write)
    if ((strangers.get(name)?.at ?? '') < write.at) strangers.set(name, write)
  }
  const unknown = [...strangers].map(([name, write]): Ingester => {
    const { source, pipelineName } = write
    const of = isRecipe(source, pipelineName)
    return { kind: 'unknown', name, source, pipelineName, schedule: null, runs: [], wrote: plain(write), isRecipe: of }
  })
  return [...known, ...unknown].sort((a, b) => ((a.wrote?.at ?? '') < (b.wrote?.at ?? '') ? 1 : -1))
}

function newest(writes: readonly AttributedWrite[]): AttributedWrite | null {
  return writes.reduce<AttributedWrite | null>((last, one) => (last !== null && last.at >= one.at ? last : one), null)
}

function plain(write: AttributedWrite | null): GlueWrite | null {
  if (write === null) return null
  const { at, urn, runId, pipelineName } = write
  return { at, urn, runId, pipelineName }
}

/** Runs without a pipeline are told apart by how their ids begin: `glue-2026_11_23-…` is one of `glue`. */
const nameOf = ({ source, pipelineName, runId }: AttributedWrite): string =>
  pipelineName ?? source ?? `runs named ${runId.replace(/-?\d{4}[_-]\d\d[_-]\d\d.*$/su, '') || runId}`

/** Statuses of runs that have done what they should; the second is the one of DataHub's executor. */
const SUCCESSES: ReadonlySet<string> = new Set(['SUCCESS', 'SUCCEEDED_WITH_WARNINGS', 'SUCCEEDED'])
export const isSuccess = (status: string): boolean => SUCCESSES.has(status)

/** When the newest run that succeeded ended; null: none is known. */
export function lastSuccess(sources: readonly Pick<GlueSource, 'runs'>[]): string | null {
  const ends = sources
    .flatMap(({ runs }) => runs)
    .flatMap(({ status, endedAt, startedAt }) => (isSuccess(status) ? (endedAt ?? startedAt ?? []) : []))
  return ends.toSorted().at(-1) ?? null
}
