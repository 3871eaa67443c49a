import { AppError } from '../../core/errors.ts'
import type { JsonObject } from '../../core/json.ts'
import { dataPlatformInstanceAspect, statusAspect } from '../../datahub/aspects.ts'
import {
  LF_TAG_RESOURCE,
  type LfTagId,
  type LfTagResource,
  platformResourceInfo,
  platformResourceUrn,
  primaryKeyOf,
  readPlatformResource
} from '../../datahub/platform-resource.ts'
import type { Failure } from '../../model/event.ts'
import type { WorkUnit } from '../../model/work-unit.ts'
import type { SourceContext } from './context.ts'
import type { LfTag } from './map/lf-tags.ts'

/**
 * The platform resources by which DataHub knows what a tag is in Lake Formation (glue.py gen_platform_resource). The peer
 * searches for each tag; here all that DataHub holds are read once, in pages, before the first of them is needed.
 */
export class LfTagResources {
  readonly #context: SourceContext
  #held: Promise<readonly LfTagResource[] | null> | null = null
  /** What is known by now, by urn: found in DataHub or made by this run. */
  readonly #known = new Map<string, LfTagResource>()
  /** Tags that are done with. */
  readonly #done = new Set<string>()

  constructor(context: SourceContext) {
    this.#context = context
  }

  /** Work units for the tags among these that DataHub does not know yet. None where there is no DataHub to ask. */
  async unitsFor(tags: readonly LfTag[]): Promise<readonly WorkUnit[]> {
    if (this.#context.search === null) return []
    const units: WorkUnit[] = []
    for (const tag of tags) {
      const key = JSON.stringify([tag.catalog, tag.key, tag.value])
      if (tag.urn === null || this.#done.has(key)) continue
      this.#done.add(key)
      this.#held ??= this.#read()
      const held = await this.#held
      if (held !== null) units.push(...this.#link(tag, tag.urn, held))
    }
    return units
  }

  #link(tag: LfTag, urn: string, held: readonly LfTagResource[]): WorkUnit[] {
    const id = this.#find(tag, urn, held)
    const place = platformResourceUrn(id)
    const resource = this.#known.get(place) ?? this.#heldBy(id, held) ?? newResource(id)
    const urns = [...new Set(resource.urns)]
    if (urns.includes(urn)) {
      this.#known.set(place, resource)
      return []
    }
    if (!urns.every(isTag)) {
      this.#context.emit({ type: 'failed', severity: 'warning', failure: { ...CONFLICT, resource: urn } })
      return []
    }
    const linked = { ...resource, urns: [...urns, urn] }
    this.#known.set(place, linked)
    return unitsOfResource(linked)
  }

  /** The tag's own id, or that of the resource that has it already. */
  #find(tag: LfTag, urn: string, held: readonly LfTagResource[]): LfTagId {
    const { platformInstance, catalogId } = this.#context.options
    const catalog = tag.catalog || catalogId
    const found = held.find((one) => one.urns.includes(urn) && one.id.platformInstance === platformInstance)
    if (found !== undefined && found.id.catalog === catalog) {
      return { ...found.id, inLakeFormation: true, persisted: true }
    }
    const { shownKey: key, shownValue: value } = tag
    return { key, value, catalog, platformInstance, inLakeFormation: false, persisted: false }
  }

  /** What DataHub holds under this primary key; of several the one of this platform instance. */
  #heldBy(id: LfTagId, held: readonly LfTagResource[]): LfTagResource | undefined {
    const primaryKey = primaryKeyOf(id)
    const [first, ...others] = held.filter((one) => primaryKeyOf(one.id) === primaryKey)
    if (others.length === 0) return first
    return [first, ...others].find((one) => one?.id.platformInstance === id.platformInstance)
  }

  async #read(): Promise<readonly LfTagResource[] | null> {
    const query = `resourceType:"${LF_TAG_RESOURCE}"`
    try {
      const wanted = { entityType: 'platformResource', query, aspectName: 'platformResourceInfo' }
      const aspects = (await this.#context.search?.search(wanted)) ?? []
      return aspects.flatMap((aspect) => readPlatformResource(aspect) ?? [])
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const failure = { ...NOT_READ, message: `${NOT_READ.message}: ${error.message}` }
      this.#context.emit({ type: 'failed', severity: 'warning', failure })
      return null
    }
  }
}

const isTag = (urn: string): boolean => urn.startsWith('urn:li:tag:')

const newResource = (id: LfTagId): LfTagResource => ({
  id: { ...id, inLakeFormation: false, persisted: false },
  urns: [],
  managedByDatahub: false,
  allowedValues: null
})

function unitsOfResource(resource: LfTagResource): WorkUnit[] {
  const urn = platformResourceUrn(resource.id)
  const unit = (aspectName: string, aspect: JsonObject): WorkUnit => {
    return { urn, entityType: 'platformResource', aspectName, changeType: 'UPSERT', aspect }
  }
  return [
    unit('platformResourceInfo', platformResourceInfo(resource)),
    unit('dataPlatformInstance', dataPlatformInstanceAspect('glue', resource.id.platformInstance)),
    unit('status', statusAspect(false))
  ]
}

const CONFLICT: Failure = {
  code: 'platform-resource-conflict',
  message: 'DataHub links the Lake Formation tag to something that is no tag: this tag is not linked to it',
  cure: 'Remove the platform resource of the tag in DataHub, and run it again'
}

const NOT_READ = {
  code: 'platform-resources-not-read',
  message:
    'DataHub did not tell which Lake Formation tags it knows: tags are written, but not linked to Lake Formation',
  cure: 'Check that GMS and its search index are well, and that the token may read metadata'
}
