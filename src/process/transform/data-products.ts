import type { Json } from '../../core/json.ts'
import { pointer } from '../../core/json-pointer.ts'
import type { KeyValues } from '../../core/key-values.ts'
import type { WorkUnit } from '../../model/work-unit.ts'
import { type Entity, heldAspect, type TransformDeps, type Transformer, unchanged } from './transformer.ts'

interface DataProducts {
  readonly productsOf: KeyValues
  readonly containers: boolean
}

/** Assets that a PATCH adds at most: some hundred kilobytes, where a request may have 15 MiB. No more are kept, either. */
const MOST_ASSETS = 1000

/**
 * simple_add_dataset_dataproduct, pattern_add_dataset_dataproduct: datasets become assets of data products. The peer adds
 * them at the end, all in one PATCH; here so are as many as one takes, and of more each PATCH goes out as it is full.
 */
export function addToDataProducts({ productsOf, containers }: DataProducts, deps: TransformDeps): Transformer {
  const assets = new Map<string, Set<string>>()
  const add = (product: string, urn: string): readonly WorkUnit[] => {
    const open = assets.get(product) ?? new Set()
    const isFull = open.size === MOST_ASSETS && !open.has(urn)
    assets.set(product, isFull ? new Set([urn]) : open.add(urn))
    return isFull ? [assetsPatch(product, open)] : []
  }
  return {
    entityTypes: new Set(['dataset']),
    // No dataset has this aspect: every one is looked at once.
    aspectName: 'dataProductProperties',
    transform: async (entity) => {
      const [product] = productsOf.valuesOf(entity.urn)
      if (product === undefined) return unchanged(null)
      const full = add(product, entity.urn)
      const container = containers ? await containerOf(entity, deps) : null
      return { aspect: null, more: container === null ? full : [...full, ...add(product, container)] }
    },
    end: async () => [...assets].map(([product, urns]) => assetsPatch(product, urns))
  }
}

async function containerOf(entity: Entity, deps: TransformDeps): Promise<string | null> {
  const own = entity.units.find(({ aspectName }) => aspectName === 'container')?.aspect
  const aspect = own ?? (await heldAspect(deps, entity.urn, 'container'))
  const urn: unknown = aspect === null ? null : Reflect.get(aspect, 'container')
  return typeof urn === 'string' ? urn : null
}

function assetsPatch(urn: string, assets: ReadonlySet<string>): WorkUnit {
  const aspect: Json[] = [...assets].map((asset) => ({
    op: 'add',
    path: `/assets/${pointer(asset)}`,
    value: { destinationUrn: asset, outputPort: false }
  }))
  return { urn, entityType: 'dataProduct', aspectName: 'dataProductProperties', changeType: 'PATCH', aspect }
}
