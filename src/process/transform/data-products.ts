import type { Json } from '../../core/json.ts'
import type { KeyValues } from '../../core/key-values.ts'
import type { WorkUnit } from '../../model/work-unit.ts'
import { pointer } from './terms.ts'
import { type Entity, heldAspect, type TransformDeps, type Transformer, unchanged } from './transformer.ts'

interface DataProducts {
  readonly productsOf: KeyValues
  readonly containers: boolean
}

/** simple_add_dataset_dataproduct, pattern_add_dataset_dataproduct: datasets become assets of data products. */
export function addToDataProducts({ productsOf, containers }: DataProducts, deps: TransformDeps): Transformer {
  const assets = new Map<string, Set<string>>()
  const note = (product: string, urn: string): void => {
    const known = assets.get(product) ?? new Set()
    assets.set(product, known.add(urn))
  }
  return {
    entityTypes: new Set(['dataset']),
    // No dataset has this aspect: every one is looked at once.
    aspectName: 'dataProductProperties',
    transform: async (entity) => {
      const [product] = productsOf.valuesOf(entity.urn)
      if (product === undefined) return unchanged(null)
      note(product, entity.urn)
      const container = containers ? await containerOf(entity, deps) : null
      if (container !== null) note(product, container)
      return unchanged(null)
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
