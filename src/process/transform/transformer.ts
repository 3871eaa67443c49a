import type { JsonObject } from '../../core/json.ts'
import type { DomainRegistry } from '../../datahub/domain-registry.ts'
import type { MetadataReader, Page } from '../../model/ports.ts'
import type { EntityType, WorkUnit } from '../../model/work-unit.ts'

/** One entity while its aspects pass by. */
export interface Entity {
  readonly urn: string
  readonly entityType: EntityType
  readonly origin: string | undefined
  /** What the source says of it, in order. */
  readonly units: readonly WorkUnit[]
}

/** What becomes of an aspect; `more` comes behind the entity's other aspects. */
export interface Transformed {
  /** null: it is left out, or not made. */
  readonly aspect: JsonObject | null
  readonly more?: readonly WorkUnit[]
}

/** Changes one aspect of entities, or makes it where the source says nothing (the peer's SingleAspectTransformer). */
export interface Transformer {
  readonly entityTypes: ReadonlySet<EntityType>
  readonly aspectName: string
  /** `aspect` is null where the source does not give one. */
  transform(entity: Entity, aspect: JsonObject | null): Promise<Transformed>
  /** What there is to say when everything has passed by. */
  end?(): Promise<Page<WorkUnit>>
}

/** What transformers are lent. */
export interface TransformDeps {
  /** null where there is none to ask; the recipe is checked for what cannot work without one. */
  readonly datahub: MetadataReader | null
  readonly domains: DomainRegistry
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** What DataHub holds, or null where there is none to ask. */
export async function heldAspect(
  { datahub }: Pick<TransformDeps, 'datahub'>,
  urn: string,
  aspectName: string
): Promise<JsonObject | null> {
  return datahub === null ? null : datahub.aspect(urn, aspectName)
}

/** The aspect stays as the source gives it, or absent. */
export const unchanged = (aspect: JsonObject | null): Transformed => ({ aspect })

/** A unit of an entity that comes from the same record. */
export function unitOf({ urn, entityType, origin }: Omit<Entity, 'units'>, name: string, aspect: JsonObject): WorkUnit {
  const unit = { urn, entityType, aspectName: name, changeType: 'UPSERT', aspect } as const
  return origin === undefined ? unit : { ...unit, origin }
}
