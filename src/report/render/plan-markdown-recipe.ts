import type { OptionChange, PlanGap, RecipePlan } from '../../model/plan.ts'
import { formatCount, formatNoun } from './format.ts'
import { bytesOf, cell, details, heading, row, table } from './html.ts'
import { type Detail, diagnosticTable, failureTable, moreRow } from './markdown-groups.ts'
import { allLists, fittingLists } from './plan-markdown-databases.ts'
import { gapBlock, name, someOf, value } from './plan-markdown-names.ts'
import { aspectLines, standOutTable } from './plan-markdown-standouts.ts'
import { countsOf, editOf, isWrong, shortCountsOf, sumOf } from './plan-markdown-words.ts'
import { SOURCE } from './words.ts'

/** Where it is read. */
export interface PlanPlace {
  /** Whether accounts and roles are told: a comment is read by more people than a run's page. */
  readonly identity: boolean
  /** Whether what stands above has the recipe's counts already, because it is the only one. */
  readonly isAlone: boolean
  /** Says that it was shortened, to what, and where everything is. */
  readonly shortened: (what: string) => string
}

/** The steps by which a recipe's part is shortened until it fits, and what each still shows. */
const FULL: Detail = { groups: 200, samples: 10 }
const SHORT: Detail = { groups: 20, samples: 5 }
const LEAST: Detail = { groups: 3, samples: 1 }

/** Names of each thing that stands out. */
const STAND_OUTS = 6

/** More options than this are folded, and so are those of a file that is new or gone: they are the whole of it. */
const OPEN_OPTIONS = 12

const joined = (parts: readonly string[]): string => parts.join('\n\n')

/**
 * One recipe's plan in at most `limit` bytes of UTF-8, or null when not even its totals fit. Shortened in steps, each of
 * which says so: everything · without the lists of the largest databases · counts of databases · totals.
 */
export function renderRecipePlan(recipe: RecipePlan, limit: number, place: PlanPlace): string | null {
  const whole = joined(sections(recipe, FULL, place))
  const all = allLists(recipe.databases, limit - bytesOf(whole))
  if (all !== null) return joined([whole, ...all])
  for (const detail of [FULL, SHORT, LEAST]) {
    const head = joined([...sections(recipe, detail, place), place.shortened('what fits here')])
    const lists = fittingLists(recipe.databases, limit - bytesOf(head) - SLACK)
    if (lists !== null) return joined([head, ...lists])
  }
  return (
    [LEAST, null]
      .map((detail) =>
        joined([
          ...(detail === null ? [totals(recipe, place)] : sections(recipe, detail, place)),
          place.shortened('totals')
        ])
      )
      .find((text) => bytesOf(text) <= limit) ?? null
  )
}

/** Line ends between parts. */
const SLACK = 16

function sections(recipe: RecipePlan, detail: Detail, place: PlanPlace): readonly string[] {
  const found = titled('In the recipe', recipe.diagnostics, () => diagnosticTable(recipe.diagnostics, detail))
  // Of a text that is wrong nothing else is known, and what it says otherwise may be what is wrong.
  if (isWrong(recipe)) return [totals(recipe, place), ...found]
  const standOuts = standOutTable(recipe, Math.min(detail.samples, STAND_OUTS))
  return [
    totals(recipe, place),
    ...gaps(recipe).map(gapBlock),
    ...found,
    ...(standOuts === null ? [] : [standOuts]),
    ...titled('Failures', recipe.failures, () => failureTable(recipe.failures, detail)),
    ...titled('Warnings', recipe.warnings, () => failureTable(recipe.warnings, detail)),
    ...optionSection(recipe, detail),
    ...factsTable(recipe, detail, place),
    ...keptSection(recipe, detail)
  ]
}

/** What is not known; one reason for both is told once. */
const gaps = ({ unread, unasked }: RecipePlan): readonly PlanGap[] =>
  [unread, unasked]
    .filter((gap): gap is PlanGap => gap !== null)
    .filter(({ code }, i, all) => i === 0 || all[0]?.code !== code)

const titled = (title: string, list: readonly unknown[], body: () => string): readonly string[] =>
  list.length === 0 ? [] : [`<h4>${title}</h4>\n${body()}`]

/** What is said of a recipe whatever room there is. */
function totals(recipe: RecipePlan, { isAlone }: PlanPlace): string {
  const pipeline = recipe.pipelineName === null ? '' : `, pipeline ${name(recipe.pipelineName)}`
  const from = recipe.renamedFrom === null ? '' : ` from ${name(recipe.renamedFrom)}`
  const isKnown = sumOf(recipe.counts) > 0 || (recipe.unread === null && !isWrong(recipe))
  const counts = isKnown && !isAlone ? `<br><b>${countsOf(recipe.counts)}</b>` : ''
  return `<p>${name(recipe.recipe)}, ${editOf(recipe)}${from}${pipeline}${counts}</p>`
}

function optionSection({ options, edit }: RecipePlan, { groups }: Detail): readonly string[] {
  if (options.length === 0) return []
  const rows = options.slice(0, groups).map(optionRow)
  const body = table([heading('Option', 'Before', 'After'), ...rows, ...moreRow(options.length - rows.length, 3)])
  const title = `${formatNoun(options.length, 'option')} changed`
  return [details(title, body, options.length <= OPEN_OPTIONS && edit !== 'added' && edit !== 'removed')]
}

const optionRow = ({ path, before, after, heldBack }: OptionChange): string =>
  row(cell(value(path)), cell(said(before)), cell(`${said(after)}${heldBack === null ? '' : '<br>⚠️ held back'}`))

const said = (json: string | null): string => (json === null ? '<i>not set</i>' : value(json))

function factsTable(recipe: RecipePlan, { groups }: Detail, { identity }: PlanPlace): readonly string[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Aspects that change', Object.keys(recipe.aspects).length === 0 ? null : aspectLines(recipe.aspects, groups)],
    ['Besides', othersOf(recipe)],
    ['Compared with DataHub', heldOf(recipe)],
    ['Read as', identity ? identityOf(recipe) : null]
  ]
  const rows = facts.flatMap(([title, text]) =>
    text === null ? [] : [row(`<th align="left">${title}</th>`, cell(text))]
  )
  return rows.length === 0 ? [] : [table(rows)]
}

/** What is neither database nor table, such as jobs and tags. */
function othersOf({ others }: RecipePlan): string | null {
  const lines = Object.entries(others)
    .filter(([, counts]) => sumOf(counts) > 0)
    .map(([type, counts]) => `${name(type)}: ${shortCountsOf(counts)}`)
  return lines.length === 0 ? null : someOf(lines.slice(0, MOST_TYPES), lines.length)
}

/** DataHub has fewer types of entities that a catalogue can hold. */
const MOST_TYPES = 10

/** What the next run would find in DataHub; not all of it follows from this edit. */
function heldOf({ held }: RecipePlan): string | null {
  if (held === null) return null
  const { toAdd, toChange, unchanged, of, asked } = held
  const part = asked < of ? `of the first ${formatCount(asked)} entities of ${formatCount(of)}, ` : ''
  return `${part}the next run adds ${formatCount(toAdd)}, changes ${formatCount(toChange)} and leaves ${formatCount(unchanged)} as they are`
}

function identityOf({ identity }: RecipePlan): string | null {
  if (identity === null) return null
  return `${value(identity.arn)}<br>account ${name(identity.account)}, region ${name(identity.region)}, ${SOURCE[identity.source]}`
}

/** What stale removal would keep, and why. */
function keptSection({ stale }: RecipePlan, detail: Detail): readonly string[] {
  if (stale === null || stale.kept.length === 0) return []
  const count = stale.kept.reduce((sum, group) => sum + group.count, 0)
  return [
    details(
      `Kept in DataHub, though the next run would not see them (${formatCount(count)})`,
      failureTable(stale.kept, detail)
    )
  ]
}
