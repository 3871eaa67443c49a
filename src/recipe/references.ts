import type { Position } from '../core/diagnostic.ts'
import { type ExpansionProblem, expandText, type Variables } from './expand-text.ts'

/** What a reference names: a parameter of Systems Manager, or a secret and a key of the JSON in it. */
export type Target =
  | { readonly service: 'ssm'; readonly name: string }
  | { readonly service: 'secretsmanager'; readonly name: string; readonly key: string | null }

/** `${ssm:/path/name}` or `${secretsmanager:name#json-key}` in a recipe: a value that AWS keeps. */
export interface Reference {
  readonly target: Target
  /** As it is written, variables filled in; what its value is known by. */
  readonly text: string
  readonly at: Position
  /** The keys down to the value it stands in. */
  readonly path: readonly string[]
}

/** Whether it stands in the options that say how AWS is reached: it is read before all others. */
export const isInAws = ({ path: [top, config, name = ''] }: Reference): boolean =>
  top === 'source' && config === 'config' && (name.startsWith('aws_') || name === 'read_timeout')

/** A text in which every reference is a mark that no text holds otherwise, so that variables can be filled in around it. */
export interface MarkedText {
  readonly marked: string
  /** By number; what is written as `\uE000<number>\uE001` in `marked`. */
  readonly references: readonly { readonly target: Target; readonly text: string }[]
  /** Why variables inside references could not be filled in. */
  readonly problems: readonly ExpansionProblem[]
}

/** Braces inside are those of variables: `${ssm:/datahub/${STAGE}/token}`. */
const REFERENCE = /(?<!\\)\$\{(ssm|secretsmanager):((?:[^{}]|\$\{[^{}]*\})+)\}/gu
const MARK = /\uE000(\d+)\uE001/gu
/** What the peer's expansion knows behind a colon: an operator, or the numbers of a slice (expand-text.ts). */
const OF_A_VARIABLE = /^(?:[-?=+]|\s*[+-]?\d+\s*(?::\s*[+-]?\d*\s*)?$)/u

/**
 * Finds the references of a text. What DataHub's own expansion understands stays a variable: `${ssm:-x}`, `${ssm:1:2}`,
 * and everything of a variable that is really called `ssm`. Any other `${ssm:…}` means an empty text there.
 */
export function markReferences(text: string, variables: Variables): MarkedText {
  const references: { target: Target; text: string }[] = []
  const problems: ExpansionProblem[] = []
  const marked = text.replace(REFERENCE, (whole, service: string, operand: string) => {
    if (variables.has(service) || OF_A_VARIABLE.test(operand)) return whole
    const inner = expandText(operand, variables)
    problems.push(...inner.problems)
    references.push({ target: targetOf(service, inner.value), text: `\${${service}:${inner.value}}` })
    return `\uE000${references.length - 1}\uE001`
  })
  return { marked, references, problems }
}

function targetOf(service: string, operand: string): Target {
  if (service === 'ssm') return { service, name: operand.trim() }
  const hash = operand.indexOf('#')
  const [name, key] = hash < 0 ? [operand, null] : [operand.slice(0, hash), operand.slice(hash + 1)]
  return { service: 'secretsmanager', name: name.trim(), key }
}

/** The numbers of the marks that are left in a text after its variables were filled in. */
export const marksIn = (text: string): readonly number[] => [...text.matchAll(MARK)].map(([, index]) => Number(index))

/** The text with its marks replaced. */
export const withoutMarks = (text: string, lookUp: (index: number) => string): string =>
  text.replace(MARK, (_mark, index: string) => lookUp(Number(index)))

const PARAMETER = /^[\w./:-]+$/u
const SECRET = /^[\w/+=.@:-]+$/u

/** Why AWS would not even look for it; null: it may be there. */
export function faultOfTarget(target: Target): { readonly message: string; readonly cure: string } | null {
  if (target.service === 'ssm') {
    const cure = `write it as \${ssm:/path/name} or \${ssm:/path/name:version}`
    return PARAMETER.test(target.name) ? null : { message: 'names no parameter', cure }
  }
  const cure = `write it as \${secretsmanager:name} or \${secretsmanager:name#json-key}`
  return SECRET.test(target.name) && target.key !== '' ? null : { message: 'names no secret', cure }
}
