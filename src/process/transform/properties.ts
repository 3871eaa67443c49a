import { asObject, type JsonObject } from '../../core/json.ts'
import { pointer } from '../../core/json-pointer.ts'
import type { Replace } from '../../core/pattern-replace.ts'
import type { Merging } from '../../model/transformers.ts'
import { heldAspect, type TransformDeps, type Transformer, unchanged } from './transformer.ts'

type AddProperties = Merging & { readonly properties: Readonly<Record<string, string>> }

/**
 * simple_add_dataset_properties. Where the source gives no properties, as for the storage of a table, they are added to
 * what DataHub holds; the peer would write an aspect with nothing else in it, and so take away name and description.
 */
export function addProperties(options: AddProperties, deps: TransformDeps): Transformer {
  return {
    entityTypes: new Set(['dataset']),
    aspectName: 'datasetProperties',
    transform: async ({ urn, entityType, origin }, aspect) => {
      if (aspect === null) {
        const patch = Object.entries(options.properties).map(([name, value]) => ({
          op: 'add',
          path: `/customProperties/${pointer(name)}`,
          value
        }))
        const base = { urn, entityType, aspectName: 'datasetProperties', changeType: 'PATCH', aspect: patch } as const
        const unit = origin === undefined ? base : { ...base, origin }
        return { aspect: null, more: patch.length === 0 ? [] : [unit] }
      }
      const held = options.patch ? customOf(await heldAspect(deps, urn, 'datasetProperties')) : {}
      const existing = options.replaceExisting ? {} : customOf(aspect)
      return { aspect: { ...aspect, customProperties: { ...held, ...existing, ...options.properties } } }
    }
  }
}

function customOf(aspect: JsonObject | null): JsonObject {
  return asObject(aspect?.customProperties) ?? {}
}

/** replace_external_url, replace_external_url_container. */
export const replaceExternalUrl = (entityType: 'dataset' | 'container', replace: Replace): Transformer => ({
  entityTypes: new Set([entityType]),
  aspectName: entityType === 'dataset' ? 'datasetProperties' : 'containerProperties',
  transform: async (_entity, aspect) => {
    const url = aspect?.externalUrl
    return aspect === null || typeof url !== 'string' || url === ''
      ? unchanged(aspect)
      : { aspect: { ...aspect, externalUrl: replace(url) } }
  }
})
