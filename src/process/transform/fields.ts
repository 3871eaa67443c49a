import { asObject, type JsonObject } from '../../core/json.ts'
import type { KeyValues } from '../../core/key-values.ts'
import type { Merging } from '../../model/transformers.ts'
import { listOf, member } from './associations.ts'
import { byUrn, termStamp } from './terms.ts'
import { heldAspect, type TransformDeps, type Transformer, unchanged } from './transformer.ts'

/** How a field's own aspect is kept: tags under `globalTags.tags`, terms under `glossaryTerms.terms`. */
interface Kind {
  readonly holder: 'globalTags' | 'glossaryTerms'
  readonly list: 'tags' | 'terms'
  readonly key: 'tag' | 'urn'
}

const TAGS: Kind = { holder: 'globalTags', list: 'tags', key: 'tag' }
const TERMS: Kind = { holder: 'glossaryTerms', list: 'terms', key: 'urn' }

type Options = Merging & { readonly kind: 'add-field-tags' | 'add-field-terms'; readonly urns: KeyValues }

/** pattern_add_dataset_schema_tags, pattern_add_dataset_schema_terms: by the field's path. */
export function addToFields(options: Options, deps: TransformDeps): Transformer {
  const kind = options.kind === 'add-field-tags' ? TAGS : TERMS
  return {
    entityTypes: new Set(['dataset']),
    aspectName: 'schemaMetadata',
    transform: async ({ urn }, aspect) => {
      const held = options.patch ? await heldAspect(deps, urn, 'schemaMetadata') : null
      const schema = aspect ?? held
      if (schema === null) return unchanged(null)
      const own = listOf(schema, 'fields')
      const heldFields = new Map(listOf(held, 'fields').map((field) => [member(field, 'fieldPath'), field]))
      const paths = new Set(own.map((field) => member(field, 'fieldPath')))
      const lost = [...heldFields.values()].filter((field) => !paths.has(member(field, 'fieldPath')))
      const fields = [...own, ...lost]
      const extended = fields.map((field) =>
        extend(field, heldFields.get(member(field, 'fieldPath')), { kind, options, deps })
      )
      // What nothing is added to, and what the source does not give, is not written.
      if (aspect === null && extended.every((field, index) => field === fields[index])) return unchanged(null)
      return { aspect: { ...schema, fields: extended } }
    }
  }
}

interface Setting {
  readonly kind: Kind
  readonly options: Options
  readonly deps: TransformDeps
}

function extend(field: JsonObject, held: JsonObject | undefined, { kind, options, deps }: Setting): JsonObject {
  const added = options.urns.valuesOf(member(field, 'fieldPath')).map((urn) => ({ [kind.key]: urn }))
  if (added.length === 0) return field
  const all = [...added, ...(options.replaceExisting ? [] : listIn(field, kind))]
  const kept = held === undefined ? [] : listIn(held, kind)
  const keptKeys = new Set(kept.map((item) => member(item, kind.key)))
  const fresh = all.filter((item) => !keptKeys.has(member(item, kind.key)))
  const first = kind === TAGS ? [...fresh, ...kept] : [...kept, ...fresh]
  const items = onceEach(first, kind)
  const stamp = kind === TERMS ? { auditStamp: holderOf(field, kind)?.auditStamp ?? termStamp(deps.now) } : {}
  return { ...field, [kind.holder]: { [kind.list]: items, ...stamp } }
}

function holderOf(field: JsonObject, { holder }: Kind): JsonObject | null {
  return asObject(field[holder])
}

const listIn = (field: JsonObject, kind: Kind): readonly JsonObject[] => listOf(holderOf(field, kind), kind.list)

/** The first of each: a field that has a tag twice shows it twice. */
function onceEach(items: readonly JsonObject[], kind: Kind): readonly JsonObject[] {
  const key = kind === TERMS ? byUrn : (item: JsonObject) => member(item, kind.key)
  const seen = new Set<string>()
  return items.filter((item) => {
    const isNew = !seen.has(key(item))
    seen.add(key(item))
    return isNew
  })
}
