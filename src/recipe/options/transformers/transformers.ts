import { type ConfigMap, type ConfigNode, entryOf, isOpen, shown } from '../../../core/config/node.ts'
import { option, readOptions, required } from '../../../core/config/option.ts'
import {
  anything,
  INVALID,
  type Invalid,
  list,
  mismatch,
  type ReadContext,
  schemaOf,
  type Type,
  text
} from '../../../core/config/types.ts'
import { quoted } from '../../../core/quote.ts'
import { suggest } from '../../../core/suggest.ts'
import type { TransformerOptions } from '../../../model/transformers.ts'
import { typedSchema } from '../typed-schema.ts'
import { CONTENT } from './content.ts'
import { PEOPLE } from './people.ts'
import { PLACE } from './place.ts'
import type { TransformerType } from './shared.ts'
import { VOCABULARY } from './vocabulary.ts'

/** Every transformer that runs here, by the peer's name for it. */
export const TRANSFORMERS: Readonly<Record<string, TransformerType>> = {
  ...VOCABULARY,
  ...PEOPLE,
  ...PLACE,
  ...CONTENT
}

/** The peer's transformers that call Python code of the user's own, and what does without. */
const WITH_CODE: Readonly<Record<string, string>> = {
  add_dataset_tags: 'pattern_add_dataset_tags',
  add_dataset_terms: 'pattern_add_dataset_terms',
  add_dataset_ownership: 'pattern_add_ownership',
  add_ownership: 'pattern_add_ownership',
  add_dataset_domain: 'pattern_add_domain',
  add_domain: 'pattern_add_domain',
  add_dataset_properties: 'simple_add_dataset_properties',
  add_dataset_dataproduct: 'pattern_add_dataset_dataproduct'
}

const TRANSFORMER = {
  type: required(text, 'What the transformer does.'),
  config: option(anything, null, 'The transformer’s own options.')
} as const

const CONFIGS = Object.fromEntries(Object.entries(TRANSFORMERS).map(([name, type]) => [name, schemaOf(type)]))

/** One transformer: `type` decides what may stand in `config`. */
const transformer: Type<TransformerOptions> = {
  name: 'a mapping with `type` and `config`',
  schema: typedSchema(TRANSFORMER, CONFIGS, { always: true }),
  read(node, context) {
    if (node.kind !== 'map') return mismatch(node, this.name, context)
    const values = readOptions(node, TRANSFORMER, { where: 'a transformer', unknown: 'error' }, context)
    if (values === INVALID) return INVALID
    const known = Object.hasOwn(TRANSFORMERS, values.type) ? TRANSFORMERS[values.type] : undefined
    return known === undefined ? tellUnknown(values.type, node, context) : readConfig(known, node, context)
  }
}

/** `transformers`, in order. */
export const transformers: Type<readonly TransformerOptions[]> = list(transformer)

/** The peer wants a mapping even where every option has a default. */
function readConfig(type: TransformerType, node: ConfigMap, context: ReadContext): TransformerOptions | Invalid {
  const config = entryOf(node, 'config')
  if (config !== undefined && isOpen(config.value)) return { kind: 'nothing' }
  if (config !== undefined) return type.read(config.value, context)
  const cure = 'add `config:`; where there is nothing to say, write `config: {}`'
  context.tell(node.at, 'error', { code: 'missing-key', message: 'the transformer has no config', cure })
  return INVALID
}

function tellUnknown(type: string, node: ConfigMap, context: ReadContext): TransformerOptions | Invalid {
  const place: ConfigNode = entryOf(node, 'type')?.value ?? node
  if (isOpen(place)) return { kind: 'nothing' }
  const name = place.kind === 'scalar' ? shown(place) : quoted(type)
  const instead = Object.hasOwn(WITH_CODE, type) ? WITH_CODE[type] : undefined
  // A name with a dot or a colon is a class of the user's own to the peer.
  if (instead !== undefined || /[.:]/.test(type)) {
    const cure = instead === undefined ? 'use one of the transformers that the README lists' : `use ${instead}`
    context.tell(place.at, 'error', { code: 'needs-python', message: `the transformer ${name} runs Python code`, cure })
    return INVALID
  }
  const near = suggest(type, Object.keys(TRANSFORMERS))
  const cure = near === null ? 'the README lists the transformers' : `did you mean '${near}'?`
  context.tell(place.at, 'error', { code: 'unknown-transformer', message: `there is no transformer ${name}`, cure })
  return INVALID
}
