import type { JsonObject } from '../../core/json.ts'
import { listOf, member } from './associations.ts'
import { type Entity, heldAspect, type TransformDeps } from './transformer.ts'

/**
 * Collects what the entities of a container get, for the container itself (`is_container`). The path of an entity is the
 * one that this run gives it, and otherwise the one that DataHub holds; the peer asks DataHub only, which in a first run
 * knows none.
 */
export class ContainerRollup<T = JsonObject> {
  readonly #deps: TransformDeps
  readonly #found = new Map<string, T[]>()

  constructor(deps: TransformDeps) {
    this.#deps = deps
  }

  async note(entity: Entity, items: readonly T[]): Promise<void> {
    const own = entity.units.findLast((unit) => unit.aspectName === 'browsePathsV2' && unit.changeType === 'UPSERT')
    // An UPSERT holds an object (model/work-unit.ts).
    const path = own === undefined ? await heldAspect(this.#deps, entity.urn, 'browsePathsV2') : own.aspect
    for (const step of listOf(path as JsonObject | null, 'path')) {
      const urn = member(step, 'urn')
      if (!urn.startsWith('urn:li:container:')) continue
      const known = this.#found.get(urn) ?? []
      this.#found.set(urn, known)
      for (const item of items) if (!known.some((other) => same(other, item))) known.push(item)
    }
  }

  /** What was found, in the order in which the containers came. */
  found(): readonly (readonly [string, readonly T[]])[] {
    return [...this.#found]
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
