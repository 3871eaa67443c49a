import type { ChangeType, EntityType, SerialisedWorkUnit } from '../../model/work-unit.ts'

/** Work units as one list of texts, five for each: between threads that costs half of what objects do. */
export type FlatUnits = readonly string[]

const TEXTS = 5

/** What a request is made of; where a work unit came from is not. */
export function flattened(units: readonly SerialisedWorkUnit[]): FlatUnits {
  const texts: string[] = []
  for (const { urn, entityType, aspectName, changeType, value } of units) {
    texts.push(urn, entityType, aspectName, changeType, value)
  }
  return texts
}

/** The same the other way. */
export const unflattened = (flat: FlatUnits): readonly SerialisedWorkUnit[] =>
  Array.from({ length: flat.length / TEXTS }, (_, index) => {
    const [urn = '', entityType, aspectName = '', changeType, value = ''] = flat.slice(
      TEXTS * index,
      TEXTS * (index + 1)
    )
    return { urn, entityType: entityType as EntityType, aspectName, changeType: changeType as ChangeType, value }
  })
