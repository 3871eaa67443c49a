import type { Check, CheckFamily, CheckStatus, Diagnosis, DoctorReport, Ingester } from '../../model/doctor.ts'
import { formatDuration, formatInstant, formatNoun } from './format.ts'

/** Families in the order in which they are told, and their titles. */
export const FAMILIES: readonly (readonly [CheckFamily, string])[] = [
  ['recipe', 'Recipe'],
  ['identity', 'Identity in AWS'],
  ['permissions', 'Permissions in AWS'],
  ['gms', "DataHub's metadata service (GMS)"],
  ['clock', 'Clocks'],
  ['ingestion', 'Ingestion of Glue']
]

/** How a status is written. */
export const STATUS_WORDS: Readonly<Record<CheckStatus, string>> = {
  ok: 'ok',
  failed: 'failed',
  warning: 'warning',
  'not-tested': 'not tested'
}

/** How many things are wrong, as every command counts them. */
export const doctorProblems = ({ counts, stopped }: DoctorReport) => ({
  failures: counts.failed + (stopped === null ? 0 : 1),
  warnings: counts.warnings
})

/** `DataHub Glue doctor: 2 of 31 checks failed, 1 warning, 4 not tested, in 1.9 s`. */
export function doctorOutcome({ counts, stopped, durationSeconds, recipes }: DoctorReport): string {
  if (stopped !== null) return 'The DataHub Glue doctor could not look'
  const { ok, failed, warnings, notTested } = counts
  const all = ok + failed + warnings + notTested
  const parts = [
    failed > 0 ? `${failed} of ${formatNoun(all, 'check')} failed` : `${formatNoun(ok, 'check')} ok, none failed`,
    ...(warnings > 0 ? [formatNoun(warnings, 'warning')] : []),
    ...(notTested > 0 ? [`${notTested} not tested`] : [])
  ]
  const of = recipes.length > 1 ? ` of ${formatNoun(recipes.length, 'recipe')}` : ''
  return `DataHub Glue doctor${of}: ${parts.join(', ')}, in ${formatDuration(durationSeconds)}`
}

/** A check's title, as what is found follows it. */
export const labelOf = (title: string): string => (title.endsWith('?') ? title : `${title}:`)

/** The checks of one family, in their order. */
export const checksOf = ({ checks }: Diagnosis, family: CheckFamily): readonly Check[] =>
  checks.filter((check) => check.family === family)

/** What is looked at, as a heading. */
export const subjectOf = ({ recipe, server }: Diagnosis): string => recipe ?? server ?? 'What the inputs say'

/** Columns of an ingester: who, how it is run, its last run, what it wrote last. */
export function ingesterCells({ name, kind, schedule, runs, wrote, isRecipe }: Ingester): readonly string[] {
  const [last] = runs
  const run =
    last === undefined ? '-' : `${last.status}${last.startedAt === null ? '' : `, ${formatInstant(last.startedAt)}`}`
  return [
    isRecipe ? `${name} (this recipe)` : name,
    schedule === null ? KINDS[kind] : `DataHub, at ${schedule.cron} (${schedule.timezone})`,
    run,
    wrote === null ? '-' : `${formatInstant(wrote.at)} by ${wrote.runId}`
  ]
}

const KINDS: Readonly<Record<Ingester['kind'], string>> = {
  ui: 'DataHub, by hand',
  cli: 'a command line or workflow',
  unknown: 'not known'
}

/** Titles of these columns. */
export const INGESTER_TITLES = ['Who ingests Glue', 'Run by', 'Last run', 'Newest dataset'] as const
