import type { JsonObject } from '../../core/json.ts'
import type { Outcome } from '../../model/work-unit.ts'

/** How many of each entity type and aspect were written. */
export class WrittenAspects {
  readonly #counts = new Map<string, Map<string, number>>()

  add(outcomes: readonly Outcome[]): void {
    for (const { unit, kind } of outcomes) {
      if (kind !== 'written' && kind !== 'accepted') continue
      const aspects = this.#counts.get(unit.entityType) ?? new Map<string, number>()
      this.#counts.set(unit.entityType, aspects)
      aspects.set(unit.aspectName, (aspects.get(unit.aspectName) ?? 0) + 1)
    }
  }

  /** `{"dataset": {"schemaMetadata": 412}}`. */
  toJson(): JsonObject {
    return Object.fromEntries([...this.#counts].map(([type, aspects]) => [type, Object.fromEntries(aspects)]))
  }
}
