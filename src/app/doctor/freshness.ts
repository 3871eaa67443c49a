import { formatAge } from '../../core/age.ts'
import type { Check, Freshness, Ingester } from '../../model/doctor.ts'
import { formatCount, formatInstant, formatNoun } from '../../report/render/format.ts'
import { type About, type Fault, failed, warned, well } from './check.ts'
import { isSuccess, lastSuccess } from './ingesters.ts'

const FRESH: About = { id: 'glue-freshness', family: 'ingestion', title: 'Is anything ingesting Glue?' }
const OWN: About = { id: 'recipe-freshness', family: 'ingestion', title: "Is this recipe's pipeline ingesting?" }

/** Without max-age, what is older than this is worth a look: hardly anybody ingests more seldom than once a week. */
const OLD_SECONDS = 8 * 86_400

/** Whether anything ingests Glue: a dataset that a run wrote, or a run that succeeded, since there may be nothing to write. */
export function freshnessCheck(freshness: Freshness, ingesters: readonly Ingester[]): Check {
  const { maxAgeSeconds, ageSeconds } = freshness
  const bad = maxAgeSeconds === null ? warned : failed
  if (ageSeconds === null) return bad(FRESH, nothingAtAll(freshness))
  const found = foundOf(freshness, ageSeconds)
  const details = [writerLine(freshness, ingesters), successLine(freshness)].filter((line) => line !== '')
  if (ageSeconds <= (maxAgeSeconds ?? OLD_SECONDS)) return well(FRESH, found, details)
  const limit = maxAgeSeconds === null ? '' : `, and max-age is ${formatAge(maxAgeSeconds)}`
  return bad(FRESH, { code: 'glue-stale', found: `${found}${limit}`, details, cure: staleCure(ingesters) })
}

/** Nobody can be asked: an alarm that cannot see is one that rings. */
export const unknownFreshness = (maxAgeSeconds: number | null, why: string): Check =>
  maxAgeSeconds === null
    ? { ...well(FRESH, why), status: 'not-tested' }
    : failed(FRESH, {
        code: 'freshness-unknown',
        found: `It cannot be told, and max-age is ${formatAge(maxAgeSeconds)}: ${why}`,
        cure: 'See the checks of GMS above; the token has to be allowed to read metadata'
      })

function nothingAtAll({ looked, isAll }: Freshness): Fault {
  if (looked === 0) {
    return {
      code: 'glue-nothing',
      found: 'No: DataHub holds no Glue dataset, and no run of a Glue source has succeeded',
      cure: 'Run ingest; if it has run, compare `server` in its recipe with the GMS that is asked here'
    }
  }
  return {
    code: 'glue-no-run',
    found: `No run is known to have written any of the ${formatCount(looked)} Glue datasets${isAll ? '' : ' that were looked at'}`,
    cure: 'Run ingest. Datasets that were written with set_system_metadata: false (flags of a recipe) do not tell of their runs'
  }
}

function foundOf({ newest, succeededAt, looked, isAll }: Freshness, ageSeconds: number): string {
  const age = formatAge(ageSeconds)
  const of = `of ${formatNoun(looked, 'Glue dataset')}${isAll ? '' : ' that were looked at'}`
  if (newest !== null && newest.at >= (succeededAt ?? '')) return `The newest ${of} was written ${age} ago`
  return `The last run that succeeded ended ${age} ago`
}

function writerLine({ newest, checkedAt }: Freshness, ingesters: readonly Ingester[]): string {
  if (newest === null) return 'no dataset tells which run wrote it'
  const by = ingesters.find(({ wrote }) => wrote?.runId === newest.runId)
  const who = by === undefined ? '' : ` of ${by.name}`
  const age = formatAge((Date.parse(checkedAt) - Date.parse(newest.at)) / 1000)
  return `written last: ${formatInstant(newest.at)} (${age} ago), by the run ${newest.runId}${who}`
}

const successLine = ({ succeededAt, checkedAt }: Freshness): string =>
  succeededAt === null
    ? ''
    : `succeeded last: ${formatInstant(succeededAt)} (${formatAge((Date.parse(checkedAt) - Date.parse(succeededAt)) / 1000)} ago)`

function staleCure(ingesters: readonly Ingester[]): string {
  const broken = ingesters.find(({ runs: [last] }) => last !== undefined && !isSuccess(last.status))
  if (broken !== undefined) {
    const status = broken.runs[0]?.status ?? ''
    const end = status === 'RUNNING' ? 'has not told its end' : `ended with ${status}`
    return `The last run of ${broken.name} ${end}: read its log (DataHub: Ingestion, or the workflow's page), mend that, and run it`
  }
  const [last] = ingesters
  const schedule = last?.schedule ?? null
  if (last !== undefined && schedule !== null) {
    return `Look at the schedule of ${last.name} (${schedule.cron}, ${schedule.timezone}) in DataHub, Ingestion, and whether its executor is running`
  }
  return 'Look whether the workflow that ingests still runs: GitHub stops the schedules of a public repository after 60 days without a commit, and runs them on the default branch only'
}

/** Others may still write when this recipe's own pipeline has stopped. null: it is not known, or nobody writes any more. */
export function ownFreshnessCheck(
  { maxAgeSeconds, checkedAt, ageSeconds }: Freshness,
  ingesters: readonly Ingester[]
): Check | null {
  const own = ingesters.find(({ isRecipe }) => isRecipe)
  if (own === undefined || (maxAgeSeconds !== null && (ageSeconds ?? 0) > maxAgeSeconds)) return null
  const last = [own.wrote?.at, lastSuccess([own])]
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1)
  if (last === undefined) return null
  const age = (Date.parse(checkedAt) - Date.parse(last)) / 1000
  const found = `${own.name} was alive ${formatAge(age)} ago`
  if (maxAgeSeconds === null || age <= maxAgeSeconds) return well(OWN, found)
  const cure =
    'Look whether the workflow that runs it still does; if another pipeline has taken its place, give doctor that recipe'
  return warned(OWN, { code: 'recipe-stale', found: `${found}, and max-age is ${formatAge(maxAgeSeconds)}`, cure })
}
