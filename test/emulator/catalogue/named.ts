import { hostileCatalogue } from './hostile.ts'
import { oddCatalogue } from './odd.ts'
import { plainCatalogue } from './plain.ts'
import { realisticCatalogue } from './realistic.ts'
import type { Catalogue } from './types.ts'

export interface CatalogueSize {
  readonly seed: number
  /** Only for `plain`. */
  readonly tables?: number | undefined
  readonly columns?: number | undefined
  readonly databases?: number | undefined
  readonly viewEvery?: number | undefined
}

/** The generated catalogue of that name. */
export function namedCatalogue(name: string, size: CatalogueSize): Catalogue {
  switch (name) {
    case 'empty':
      return []
    case 'plain':
      return plainCatalogue({
        tables: size.tables ?? 1000,
        columns: size.columns ?? 20,
        databases: size.databases ?? 10,
        seed: size.seed,
        ...(size.viewEvery === undefined ? {} : { viewEvery: size.viewEvery })
      })
    case 'realistic':
      return realisticCatalogue(size.seed)
    case 'odd':
      return oddCatalogue(size.seed)
    case 'hostile':
      return hostileCatalogue()
    default:
      throw new Error(`there is no catalogue called ${name}: empty, plain, realistic, odd, hostile, or a JSON file`)
  }
}
