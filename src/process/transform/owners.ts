import type { JsonObject } from '../../core/json.ts'
import { pointer } from '../../core/json-pointer.ts'
import type { KeyValues } from '../../core/key-values.ts'
import type { Replace } from '../../core/pattern-replace.ts'
import { UNKNOWN_STAMP } from '../../datahub/aspects.ts'
import type { Merging, OwnershipType } from '../../model/transformers.ts'
import type { EntityType, WorkUnit } from '../../model/work-unit.ts'
import { lastOfEach, listOf, member } from './associations.ts'
import { ContainerRollup } from './container-rollup.ts'
import { heldAspect, type TransformDeps, type Transformer, unchanged } from './transformer.ts'

/** What can have owners, of what a Glue source makes. */
const OWNED: ReadonlySet<EntityType> = new Set(['dataset', 'dataJob', 'dataFlow'])

export interface AddOwners extends Merging {
  readonly urns: KeyValues
  readonly ownershipType: OwnershipType
  readonly entityTypes: readonly EntityType[]
  readonly containers: boolean
}

/** simple_add_(dataset_)ownership, pattern_add_(dataset_)ownership. */
export function addOwners(options: AddOwners, deps: TransformDeps): Transformer {
  const rollup = new ContainerRollup(deps)
  const ownersOf = (urn: string): readonly JsonObject[] =>
    options.urns.valuesOf(urn).map((owner) => ownerOf(owner, options.ownershipType))
  return {
    entityTypes: new Set(options.entityTypes),
    aspectName: 'ownership',
    transform: async (entity, aspect) => {
      const added = ownersOf(entity.urn)
      if (options.containers && added.length > 0) await rollup.note(entity, added)
      const existing = options.replaceExisting ? [] : listOf(aspect, 'owners')
      const owners = lastOfEach([...existing, ...added], identity)
      if (owners.length === 0) return { aspect: null }
      const held = options.patch ? await heldAspect(deps, entity.urn, 'ownership') : null
      return { aspect: ownership(lastOfEach([...listOf(held, 'owners'), ...owners], identity), aspect) }
    },
    end: async () => rollup.found().map(([urn, owners]) => ownersPatch(urn, lastOfEach(owners, identity)))
  }
}

/** simple_remove_dataset_ownership: what the source says of owners becomes an empty list. */
export const removeOwners = (): Transformer => ({
  entityTypes: OWNED,
  aspectName: 'ownership',
  transform: async (_entity, aspect) => (aspect === null ? unchanged(null) : { aspect: { ...aspect, owners: [] } })
})

/**
 * pattern_cleanup_ownership: the owners that DataHub holds, with a part of their names taken away, as technical owners.
 * Where DataHub holds none, those that the source gives stay (the peer would write an empty list).
 */
export function cleanOwners({ clean }: { readonly clean: Replace }, deps: TransformDeps): Transformer {
  return {
    entityTypes: OWNED,
    aspectName: 'ownership',
    transform: async ({ urn }, aspect) => {
      const held = listOf(await heldAspect(deps, urn, 'ownership'), 'owners').map((owner) => member(owner, 'owner'))
      if (held.length === 0) return unchanged(aspect)
      const technical = { type: 'TECHNICAL_OWNER', typeUrn: null }
      const cleaned = [...new Set(held)].map((owner) => ownerOf(cleanUrn(owner, clean), technical))
      return { aspect: ownership(cleaned, null) }
    }
  }
}

const OWNER_URN = /^(urn:li:(?:corpuser|corpGroup):)(.*)$/s

/** Only users and groups have a name to clean. */
const cleanUrn = (urn: string, clean: Replace): string =>
  urn.replace(OWNER_URN, (_urn, prefix: string, name: string) => `${prefix}${clean(name)}`)

export const ownerOf = (owner: string, { type, typeUrn }: OwnershipType): JsonObject => ({
  owner,
  type,
  ...(typeUrn === null ? {} : { typeUrn })
})

/** What tells one ownership from another, in the order in which patches of GMS know it (HasOwnershipPatch). */
const identityParts = (owner: JsonObject): readonly string[] => [
  member(owner, 'owner'),
  member(owner, 'type'),
  member(owner, 'typeUrn'),
  sourceOf(owner.attribution)
]

const sourceOf = (attribution: unknown): string =>
  typeof attribution === 'object' && attribution !== null ? member(attribution as JsonObject, 'source') : ''

const identity = (owner: JsonObject): string => identityParts(owner).join('\u241f')

export const ownership = (owners: readonly JsonObject[], aspect: JsonObject | null): JsonObject => ({
  owners,
  ownerTypes: {},
  lastModified: aspect?.lastModified ?? UNKNOWN_STAMP
})

function ownersPatch(urn: string, owners: readonly JsonObject[]): WorkUnit {
  const patch = owners.map((owner) => ({
    op: 'add',
    path: `/owners/${identityParts(owner).map(pointer).join('/')}`,
    value: owner
  }))
  const keys = ['owner', 'type', 'typeUrn', 'attribution\u241fsource']
  const aspect = { arrayPrimaryKeys: { owners: keys }, patch }
  return { urn, entityType: 'container', aspectName: 'ownership', changeType: 'PATCH', aspect }
}
