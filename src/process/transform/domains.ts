import type { JsonObject } from '../../core/json.ts'
import type { KeyValues } from '../../core/key-values.ts'
import type { Merging } from '../../model/transformers.ts'
import type { EntityType } from '../../model/work-unit.ts'
import { listOf, member, textsOf } from './associations.ts'
import { ContainerRollup } from './container-rollup.ts'
import { heldAspect, type TransformDeps, type Transformer, unchanged } from './transformer.ts'

export interface AddDomains extends Merging {
  readonly domains: KeyValues
  readonly entityTypes: readonly EntityType[]
  readonly containers: boolean
  readonly keepExisting: boolean
}

/** simple_add_(dataset_)domain, pattern_add_(dataset_)domain. */
export function addDomains(options: AddDomains, deps: TransformDeps): Transformer {
  const rollup = new ContainerRollup<string>(deps)
  return {
    entityTypes: new Set(options.entityTypes),
    aspectName: 'domains',
    transform: async (entity, aspect) => {
      const added = await urnsOf(options.domains.valuesOf(entity.urn), deps)
      if (options.containers && added.length > 0) await rollup.note(entity, added)
      const domains = [...new Set([...(options.replaceExisting ? [] : textsOf(aspect, 'domains')), ...added])]
      if (domains.length === 0) return { aspect: null }
      const asked = options.patch || options.keepExisting
      const held = asked ? textsOf(await heldAspect(deps, entity.urn, 'domains'), 'domains') : []
      if (options.keepExisting && held.length > 0) return { aspect: null }
      return { aspect: { domains: options.patch ? [...new Set([...held, ...domains])] : domains } }
    },
    end: async () =>
      rollup.found().map(([urn, domains]) => ({
        urn,
        entityType: 'container',
        aspectName: 'domains',
        changeType: 'UPSERT',
        aspect: { domains }
      }))
  }
}

type ByTags = Merging & { readonly domains: Readonly<Record<string, string>> }

/** domain_mapping_based_on_tags: by the tags that DataHub holds. */
export function domainsByTags(options: ByTags, deps: TransformDeps): Transformer {
  return {
    entityTypes: new Set(['dataset']),
    aspectName: 'domains',
    transform: async ({ urn }, aspect) => {
      const tags = listOf(await heldAspect(deps, urn, 'globalTags'), 'tags').map(tagName)
      const names = [...new Set(tags)].flatMap((tag) => {
        const domain = Object.hasOwn(options.domains, tag) ? options.domains[tag] : undefined
        return domain === undefined || domain === '' ? [] : [domain]
      })
      if (names.length === 0) return unchanged(aspect)
      const mapped = await urnsOf(names, deps)
      const held = options.patch ? textsOf(await heldAspect(deps, urn, 'domains'), 'domains') : []
      return { aspect: { domains: [...new Set([...held, ...mapped])] } }
    }
  }
}

const tagName = (tag: JsonObject): string => member(tag, 'tag').split('urn:li:tag:').at(-1) ?? ''

const urnsOf = (names: readonly string[], { domains }: TransformDeps): Promise<readonly string[]> =>
  Promise.all(names.map((name) => domains.urnOf(name)))
