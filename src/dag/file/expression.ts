import type { Json } from '../../core/json.ts'
import { err, ok, type Result } from '../../core/result.ts'

/** Gives what a path such as `['params', 'region']` names; undefined when there is no such thing. */
export type Lookup = (path: readonly string[]) => Json | undefined

type Operand =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'path'; readonly path: readonly string[] }

const OPERATORS = ['>=', '<=', '==', '!=', '>', '<'] as const
type Operator = (typeof OPERATORS)[number]

interface Comparison {
  readonly text: string
  readonly left: Operand
  /** null: whether the left is true. */
  readonly test: { readonly operator: Operator; readonly right: Operand } | null
  readonly negated: boolean
}

/** A condition: comparisons that all have to hold. */
export interface Condition {
  readonly text: string
  readonly comparisons: readonly Comparison[]
}

const PATH = /^[\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+|\[\d+\])*$/u
const NUMBER = /^-?\d+(\.\d+)?$/
const QUOTED = /^(?:'([^']*)'|"([^"]*)")$/
const COMPARISON = /^(.+?)\s*(>=|<=|==|!=|>|<)\s*(.+)$/s

/** `tables >= 10 and params.full == true`; the error says in a line what cannot be read. */
export function parseCondition(text: string): Result<Condition, string> {
  const comparisons: Comparison[] = []
  for (const part of partsOf(text)) {
    const negated = /^not\s+/.test(part.trim())
    const plain = part.trim().replace(/^not\s+/, '')
    const [, left = plain, operator, right] = COMPARISON.exec(plain) ?? []
    const first = parseOperand(left)
    const second = right === undefined ? null : parseOperand(right)
    if (first === null || (right !== undefined && second === null)) return err(`'${part.trim()}' is no comparison`)
    const found = OPERATORS.find((known) => known === operator)
    const test = found === undefined || second === null ? null : { operator: found, right: second }
    comparisons.push({ text: part.trim(), left: first, test, negated })
  }
  return ok({ text, comparisons })
}

/** What stands between the `and`s. An `and` inside quotes is text. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(/'[^']*'|"[^"]*"|\s+and\s+/g)) {
    if (found.trim() !== 'and') continue
    parts.push(text.slice(from, index))
    from = index + found.length
  }
  return [...parts, text.slice(from)]
}

function parseOperand(text: string): Operand | null {
  const word = text.trim()
  const quoted = QUOTED.exec(word)
  if (quoted !== null) return { kind: 'value', value: quoted[1] ?? quoted[2] ?? '' }
  if (NUMBER.test(word)) return { kind: 'value', value: Number(word) }
  if (word === 'true' || word === 'false') return { kind: 'value', value: word === 'true' }
  if (word === 'null') return { kind: 'value', value: null }
  return PATH.test(word) ? { kind: 'path', path: pathOf(word) } : null
}

/** `a.b[2]` → `a`, `b`, `2`. A task id may hold dots: who looks up a path puts such names together again. */
export const pathOf = (text: string): readonly string[] => text.replaceAll('[', '.').replaceAll(']', '').split('.')

/**
 * Whether the condition holds, or else the comparison that does not, with the values that it had. `absent`: what is
 * said of a name that there is not. With `fails` it never holds, not even denied: a check must not pass by a slip.
 */
export function judge(
  condition: Condition,
  lookup: Lookup,
  absent: 'is-nothing' | 'fails' = 'is-nothing'
): Result<null, string> {
  for (const comparison of condition.comparisons) {
    const fault = comparisonFault(comparison, lookup, absent)
    if (fault !== null) return err(`${comparison.text} does not hold: ${fault}`)
  }
  return ok(null)
}

function comparisonFault(
  { left, test, negated }: Comparison,
  lookup: Lookup,
  absent: 'is-nothing' | 'fails'
): string | null {
  const first = operandValue(left, lookup)
  if (absent === 'fails' && first === undefined) return `there is no ${pathText(left)}`
  if (test === null) return isTrue(first) === negated ? written(first) : null
  const second = operandValue(test.right, lookup) ?? wordOf(test.right)
  if (absent === 'fails' && second === undefined) return `there is no ${pathText(test.right)}`
  return compare(first, test.operator, second) === negated ? `${written(first)} and ${written(second)}` : null
}

const written = (value: Json | undefined): string => JSON.stringify(value) ?? 'nothing'

/** The names that a condition uses. A word alone on the right may be text, so it is none of them. */
export const conditionPaths = ({ comparisons }: Condition): readonly (readonly string[])[] =>
  comparisons.flatMap(({ left, test }) => [
    ...(left.kind === 'path' ? [left.path] : []),
    ...(test?.right.kind === 'path' && test.right.path.length > 1 ? [test.right.path] : [])
  ])

function operandValue(operand: Operand, lookup: Lookup): Json | undefined {
  return operand.kind === 'value' ? operand.value : lookup(operand.path)
}

/** One word on the right that names nothing is text: `status == success`. */
const wordOf = (operand: Operand): Json | undefined =>
  operand.kind === 'path' && operand.path.length === 1 ? operand.path[0] : undefined

const pathText = (operand: Operand): string =>
  operand.kind === 'path' ? operand.path.join('.') : textOf(operand.value)

const isTrue = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== false && value !== 0 && value !== '' && value !== 'false'

/** Numbers are compared as numbers, also where one is written as text; anything else as text. */
function compare(left: Json | undefined, operator: Operator, right: Json | undefined): boolean {
  const [a, b] = [numberOf(left), numberOf(right)]
  if (a !== null && b !== null) return ORDER[operator](a - b)
  if (operator === '==' || operator === '!=') {
    const same = textOf(left) === textOf(right)
    return operator === '==' ? same : !same
  }
  if (typeof left !== 'string' || typeof right !== 'string') return false
  return ORDER[operator](left < right ? -1 : left > right ? 1 : 0)
}

const ORDER: Readonly<Record<Operator, (difference: number) => boolean>> = {
  '>=': (d) => d >= 0,
  '<=': (d) => d <= 0,
  '==': (d) => d === 0,
  '!=': (d) => d !== 0,
  '>': (d) => d > 0,
  '<': (d) => d < 0
}

function numberOf(value: Json | undefined): number | null {
  if (typeof value === 'number') return value
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : null
}

/** A value as text, as a template writes it: texts as they are, nothing as '', the rest as JSON. */
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)

const TEMPLATE = /\{\{\s*(.*?)\s*\}\}/gs

/** The paths in a text's `{{ … }}`, or what cannot be read in it. */
export function templatePaths(text: string): Result<readonly string[], string> {
  const found = [...text.matchAll(TEMPLATE)].map(([, path = '']) => path)
  const bad = found.find((path) => !PATH.test(path))
  if (bad !== undefined) return err(`'{{ ${bad} }}' is no path such as {{ params.region }}`)
  return text.replace(TEMPLATE, '').includes('{{') ? err("a '{{' is not closed by '}}'") : ok(found)
}

/** The text with its `{{ … }}` filled in, or the path that names nothing. */
export function fill(text: string, lookup: Lookup): Result<string, string> {
  let missing: string | null = null
  const filled = text.replace(TEMPLATE, (_all, path: string) => {
    const value = lookup(pathOf(path))
    if (value === undefined) missing ??= path
    return textOf(value)
  })
  return missing === null ? ok(filled) : err(`{{ ${String(missing)} }} names nothing`)
}
