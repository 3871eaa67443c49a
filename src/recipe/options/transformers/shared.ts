import { type ConfigNode, entryOf, shown } from '../../../core/config/node.ts'
import { option, type SectionRules, section, type ValuesOf } from '../../../core/config/option.ts'
import {
  checked,
  choice,
  flag,
  INVALID,
  type Invalid,
  list,
  type ReadContext,
  record,
  type Type,
  text
} from '../../../core/config/types.ts'
import { compileKeyValues, type KeyValues } from '../../../core/key-values.ts'
import type { PatternFault } from '../../../core/pattern-syntax.ts'
import { quoted } from '../../../core/quote.ts'
import type { Merging, TransformerOptions } from '../../../model/transformers.ts'

/** How the options of one type of transformer are read. */
export type TransformerType = Type<TransformerOptions>

/** What the options of a transformer are made into. */
type Build<V> = (values: V, node: ConfigNode, context: ReadContext) => TransformerOptions | Invalid

/** A type of transformer: what it does, in a sentence for users; its options; and what they mean. */
export function transformer<O extends Parameters<typeof section>[0]>(
  doc: string,
  table: O,
  build: Build<ValuesOf<O>>,
  rules: SectionRules<ValuesOf<O>> = {}
): TransformerType {
  const config = checked(section(table, 'the transformer’s config', rules), build)
  return { ...config, schema: { ...config.schema, description: doc } }
}

/** TransformerSemanticsConfigModel (configuration/common.py). */
export const MERGING = {
  semantics: option(
    choice(['OVERWRITE', 'PATCH'], { fold: true }),
    'OVERWRITE',
    'PATCH keeps what DataHub holds beside what is written; OVERWRITE does not.'
  ),
  replace_existing: option(flag, false, 'Whether what the source says gives way.')
} as const

export const mergingOf = (values: ValuesOf<typeof MERGING>): Merging => ({
  patch: values.semantics === 'PATCH',
  replaceExisting: values.replace_existing
})

/** A text that begins like an urn of one of these kinds; anything else GMS refuses, after the run has begun. */
export const urn = (...kinds: readonly string[]): Type<string> =>
  checked(text, (value, node, context) => {
    const prefixes = kinds.length === 0 ? ['urn:li:'] : kinds.map((kind) => `urn:li:${kind}:`)
    if (prefixes.some((prefix) => value.startsWith(prefix) && value.length > prefix.length)) return value
    context.tell(node.at, 'error', {
      code: 'bad-urn',
      message: `${node.kind === 'scalar' ? shown(node) : quoted(value)} is no urn of this kind`,
      cure: `write it as ${prefixes.map((prefix) => `${prefix}…`).join(' or ')}`
    })
    return INVALID
  })

const RULES = (values: Type<readonly string[]>) =>
  ({
    rules: option(record(values), {}, 'Patterns, and the values that belong to what they match.'),
    first_match_only: option(flag, true, 'Whether only the first pattern that matches counts.')
  }) as const

/** `{rules, first_match_only}` (KeyValuePattern): patterns match at the start, and tell upper from lower case. */
export function keyValues(value: Type<string> = text, values: Type<readonly string[]> = list(value)): Type<KeyValues> {
  return checked(section(RULES(values), 'this pattern'), (told, node, context) => {
    const compiled = compileKeyValues({ rules: told.rules, firstMatchOnly: told.first_match_only })
    if (compiled.ok) return compiled.value
    const rules = node.kind === 'map' ? entryOf(node, 'rules')?.value : undefined
    for (const fault of compiled.error) {
      const key = rules?.kind === 'map' ? entryOf(rules, fault.pattern)?.key : undefined
      tellPattern(fault, fault.pattern, { at: key?.at ?? node.at, context })
    }
    return INVALID
  })
}

/** Nothing for anything: what stands in for a pattern that is not given. */
export const NO_VALUES: KeyValues = { valuesOf: () => [] }

/** Tells what is wrong with a pattern. */
export function tellPattern(
  { message, offset, reason }: PatternFault,
  pattern: string,
  { at, context }: { readonly at: ConfigNode['at']; readonly context: ReadContext }
): Invalid {
  const invalid = reason === 'invalid'
  context.tell(at, 'error', {
    code: 'bad-pattern',
    message: `${quoted(pattern)} ${invalid ? 'is no regular expression' : 'cannot be used here'}: ${message} at position ${offset}`,
    cure: invalid
      ? 'write it as Python’s `re` understands it; a backslash before a character takes its meaning away'
      : 'write it with what JavaScript’s regular expressions have too'
  })
  return INVALID
}
