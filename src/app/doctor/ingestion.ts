import { formatAge } from '../../core/age.ts'
import type { Check, Freshness, Ingester } from '../../model/doctor.ts'
import type { Recipe } from '../../model/recipe.ts'
import { formatNoun } from '../../report/render/format.ts'
import { GmsQuestions } from './ask-gms.ts'
import { type About, untested, warned, well } from './check.ts'
import type { Deps } from './deps.ts'
import { freshnessCheck, ownFreshnessCheck, unknownFreshness } from './freshness.ts'
import type { AnsweringGms } from './gms.ts'
import { type AttributedWrite, ingestersOf, isSuccess, lastSuccess, type Own, sourceOfWrite } from './ingesters.ts'
import { type GlueSource, glueSources, sourceOfRun } from './sources.ts'
import { glueWrites } from './writes.ts'

export interface IngestionLook {
  readonly checks: readonly Check[]
  readonly ingesters: readonly Ingester[]
  readonly freshness: Freshness | null
}

const SOURCES: About = { id: 'ingestion-sources', family: 'ingestion', title: 'Ingestion sources of Glue' }
const WRITERS: About = { id: 'ingesters', family: 'ingestion', title: 'Who writes Glue datasets' }

/** Runs whose source GMS is asked for. */
const MOST_ASKED = 12

/** Asks DataHub who ingests Glue, and since when. */
export async function lookAtIngestion(recipe: Recipe, gms: AnsweringGms, deps: Deps): Promise<IngestionLook> {
  const questions = new GmsQuestions(gms.client, deps.onEvent)
  const { platform, platformInstance } = recipe.source
  const own = { pipelineName: recipe.pipelineName, platformInstance }
  const [asked, found] = await Promise.all([glueSources(questions), glueWrites(platform, questions)])
  const sources = asked.ok ? asked.value : []
  const writes = await attributed(found.writes, sources, own, questions)
  const ingesters = ingestersOf(sources, writes, own)
  const now = deps.clock.now()
  const succeededAt = lastSuccess(sources)
  const newest = found.writes[0] ?? null
  const alive = [newest?.at, succeededAt]
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1)
  const freshness: Freshness = {
    checkedAt: new Date(now).toISOString(),
    maxAgeSeconds: deps.maxAgeSeconds,
    looked: found.looked,
    isAll: found.isAll,
    newest,
    succeededAt,
    ageSeconds: alive === undefined ? null : Math.max(0, Math.floor((now - Date.parse(alive)) / 1000))
  }
  const isUnknown = found.untold !== null && succeededAt === null
  const checks = [
    asked.ok ? sourcesCheck(sources, now) : untested(SOURCES, `GMS does not tell: ${asked.error}`),
    isUnknown
      ? unknownFreshness(deps.maxAgeSeconds, `GMS does not tell: ${found.untold}`)
      : freshnessCheck(freshness, ingesters),
    ...writersChecks(ingesters),
    ...[ownFreshnessCheck(freshness, ingesters) ?? []].flat()
  ]
  return { checks, ingesters, freshness: isUnknown ? null : freshness }
}

/** Nobody can be asked, and why. */
export const noIngestion = (maxAgeSeconds: number | null, why: string): IngestionLook => ({
  checks: [untested(SOURCES, why), unknownFreshness(maxAgeSeconds, why)],
  ingesters: [],
  freshness: null
})

type Writes = Awaited<ReturnType<typeof glueWrites>>['writes']

/** Of what does not tell by itself, the newest runs are asked for. */
async function attributed(
  writes: Writes,
  sources: readonly GlueSource[],
  own: Own,
  gms: GmsQuestions
): Promise<readonly AttributedWrite[]> {
  let left = MOST_ASKED
  return Promise.all(
    writes.map(async (write) => {
      const source = sourceOfWrite(write, sources, own)
      if (source !== null || left === 0) return { ...write, source }
      left -= 1
      return { ...write, source: await sourceOfRun(write.runId, gms) }
    })
  )
}

function sourcesCheck(sources: readonly GlueSource[], now: number): Check {
  if (sources.length === 0) return well(SOURCES, 'DataHub knows none')
  const details = sources.map((source) => `${source.name}: ${scheduleOf(source)}; ${lastRunOf(source, now)}`)
  const found = formatNoun(sources.length, 'source')
  const broken = sources.filter(({ runs: [last] }) => last !== undefined && isBroken(last.status))
  if (broken.length === 0) return well(SOURCES, found, details)
  const names = broken.map(({ name }) => name).join(', ')
  return warned(SOURCES, {
    code: 'ingestion-run-failed',
    found: `${found}; the last run of ${names} did not succeed`,
    cure: 'Read its log: DataHub, Ingestion, the source, its last run; of runs of this action the page of the workflow run',
    details
  })
}

const isBroken = (status: string): boolean => !isSuccess(status) && status !== 'RUNNING'

const scheduleOf = ({ kind, schedule }: GlueSource): string => {
  if (schedule !== null) return `DataHub runs it at ${schedule.cron} (${schedule.timezone})`
  return kind === 'cli' ? 'run by a command line or a workflow, whose schedule DataHub does not know' : 'not scheduled'
}

function lastRunOf({ runs: [last] }: GlueSource, now: number): string {
  if (last === undefined) return 'it has never run'
  const age = last.startedAt === null ? '' : `, ${formatAge((now - Date.parse(last.startedAt)) / 1000)} ago`
  return `last run ${last.status}${age}`
}

const WEEK_MS = 7 * 86_400_000

/** Several may well each have a part of the catalogue; DataHub's own schedule beside this recipe is what a move leaves behind. */
function writersChecks(ingesters: readonly Ingester[]): readonly Check[] {
  const newest = Date.parse(ingesters[0]?.wrote?.at ?? '')
  const active = ingesters.filter(({ wrote }) => wrote !== null && newest - Date.parse(wrote.at) < WEEK_MS)
  if (active.length === 0) return []
  const names = active.map(({ name, kind }) => `${name} (${KINDS[kind]})`)
  const found = active.length === 1 ? (names[0] ?? '') : `${active.length} processes: ${names.join(', ')}`
  const rival = active.find(({ kind, schedule, isRecipe }) => kind === 'ui' && schedule !== null && !isRecipe)
  if (rival === undefined || !active.some(({ isRecipe }) => isRecipe)) return [well(WRITERS, found)]
  return [
    warned(WRITERS, {
      code: 'several-ingesters',
      found,
      cure: `Where both read the same databases they write the same datasets, each with a state of its own: take the schedule from ${rival.name} in DataHub, Ingestion, or give each its own database_pattern`
    })
  ]
}

const KINDS: Readonly<Record<Ingester['kind'], string>> = {
  ui: "run by DataHub's executor",
  cli: 'run by a command line or a workflow',
  unknown: 'no ingestion source of Glue'
}
