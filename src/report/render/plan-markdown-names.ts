import type { PlanGap } from '../../model/plan.ts'
import { htmlCode, prose } from './escape.ts'
import { clip, formatCount } from './format.ts'

/** Names and texts of a plan, no longer than a reader of a pull request reads; plan.json has them whole. */

/** UTF-16 units of a name. Glue's own limit is 255 for a database and for a table. */
const LONGEST_NAME = 160
/** UTF-16 units of a value or a sentence. */
const LONGEST_TEXT = 400

/** A foreign name. */
export const name = (text: string): string => htmlCode(clip(text, LONGEST_NAME))

/** A foreign value, such as the JSON of an option. */
export const value = (text: string): string => htmlCode(clip(text, LONGEST_TEXT))

/** A foreign sentence. */
export const sentence = (text: string): string => prose(clip(text, LONGEST_TEXT))

/** What is not known, why, and how to mend that. */
export function gapBlock(gap: PlanGap): string {
  const cure = gap.cure === undefined ? '' : `<br>${sentence(gap.cure)}`
  return `<blockquote>${gap.fault === null ? 'ℹ️' : '❌'} ${sentence(gap.message)} (${name(gap.code)})${cure}</blockquote>`
}

/** Lines of a cell, and how many more there are. */
export function someOf(lines: readonly string[], count: number): string {
  const rest = count - lines.length
  return [...lines, ...(rest > 0 ? [lines.length === 0 ? '' : `and ${formatCount(rest)} more`] : [])].join('<br>')
}
