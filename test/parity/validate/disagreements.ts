import { isScalar, parseDocument, visit } from 'yaml'
import type { Diagnostic, Position } from '../../../src/core/diagnostic.ts'

/** An error of `validate` that the peer's configuration classes do not have, and why it is one. */
interface Disagreement {
  /** A rule, or several. */
  readonly rule: RegExp
  /** Which of the rule's messages; absent: all of them. */
  readonly message?: RegExp
  /** The keys down to where it is told, with dots between them; absent: anywhere. */
  readonly inside?: RegExp
  readonly reason: string
}

/** Everything that only this project refuses. There is nothing that only the peer refuses. */
export const DISAGREEMENTS: readonly Disagreement[] = [
  { rule: /^not-supported-yet$/, reason: 'DataHub has the option and this program does not: it is said, not left out' },
  { rule: /^unknown-source$/, reason: 'DataHub has the source and this program does not, or nobody has it' },
  { rule: /^unknown-sink$/, reason: 'DataHub has the sink and this program does not, or nobody has it' },
  { rule: /^needs-python$/, reason: 'The transformer runs Python code' },
  { rule: /^bad-role-arn$/, reason: 'STS refuses it at the beginning of a run' },
  { rule: /^bad-server$/, reason: 'The peer finds out when it connects' },
  { rule: /^unknown-auth$/, reason: 'The peer finds out when it connects' },
  { rule: /^bad-header$/, reason: 'The peer finds out with its first request' },
  { rule: /^bad-urn$/, reason: 'GMS refuses every aspect with it' },
  { rule: /^bad-pattern$/, message: /cannot be used here/, reason: 'JavaScript has no words for it' },
  {
    rule: /^needs-datahub$/,
    reason:
      'Beside a sink that is no DataHub, and without a datahub_api, there is nobody to ask: the peer finds out when it makes the transformer or with the first entity, or finds nothing to clean up'
  },
  {
    rule: /^unknown-key$/,
    message: /^(?:sink\.config|datahub_api) has no option/,
    reason: 'The peer passes over it in silence: a slip there would change nothing and nobody would know'
  },
  {
    rule: /^(?:wrong-type|missing-key|unknown-key|out-of-range)$/,
    inside: /^source\.config\.aws_(?:role|advanced_config)\b/,
    reason:
      'boto3 finds out with the first call: arguments of AssumeRole, and most of botocore’s Config, are handed on unread'
  },
  {
    rule: /^(?:wrong-type|missing-key|unknown-key|out-of-range|bad-value)$/,
    inside: /^source\.config\.stateful_ingestion\.state_provider\.config\b/,
    reason: 'Where no state is kept the peer does not read what it would be kept in'
  },
  {
    rule: /^(?:wrong-type|missing-key|unknown-key|out-of-range|bad-value)$/,
    inside: /^reporting\b/,
    reason: 'The peer goes on without the report'
  },
  {
    rule: /^bad-pattern$/,
    inside: /^transformers\b/,
    reason: 'The peer compiles patterns of transformers with the first entity'
  },
  {
    rule: /^missing-key$/,
    message: /needs an owner_type_urn/,
    reason: 'The peer finds out with the first owner in a tag'
  },
  {
    rule: /^bad-value$/,
    message: /is not one of glue, athena/,
    reason: 'Urns of any other platform are none that Glue’s assets have, and an empty one GMS refuses'
  }
]

/** The disagreement that an error stands for; undefined: the peer is to refuse it too. */
export function disagreementOf(error: Diagnostic, text: string): Disagreement | undefined {
  const candidates = DISAGREEMENTS.filter(
    ({ rule, message }) => rule.test(error.code) && (message === undefined || message.test(error.message))
  )
  if (candidates.every(({ inside }) => inside === undefined)) return candidates[0]
  const path = pathAt(text, error)
  return candidates.find(({ inside }) => inside === undefined || inside.test(path))
}

/** The keys of mappings down to a place. */
function pathAt(text: string, { line, column }: Position): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const offset = (starts[line - 1] ?? 0) + column - 1
  const keys: string[] = []
  visit(parseDocument(text), {
    Pair: (_, { key, value }) => {
      const from = isScalar(key) ? (key.range?.[0] ?? 0) : 0
      const to = value !== null && typeof value === 'object' && 'range' in value ? endOf(value.range) : from
      const end = isScalar(key) ? Math.max(to, endOf(key.range)) : to
      if (offset < from || offset >= end) return visit.SKIP
      keys.push(String(key))
      return undefined
    }
  })
  return keys.join('.')
}

const endOf = (range: unknown): number => (Array.isArray(range) ? Number(range[1]) : 0)

/**
 * Whether the verdict on a recipe is the peer's, or differs for a reason that is listed. `peer`: whether its classes accept
 * the recipe.
 */
export function agrees(found: readonly Diagnostic[], text: string, peer: boolean): boolean {
  const errors = found.filter(({ severity }) => severity === 'error')
  return peer ? errors.every((error) => disagreementOf(error, text) !== undefined) : errors.length > 0
}
