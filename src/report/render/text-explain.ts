import type { ExplainResult, FilterAnswer, NameAnswer } from '../../model/explain.ts'
import { visible } from './escape.ts'

const FILTER_WIDTH = 'database_pattern'.length

/** What a recipe makes of names, for people. */
export const renderExplanation = ({ file, names }: ExplainResult): string =>
  names.map((answer) => `${linesOf(answer, file).map(visible).join('\n')}\n`).join('')

function linesOf({ name, droppedBy, filters, notes }: NameAnswer, file: string): readonly string[] {
  return [
    `${name}: ${droppedBy === null ? 'kept' : `dropped by ${droppedBy}`}`,
    ...filters.map((answer) => `  ${answer.filter.padEnd(FILTER_WIDTH)}  ${saidBy(answer, file)}`),
    ...notes.map((note) => `  note: ${note}`)
  ]
}

function saidBy({ matched, list, pattern, place }: FilterAnswer, file: string): string {
  const where = place === null ? 'the default' : `${file}:${place.line}:${place.column}`
  if (pattern === null) return `'${matched}' matches no pattern of allow (${where})`
  return `'${matched}' matches ${list} '${pattern}' (${where})`
}
