import type { NameFilter } from '../../core/allow-deny.ts'
import { type ConfigMap, entryOf, isOpen, shown } from '../../core/config/node.ts'
import { option, optionsSchema, readOptions } from '../../core/config/option.ts'
import { flag, INVALID, list, mismatch, orNull, type ReadContext, type Type, text } from '../../core/config/types.ts'
import { compileNameFilter, type ListedFault } from '../../core/pattern.ts'

/** The peer's AllowDenyPattern (configuration/common.py). */
const FILTER_OPTIONS = {
  allow: option(list(text), ['.*'], 'Patterns of what is let in.'),
  deny: option(list(text), [], 'Patterns of what is left out; they win.'),
  ignoreCase: option(orNull(flag), true, 'Whether upper and lower case are the same.')
} as const

/** Lets everything through: what the peer uses where a recipe says nothing. */
export const ALLOW_ALL: NameFilter = {
  allows: () => true,
  decidedBy: () => ({ allowed: true, pattern: '.*', index: 0 })
}

/** `{allow, deny, ignoreCase}` with Python's regular expressions, anchored at the start only (`re.match`). */
export const nameFilter: Type<NameFilter> = {
  name: 'a mapping of allow, deny and ignoreCase',
  schema: optionsSchema(FILTER_OPTIONS),
  read(node, context) {
    if (node.kind !== 'map') return mismatch(node, this.name, context, 'write the patterns as a list under `allow:`')
    const told = readOptions(node, FILTER_OPTIONS, { where: 'this pattern', unknown: 'error' }, context)
    if (told === INVALID) return INVALID
    const compiled = compileNameFilter({ ...told, ignoreCase: told.ignoreCase === true })
    if (compiled.ok) return compiled.value
    for (const fault of compiled.error) tellFault(fault, node, context)
    return INVALID
  }
}

function tellFault({ list, index, offset, message, reason }: ListedFault, node: ConfigMap, context: ReadContext): void {
  const patterns = entryOf(node, list)?.value
  const place = patterns?.kind === 'list' ? (patterns.items.filter((item) => !isOpen(item))[index] ?? patterns) : node
  const pattern = place.kind === 'scalar' ? shown(place) : `${list}[${index}]`
  const invalid = reason === 'invalid'
  const glob = place.kind === 'scalar' && place.written === undefined ? globCure(String(place.value)) : null
  context.tell(place.at, 'error', {
    code: 'bad-pattern',
    message: `${pattern} ${invalid ? 'is no regular expression' : 'cannot be used here'}: ${message} at position ${offset}`,
    cure: invalid
      ? (glob ?? 'write it as Python’s `re` understands it; a backslash before a character takes its meaning away')
      : 'write it with what JavaScript’s regular expressions have too'
  })
}

/** What a pattern of file names, such as `*_tmp`, is as a regular expression. */
function globCure(pattern: string): string | null {
  return /^\*[\w.-]*\*?$/.test(pattern)
    ? `did you mean '${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}'?`
    : null
}
