import type { ColumnChanges } from '../../model/change.ts'
import type {
  DatabasePlan,
  EntityPlan,
  OptionChange,
  PlanCounts,
  PlanGap,
  PlanReport,
  RecipePlan
} from '../../model/plan.ts'
import type { FailureGroup } from '../../model/report.ts'
import { visible } from './escape.ts'
import { clip, formatCount, formatDuration, formatNoun } from './format.ts'
import { type Style, styleOf } from './style.ts'
import { diagnosticLines, indented, stopLines, type TextOptions } from './text.ts'

/** Entities of one database that a terminal shows; plan.json has more. */
const MOST_SHOWN = 20
/** Longest value of an option that is shown. */
const LONGEST_VALUE = 200

/** The plan for a terminal or a pipe; its last line is the outcome. */
export function renderPlanText(report: PlanReport, { colour }: TextOptions): string {
  const style = styleOf(colour)
  const stop = report.stopped === null ? [] : [...stopLines(report.stopped, style), '']
  const blocks = report.recipes.flatMap((plan) => [...recipeBlock(plan, style), ''])
  const base = report.base === null ? NO_BASE : `Compared with ${report.base}`
  const head = report.recipes.length === 0 ? [] : [style.dim(base), '']
  const paint = report.exitCode === 0 ? style.green : style.red
  return `${[...head, ...blocks, ...stop, paint(style.bold(visible(planOutcome(report))))].join('\n')}\n`
}

const NO_BASE = 'There is nothing to compare with: each recipe is planned as a new one'

/** The plan in one line. */
export function planOutcome({ stopped, recipes, counts, status, exitCode, durationSeconds }: PlanReport): string {
  if (stopped !== null) return `Not planned: ${stopped.message}`
  if (recipes.length === 0) return 'Nothing to plan: no recipe has changed'
  const wrong = recipes.filter(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error')).length
  const what = wrong > 0 ? `${formatNoun(wrong, 'recipe')} wrong; ` : exitCode === 0 ? '' : `${NOT_WHOLE[status]}; `
  const unread = recipes.every((plan) => plan.unread !== null || plan.diagnostics.some((d) => d.severity === 'error'))
  const plan = unread ? 'the catalogue was not read' : `${countsText(counts)} in ${formatDuration(durationSeconds)}`
  return `Plan: ${what}${plan}. Nothing was written`
}

const NOT_WHOLE = { success: 'whole', failure: 'not whole', cancelled: 'stopped' } as const

const countsText = ({ toAdd, toChange, toRemove }: PlanCounts): string =>
  `${formatCount(toAdd)} to add, ${formatCount(toChange)} to change, ${formatCount(toRemove)} to remove`

function recipeBlock(plan: RecipePlan, style: Style): readonly string[] {
  const renamed = plan.renamedFrom === null ? '' : `, was ${visible(plan.renamedFrom)}`
  const name = plan.pipelineName === null ? '' : ` ${style.dim(visible(plan.pipelineName))}`
  return [
    `${style.bold(visible(plan.recipe))} (${plan.edit}${renamed})${name}`,
    ...plan.diagnostics.flatMap((diagnostic) => diagnosticLines(diagnostic, style)),
    ...plan.options.flatMap((option) => optionLines(option, style)),
    ...gapLines('Catalogue not read', plan.unread, style),
    ...(plan.unread === null ? catalogueLines(plan, style) : []),
    ...gapLines('DataHub not asked', plan.unasked, style),
    ...datahubLines(plan),
    ...groupLines(plan.failures, style.red('failure:')),
    ...groupLines(plan.warnings, style.yellow('warning:'))
  ]
}

function optionLines({ path, before, after, heldBack }: OptionChange, style: Style): readonly string[] {
  const value = (text: string): string => visible(clip(text, LONGEST_VALUE))
  const change =
    before === null
      ? `${style.green('+')} ${visible(path)}: ${value(after ?? '')}`
      : after === null
        ? `${style.red('-')} ${visible(path)}: ${value(before)}`
        : `${style.yellow('~')} ${visible(path)}: ${value(before)} → ${value(after)}`
  const held = heldBack === null ? [] : [style.yellow(`      not planned: ${visible(heldBack)}`)]
  return [`  ${change}`, ...held]
}

function gapLines(title: string, gap: PlanGap | null, style: Style): readonly string[] {
  if (gap === null) return []
  const paint = gap.fault === null ? style.yellow : style.red
  const cure = gap.cure === undefined ? [] : indented(gap.cure)
  return [`  ${paint(`${title}:`)} ${visible(gap.message)} ${style.dim(`[${gap.code}]`)}`, ...cure]
}

function catalogueLines(plan: RecipePlan, style: Style): readonly string[] {
  const aspects = Object.entries(plan.aspects).map(([name, count]) => `${visible(name)} ${formatCount(count)}`)
  const others = Object.entries(plan.others).map(([type, counts]) => `${visible(type)}: ${countsText(counts)}`)
  return [
    `  Databases, tables and views: ${countsText(plan.counts)}`,
    ...plan.databases.flatMap((database) => databaseLines(database, style)),
    ...(aspects.length === 0 ? [] : [`  Aspects written otherwise: ${aspects.join(', ')}`]),
    ...(others.length === 0 ? [] : [`  Besides: ${others.join('; ')}`])
  ]
}

const LISTINGS = {
  complete: '',
  empty: ', empty',
  incomplete: ', its listing broke off',
  denied: ', AWS refuses its listing'
} as const

function databaseLines(database: DatabasePlan, style: Style): readonly string[] {
  const { name, change, listing, counts, entities } = database
  const shown = entities.slice(0, MOST_SHOWN)
  const rest = counts.toAdd + counts.toChange + counts.toRemove - shown.length
  const said = change === 'stays' ? '' : ` ${change}`
  return [
    `  ${style.bold(visible(name))}${said} (${countsText(counts)}${LISTINGS[listing]})`,
    ...shown.map((entity) => `    ${entityLine(entity, style)}`),
    ...(rest > 0 ? [style.dim(`    … and ${formatCount(rest)} more`)] : [])
  ]
}

function entityLine({ name, kind, change, rule, aspects, columns }: EntityPlan, style: Style): string {
  const mark = { add: style.green('+'), change: style.yellow('~'), remove: style.red('-') }[change]
  const by = rule === null ? '' : ` by ${rule}`
  const what = aspects.length === 0 ? '' : ` (${aspects.map(visible).join(', ')})`
  return `${mark} ${visible(name)}${kind === 'table' ? '' : ` [${kind}]`}${by}${what}${columnsText(columns)}`
}

function columnsText(columns: ColumnChanges | null): string {
  if (columns === null) return ''
  const { added, removed, retyped } = columns
  const parts = [
    ...removed.map((name) => `-${visible(name)}`),
    ...retyped.map(({ column, from, to }) => `~${visible(column)} ${visible(from)}→${visible(to)}`),
    ...added.map((name) => `+${visible(name)}`)
  ]
  return ` columns ${clip(parts.join(' '), LONGEST_VALUE)}`
}

function datahubLines({ held, stale }: RecipePlan): readonly string[] {
  const partly = held !== null && held.asked < held.of ? ` (of ${formatCount(held.of)}, the first)` : ''
  return [
    ...(held === null
      ? []
      : [
          `  DataHub, of ${formatNoun(held.asked, 'entity', 'entities')}${partly}: ${formatCount(held.toAdd)} to add, ` +
            `${formatCount(held.toChange)} to change, ${formatCount(held.unchanged)} as they are`
        ]),
    ...(stale === null
      ? []
      : [
          `  The next run removes ${formatNoun(stale.count, 'stale entity', 'stale entities')}`,
          ...stale.removed.slice(0, MOST_SHOWN).map((urn) => `    - ${visible(urn)}`),
          ...(stale.count > MOST_SHOWN ? [`    … and ${formatCount(stale.count - MOST_SHOWN)} more`] : []),
          ...stale.kept.map(({ message, count }) => `    kept ${formatCount(count)}: ${visible(message)}`)
        ])
  ]
}

function groupLines(groups: readonly FailureGroup[], mark: string): readonly string[] {
  return groups.flatMap(({ code, message, cure, count, resources }) => {
    const where = resources.length === 0 ? '' : `: ${resources.slice(0, 3).map(visible).join(', ')}`
    const times = count > 1 ? ` (${formatCount(count)} times)` : ''
    return [`  ${mark} ${visible(message)}${where}${times} [${code}]`, ...(cure === undefined ? [] : indented(cure))]
  })
}
