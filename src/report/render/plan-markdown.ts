import type { PlanReport, RecipePlan } from '../../model/plan.ts'
import { htmlText, prose } from './escape.ts'
import { formatNoun } from './format.ts'
import { bytesOf, cell, details, heading, numberCell, row, table } from './html.ts'
import { SUMMARY_LIMIT } from './markdown.ts'
import { moreRow, stopBlock } from './markdown-groups.ts'
import { name } from './plan-markdown-names.ts'
import { type PlanPlace, renderRecipePlan } from './plan-markdown-recipe.ts'
import { editOf, isWrong, planMark, planTitle, recipeMark } from './plan-markdown-words.ts'
import { MARKS } from './words.ts'

/**
 * GitHub refuses a comment of more than 65,536 characters (in comments it has been seen to take four times as many bytes
 * of UTF-8). Bytes are never fewer than characters, whatever is called one, so they are what is counted here.
 */
export const COMMENT_LIMIT = 65_000

const SEPARATOR = '\n\n'
const joined = (parts: readonly string[]): string => `${parts.join(SEPARATOR)}\n`

const IN_SUMMARY: Omit<PlanPlace, 'isAlone'> = {
  identity: true,
  shortened: (what) =>
    `<p><i>Shortened to ${what}, for GitHub shows no summary of more than 1 MiB. Everything is in plan.json (output <code>plan-path</code>).</i></p>`
}

const IN_COMMENT: Omit<PlanPlace, 'isAlone'> = {
  identity: false,
  shortened: (what) =>
    `<p><i>Shortened to ${what}, for GitHub takes no comment of more than 65,536 characters. The whole plan is linked below.</i></p>`
}

/** The plan for a step's summary, in at most `limit` bytes of UTF-8. All of it is HTML blocks, as in `renderMarkdown`. */
export function renderPlanSummary(report: PlanReport, limit: number = SUMMARY_LIMIT): string {
  return fitted(report, 'h2', '', { limit, place: IN_SUMMARY })
}

/**
 * The plan for a comment on a pull request, in at most `limit` bytes of UTF-8. The same plan is always the same text: it
 * says nothing of when and where it was made.
 * @param label Tells several comments on one pull request apart; '': there is one.
 */
export function renderPlanComment(report: PlanReport, label: string, limit: number = COMMENT_LIMIT): string {
  return fitted(report, 'h3', label === '' ? '' : ` (${label})`, { limit, place: IN_COMMENT })
}

interface Frame {
  readonly limit: number
  readonly place: Omit<PlanPlace, 'isAlone'>
}

function fitted(report: PlanReport, tag: 'h2' | 'h3', label: string, { limit, place }: Frame): string {
  const title = `<${tag}>${MARKS[planMark(report)]} ${prose(`${planTitle(report)}${label}`)}</${tag}>`
  const head = [title, ...(report.stopped === null ? [] : [stopBlock(report.stopped)])]
  const overviews = report.recipes.length > 1 ? OVERVIEW_ROWS.map((rows) => [overview(report.recipes, rows)]) : [[]]
  const heads = [...overviews.map((table) => [...head, ...table]), head, [title]]
  const fitting = heads.find((parts) => bytesOf(joined(parts)) <= limit / 2) ?? [title]
  const text = joined([...fitting, ...sections(report.recipes, { limit: limit - bytesOf(joined(fitting)), place })])
  return [text, joined([title])].find((candidate) => bytesOf(candidate) <= limit) ?? ''
}

/** What says that recipes have no part; its size is set aside. */
const leftOut = (count: number, { shortened }: Frame['place']): string =>
  shortened(`the others; ${formatNoun(count, 'recipe has', 'recipes have')} no section`)

/** Less than this is not worth a part: some recipes then have one, and the others have none. */
const LEAST_SHARE = 1000

/** Line ends between the parts and at the end. */
const SLACK = 16

/**
 * Recipes share what room there is: each may use an equal part of what those that need less have left. They stand in their
 * own order all the same.
 */
function sections(recipes: readonly RecipePlan[], { limit, place }: Frame): readonly string[] {
  const render = (recipe: RecipePlan, room: number): string | null =>
    recipes.length === 1
      ? renderRecipePlan(recipe, room, { ...place, isAlone: true })
      : folded(recipe, room, { ...place, isAlone: false })
  const needed = recipes.map((recipe) => bytesOf(render(recipe, limit) ?? '') || limit)
  const order = recipes.map((_, i) => i).sort((a, b) => (needed[a] ?? 0) - (needed[b] ?? 0) || a - b)
  const parts = recipes.map((): string | null => null)
  let left = limit - bytesOf(leftOut(recipes.length, place)) - SLACK
  order.forEach((at, i) => {
    const recipe = recipes[at]
    const share = Math.min(left, Math.max(LEAST_SHARE, Math.floor(left / (order.length - i)))) - SEPARATOR.length
    const part = recipe === undefined ? null : render(recipe, share)
    if (part === null) return
    parts[at] = part
    left -= bytesOf(part) + SEPARATOR.length
  })
  const shown = parts.filter((part) => part !== null)
  return shown.length === recipes.length ? shown : [...shown, leftOut(recipes.length - shown.length, place)]
}

function folded(recipe: RecipePlan, limit: number, place: PlanPlace): string | null {
  const wrap = (body: string): string =>
    details(`${MARKS[recipeMark(recipe)]} ${name(recipe.recipe)}`, body, recipeMark(recipe) !== 'success')
  const body = renderRecipePlan(recipe, limit - bytesOf(wrap('')), place)
  return body === null ? null : wrap(body)
}

/** Recipes in the table of them, at each step of shortening; of more the rest is counted. */
const OVERVIEW_ROWS = [200, 50, 10]

function overview(recipes: readonly RecipePlan[], most: number): string {
  const rows = recipes.slice(0, most).map(overviewRow)
  const head = heading('Recipe', 'File', 'To add', 'To change', 'To remove')
  return table([head, ...rows, ...moreRow(recipes.length - rows.length, 5)])
}

function overviewRow(recipe: RecipePlan): string {
  const { counts } = recipe
  const first = [cell(`${MARKS[recipeMark(recipe)]} ${name(recipe.recipe)}`), cell(editOf(recipe))]
  if (isWrong(recipe)) return row(...first, '<td colspan="3">the recipe is wrong</td>')
  if (recipe.unread !== null) return row(...first, '<td colspan="3">the catalogue was not read to its end</td>')
  return row(...first, numberCell(counts.toAdd), numberCell(counts.toChange), numberCell(counts.toRemove))
}

/** What stands in place of a plan when the pull request no longer touches a recipe. */
export const renderOutdated = (label: string): string =>
  joined([
    `<h3>${prose(`DataHub Glue plan${label === '' ? '' : ` (${label})`}: no recipe is touched any more`)}</h3>`,
    '<p>An earlier state of this pull request changed recipes; it no longer does.</p>'
  ])

/** Where a plan was made, and where all of it is. */
export interface PlanOrigin {
  /** The page of the workflow run. */
  readonly runUrl: string
  /** The commit that was planned; '': it is not known. */
  readonly head: string
  /** The commit it was compared with; null: none. */
  readonly base: string | null
}

const SHORT_SHA = 7

/** The last line of a comment. It is another with every run, and so no part of what is compared. */
export function renderOrigin({ runUrl, head, base }: PlanOrigin): string {
  const commit = (sha: string): string => `<code>${htmlText(sha.slice(0, SHORT_SHA))}</code>`
  const of = head === '' ? '' : ` of ${commit(head)}`
  const against = base === null ? '' : `, compared with ${commit(base)}`
  return `<p><sub>Nothing was written to DataHub. <a href="${htmlText(runUrl)}">The whole plan${of}</a>${against}.</sub></p>\n`
}
