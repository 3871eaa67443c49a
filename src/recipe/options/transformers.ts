import { type ConfigNode, entryOf, isOpen, shown } from '../../core/config/node.ts'
import { option, required, section } from '../../core/config/option.ts'
import { anything, INVALID, list, type ReadContext, type Type, text } from '../../core/config/types.ts'
import { quoted } from '../../core/quote.ts'
import { suggest } from '../../core/suggest.ts'
import { TRANSFORMERS } from './plugin-names.ts'

const TRANSFORMER = {
  type: required(text, 'What the transformer does.'),
  config: option(anything, null, 'The transformer’s own options.')
} as const

const each = section(TRANSFORMER, 'transformers')

/** `transformers`: none is there yet, so that each is told of by its name. */
export const transformers: Type<readonly unknown[]> = list({
  name: 'a mapping with `type` and `config`',
  read(node, context) {
    const values = each.read(node, context)
    if (values === INVALID) return INVALID
    tellMissing(values.type, node, context)
    return INVALID
  }
})

function tellMissing(type: string, node: ConfigNode, context: ReadContext): void {
  const place = node.kind === 'map' ? (entryOf(node, 'type')?.value ?? node) : node
  if (isOpen(place)) return
  const name = place.kind === 'scalar' ? shown(place) : quoted(type)
  // A name with a dot or a colon is a class of the user's own to the peer.
  const isKnown = TRANSFORMERS.includes(type) || /[.:]/.test(type)
  const near = isKnown ? null : suggest(type, TRANSFORMERS)
  context.tell(place.at, 'error', {
    code: isKnown ? 'not-supported-yet' : 'unknown-transformer',
    message: isKnown ? `the transformer ${name} is not supported yet` : `there is no transformer ${name}`,
    cure: near === null ? 'remove it: what it changes would silently be missing' : `did you mean '${near}'?`
  })
}
