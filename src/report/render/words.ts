import type { Diagnostic, Severity } from '../../core/diagnostic.ts'
import type { TableChange } from '../../model/change.ts'
import type { Listing, ResourceKind } from '../../model/event.ts'
import type {
  ChangesReport,
  Counts,
  FilteredGroup,
  Identity,
  IngestReport,
  Report,
  RunReport,
  RunStatus,
  Stop,
  ValidateReport
} from '../../model/report.ts'
import { EXIT } from '../exit-code.ts'
import { doctorOutcome, doctorProblems } from './doctor-words.ts'
import { formatAchievement, formatNoun } from './format.ts'

/** How many things went wrong, counted one by one. */
export interface Problems {
  readonly failures: number
  readonly warnings: number
}

/** How a thing ended, as one of four marks. */
export type Mark = 'success' | 'warning' | 'failure' | 'cancelled'

/** How marks are drawn in HTML. */
export const MARKS: Readonly<Record<Mark, string>> = { success: '✅', warning: '⚠️', failure: '❌', cancelled: '🚫' }

/** The mark of a status: a success that someone should look at has one of its own. */
export function markOf(status: RunStatus, problems: Problems): Mark {
  return status === 'success' && problems.warnings > 0 ? 'warning' : status
}

/** Failures and warnings of a run, with what there is to say about the recipe's text. */
export function problemsOf(run: RunReport): Problems {
  const stopped = run.stopped === null ? 0 : 1
  const total = (groups: readonly { readonly count: number }[]): number => groups.reduce((sum, g) => sum + g.count, 0)
  return {
    failures: total(run.failures) + countOf(run.diagnostics, 'error') + stopped,
    warnings: total(run.warnings) + countOf(run.diagnostics, 'warning')
  }
}

/** Failures and warnings of all recipes together. */
export function problemsOfAll(report: IngestReport): Problems {
  const all = report.recipes.map(problemsOf)
  return {
    failures: all.reduce((sum, p) => sum + p.failures, report.stopped === null ? 0 : 1),
    warnings: all.reduce((sum, p) => sum + p.warnings, 0)
  }
}

/** The problems of anything; a validation's are the mistakes that it found. */
export function problemsIn(report: Report): Problems {
  if (report.kind === 'doctor') return doctorProblems(report)
  if (report.kind === 'ingest') return problemsOfAll(report)
  const { diagnostics, stopped } = report
  return {
    failures: countOf(diagnostics, 'error') + (stopped === null ? 0 : 1),
    warnings: countOf(diagnostics, 'warning')
  }
}

/** How many diagnostics of a severity there are. */
export const countOf = (diagnostics: readonly Diagnostic[], severity: Severity): number =>
  diagnostics.filter((diagnostic) => diagnostic.severity === severity).length

/** The outcome of anything in a line: `DataHub Glue ingestion failed: 412 tables, 3,900 aspects written in 1.9 s`. */
export function outcomeOf(report: Report): string {
  if (report.kind === 'doctor') return doctorOutcome(report)
  return report.kind === 'ingest' ? ingestionOutcome(report) : validationOutcome(report)
}

function ingestionOutcome(report: IngestReport): string {
  const what = report.dryRun ? 'DataHub Glue dry run' : 'DataHub Glue ingestion'
  const done = formatAchievement(report.counts, report.dryRun, report.durationSeconds)
  const stop = stopKindOf(report)
  if (stop !== null && !hasBegun(report.counts)) return `${what} ${STOPPED[stop]}`
  if (report.status === 'cancelled') return `${what} was cancelled: ${done}`
  if (report.status === 'failure') return `${what} failed: ${done}`
  const { warnings } = problemsOfAll(report)
  return `${what}: ${done}${warnings === 0 ? '' : `, with ${formatNoun(warnings, 'warning')}`}`
}

function validationOutcome({ files, dags, diagnostics, stopped }: ValidateReport): string {
  if (stopped !== null) return 'No DataHub Glue recipe was validated'
  const found = `${formatNoun(countOf(diagnostics, 'error'), 'error')}, ${formatNoun(countOf(diagnostics, 'warning'), 'warning')}`
  const recipes = files.length - dags.length
  const looked = [
    ...(recipes > 0 || dags.length === 0 ? [formatNoun(recipes, 'DataHub Glue recipe')] : []),
    ...(dags.length > 0 ? [formatNoun(dags.length, 'DAG')] : [])
  ]
  return `${looked.join(' and ')} validated: ${found}`
}

/** Whether a run came so far that its counts say something. */
export const hasBegun = (counts: Counts): boolean => counts.databases + counts.tables + counts.produced > 0

/** What kept an invocation from its end: its own stop, or that of its recipes. */
function stopKindOf({ stopped, recipes, exitCode }: IngestReport): Stop['kind'] | null {
  if (stopped !== null) return stopped.kind
  if (exitCode === EXIT.input) return 'input'
  return recipes.find((recipe) => recipe.stopped !== null)?.stopped?.kind ?? null
}

const STOPPED: Readonly<Record<Stop['kind'], string>> = {
  input: 'did not begin: its input is wrong',
  'cannot-begin': 'could not begin',
  cancelled: 'was cancelled before it began',
  defect: 'broke off on an unexpected error'
}

/** Why a rule, or the reason of a skip, keeps something out. */
export function whyLeftOut(group: FilteredGroup): string {
  return group.message ?? RULES[group.rule] ?? ''
}

const RULES: Readonly<Record<string, string>> = {
  database_pattern: "the recipe's database_pattern does not let it through",
  table_pattern: "the recipe's table_pattern does not let it through",
  catalog_id: "it is in another catalogue than the recipe's catalog_id",
  ignore_resource_links: 'it is a resource link, and the recipe says ignore_resource_links'
}

/** `7 tables`, `1 database`. */
export const countedKind = (count: number, kind: ResourceKind): string => formatNoun(count, kind)

/** How a listing ended, for a table's cell. */
export const LISTING: Readonly<Record<Listing, string>> = {
  complete: 'complete',
  empty: 'complete, nothing in it',
  incomplete: 'broke off',
  denied: 'denied by AWS'
}

/** Where the credentials came from. */
export const SOURCE: Readonly<Record<Identity['source'], string>> = {
  'github-oidc': 'by GitHub OIDC',
  'default-chain': "by the SDK's default credential chain",
  'recipe-keys': "with the recipe's keys",
  'recipe-profile': "with the recipe's profile"
}

/** Databases with trouble first, then the largest, then by name: the order of which the top is worth showing. */
export function byInterest(a: RunReport['databases'][number], b: RunReport['databases'][number]): number {
  return (
    TROUBLE[b.listing] - TROUBLE[a.listing] ||
    b.tables + b.views - (a.tables + a.views) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  )
}

const TROUBLE: Readonly<Record<Listing, number>> = { complete: 0, empty: 0, incomplete: 1, denied: 2 }

/** What is said above the summary of a dry run. */
export const DRY_RUN = 'Dry run: nothing was written.'

/** How a table is otherwise than in the last run: `+ a, b; − c; d: int → bigint`. */
export function changeOf({ kind, added, removed, retyped }: TableChange): string {
  const parts = [
    ...(removed.length === 0 ? [] : [`− ${removed.join(', ')}`]),
    ...retyped.map(({ column, from, to }) => `${column}: ${from} → ${to}`),
    ...(added.length === 0 ? [] : [`+ ${added.join(', ')}`])
  ]
  if (parts.length > 0) return parts.join('; ')
  return kind === 'new' ? 'new' : 'the same columns'
}

/** `3 new, 12 changed, 1 of them without a column or with one of another type`. */
export function changesOf({ new: added, changed, breaking }: ChangesReport): string {
  const broken = breaking === 0 ? '' : `, ${breaking} of them without a column or with one of another type`
  return `${added} new, ${changed} changed${broken}`
}
