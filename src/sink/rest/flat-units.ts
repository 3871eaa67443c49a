import type { ChangeType, EntityType, SerialisedWorkUnit } from '../../model/work-unit.ts'

/**
 * Work units as lists of texts and numbers, which cost a fraction of objects between threads. Neighbours share a urn, and
 * all of them a few kinds: both are told once.
 */
export interface FlatUnits {
  readonly urns: readonly string[]
  /** How many work units in a row have each urn. */
  readonly runs: readonly number[]
  readonly kinds: readonly Kind[]
  /** Of each work unit, the place of its kind in `kinds`. */
  readonly kindOf: readonly number[]
  readonly values: readonly string[]
}

/** What many work units have in common. */
interface Kind {
  readonly entityType: EntityType
  readonly aspectName: string
  readonly changeType: ChangeType
}

/** What a request is made of; where a work unit came from is not. */
export function flattened(units: readonly SerialisedWorkUnit[]): FlatUnits {
  const urns: string[] = []
  const runs: number[] = []
  const kinds: Kind[] = []
  const kindOf: number[] = []
  const values: string[] = []
  for (const unit of units) {
    if (urns.at(-1) === unit.urn) runs.push((runs.pop() ?? 0) + 1)
    else {
      urns.push(unit.urn)
      runs.push(1)
    }
    kindOf.push(placeOf(unit, kinds))
    values.push(unit.value)
  }
  return { urns, runs, kinds, kindOf, values }
}

/** The place of a work unit's kind, behind the last one where it is new. */
function placeOf({ entityType, aspectName, changeType }: SerialisedWorkUnit, kinds: Kind[]): number {
  for (let place = 0; place < kinds.length; place++) {
    const kind = kinds[place]
    if (kind?.aspectName === aspectName && kind.entityType === entityType && kind.changeType === changeType)
      return place
  }
  return kinds.push({ entityType, aspectName, changeType }) - 1
}

/** The same the other way. */
export function unflattened({ urns, runs, kinds, kindOf, values }: FlatUnits): readonly SerialisedWorkUnit[] {
  const units: SerialisedWorkUnit[] = []
  for (const [index, urn] of urns.entries()) {
    for (let left = runs[index] ?? 0; left > 0; left--) {
      const at = units.length
      const kind = kinds[kindOf[at] ?? 0]
      if (kind !== undefined) units.push({ urn, ...kind, value: values[at] ?? '' })
    }
  }
  return units
}
