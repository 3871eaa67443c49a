import { hasErrors } from '../../core/diagnostic.ts'
import type { ColumnChanges } from '../../model/change.ts'
import type { DatabasePlan, PlanCounts, PlanReport, RecipePlan } from '../../model/plan.ts'
import type { Stop } from '../../model/report.ts'
import { planVerdict } from '../plan-total.ts'
import { formatCount, formatNoun } from './format.ts'
import { type Mark, markOf } from './words.ts'

/** `3 to add, 1 to change, 2 to remove`, as `terraform plan` says it; without any, `no changes`. */
export function countsOf({ toAdd, toChange, toRemove }: PlanCounts): string {
  if (toAdd + toChange + toRemove === 0) return 'no changes'
  return `${formatCount(toAdd)} to add, ${formatCount(toChange)} to change, ${formatCount(toRemove)} to remove`
}

/** The same without what there is none of: `3 to add`. */
export function shortCountsOf({ toAdd, toChange, toRemove }: PlanCounts): string {
  const parts = [
    `${formatCount(toAdd)} to add`,
    `${formatCount(toChange)} to change`,
    `${formatCount(toRemove)} to remove`
  ]
  const shown = parts.filter((part) => !part.startsWith('0 '))
  return shown.length === 0 ? 'no changes' : shown.join(', ')
}

/** How many entities enter, change or leave. */
export const sumOf = ({ toAdd, toChange, toRemove }: PlanCounts): number => toAdd + toChange + toRemove

/** Whether the head's text is wrong, so that nothing else is known. */
export const isWrong = (recipe: RecipePlan): boolean => hasErrors(recipe.diagnostics)

/** Whether readers of a table may break: a column is gone, or has another type. */
export const breaksReaders = (columns: ColumnChanges | null): boolean =>
  columns !== null && columns.removed.length + columns.retyped.length > 0

/** The plan in a line: `DataHub Glue plan: 3 to add, 1 to change, 2 to remove`. */
export function planTitle(report: PlanReport): string {
  const { recipes, stopped } = report
  if (stopped !== null) return `DataHub Glue plan ${STOPPED[stopped.kind]}`
  if (recipes.length === 0) return 'DataHub Glue plan: no recipe is touched'
  const wrong = recipes.filter(isWrong).length
  const unread = recipes.filter((recipe) => recipe.unread !== null && !isWrong(recipe)).length
  const read = recipes.length - wrong - unread
  const counts = read > 0 || sumOf(report.counts) > 0 ? [countsOf(report.counts)] : []
  return `DataHub Glue plan: ${[...counts, ...wrongPart(wrong, recipes.length), ...unreadPart(unread, read + wrong)].join('; ')}`
}

const wrongPart = (wrong: number, all: number): readonly string[] =>
  wrong === 0
    ? []
    : [
        all === 1
          ? 'the recipe is wrong'
          : `${formatCount(wrong)} of ${formatNoun(all, 'recipe')} ${isAre(wrong)} wrong`
      ]

function unreadPart(unread: number, others: number): readonly string[] {
  if (unread === 0) return []
  if (others === 0) return [`${formatNoun(unread, 'recipe')} validated, the catalogue was not read to its end`]
  return [`the catalogue was not read to its end for ${formatNoun(unread, 'recipe')}`]
}

const isAre = (count: number): string => (count === 1 ? 'is' : 'are')

const STOPPED: Readonly<Record<Stop['kind'], string>> = {
  input: 'was not made: its input is wrong',
  'cannot-begin': 'could not be made',
  cancelled: 'was cancelled',
  defect: 'broke off on an unexpected error'
}

/** The mark of a plan: one that takes something away, or does not know everything, is to be looked at. */
export function planMark(report: PlanReport): Mark {
  return markOf(report.status, { failures: 0, warnings: report.recipes.filter(isToBeLookedAt).length })
}

/** The mark of one recipe's part. */
export function recipeMark(recipe: RecipePlan): Mark {
  return markOf(planVerdict(recipe).status, { failures: 0, warnings: isToBeLookedAt(recipe) ? 1 : 0 })
}

/** Whether a reviewer should look twice. What a fork cannot know is no fault of its. */
function isToBeLookedAt(recipe: RecipePlan): boolean {
  return (
    recipe.counts.toRemove > 0 ||
    (recipe.stale?.count ?? 0) > 0 ||
    recipe.diagnostics.length + recipe.failures.length + recipe.warnings.length > 0 ||
    recipe.options.some(({ heldBack }) => heldBack !== null) ||
    recipe.databases.some(({ entities }) => entities.some(({ columns }) => breaksReaders(columns)))
  )
}

/**
 * Whether there is anything for a reviewer in it: something enters, changes, leaves or would be deleted, something is
 * wrong, or it is not known. A plan without is what `comment: changes-only` keeps silent about.
 */
export function hasNews({ counts, recipes, stopped }: PlanReport): boolean {
  return stopped !== null || sumOf(counts) > 0 || recipes.some(isNews)
}

const isNews = (recipe: RecipePlan): boolean =>
  recipe.unread !== null ||
  Object.values(recipe.others).some((counts) => sumOf(counts) > 0) ||
  (recipe.stale?.count ?? 0) > 0 ||
  recipe.diagnostics.length + recipe.failures.length + recipe.warnings.length > 0 ||
  recipe.options.some(({ heldBack }) => heldBack !== null)

/** What becomes of the file. */
export function editOf({ edit, renamedFrom }: RecipePlan): string {
  return renamedFrom === null ? EDITS[edit] : `${EDITS[edit]}, renamed`
}

const EDITS: Readonly<Record<RecipePlan['edit'], string>> = {
  added: 'new',
  modified: 'edited',
  removed: 'removed',
  unchanged: 'not edited'
}

/** What becomes of a database itself, beside what is in it. */
export const DATABASE_CHANGE: Readonly<Record<DatabasePlan['change'], string | null>> = {
  enters: 'enters',
  leaves: 'leaves',
  changes: 'changes',
  stays: null
}
