import type { JsonObject } from '../../core/json.ts'
import type { ColumnChanges } from '../../model/change.ts'
import type { EntityPlan } from '../../model/plan.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import { columnChanges } from '../../state/fingerprints/schema-change.ts'

/** Of more tables than this columns are not compared. */
export const MOST_COMPARED = 2_000

/** Compares the columns of tables whose schemas are otherwise, by a second look at both versions. */
export class Columns {
  readonly #wanted: Set<string>
  readonly #schemas = { base: new Map<string, JsonObject>(), head: new Map<string, JsonObject>() }

  /** `entities`: those among which the changed schemas are. */
  constructor(entities: Iterable<EntityPlan>) {
    const changed = [...entities].filter(({ aspects }) => aspects.includes('schemaMetadata'))
    this.#wanted = new Set(changed.slice(0, MOST_COMPARED).map(({ urn }) => urn))
  }

  get isNeeded(): boolean {
    return this.#wanted.size > 0
  }

  /** Takes note of a schema that is wanted. @returns whether nothing more is wanted of this version. */
  add(side: 'base' | 'head', { urn, aspectName, value }: SerialisedWorkUnit): boolean {
    const schemas = this.#schemas[side]
    if (aspectName === 'schemaMetadata' && this.#wanted.has(urn)) {
      // The fields' paths and types are all that is compared: descriptions are many times longer.
      const { fields } = JSON.parse(value) as JsonObject
      const short = (Array.isArray(fields) ? fields : []).map((field) => {
        const { fieldPath, nativeDataType } = field as JsonObject
        return { fieldPath: fieldPath ?? null, nativeDataType: nativeDataType ?? null }
      })
      schemas.set(urn, { fields: short })
    }
    return schemas.size === this.#wanted.size
  }

  /** How the columns differ; null: they do not, or were not compared. */
  of(urn: string): ColumnChanges | null {
    const [before, after] = [this.#schemas.base.get(urn), this.#schemas.head.get(urn)]
    if (!this.#wanted.has(urn) || (before === undefined && after === undefined)) return null
    const changes = columnChanges(before ?? {}, after ?? {})
    return changes.added.length + changes.removed.length + changes.retyped.length === 0 ? null : changes
  }
}
