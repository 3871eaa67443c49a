import { repeated } from '../core/repeated-json.ts'
import type { BrowsePathsV2 } from '../datahub/aspect-types.ts'
import { browsePathsAspect, browseStep } from '../datahub/aspects.ts'
import { platformInstanceUrn } from '../datahub/urn.ts'
import type { EntityType, WorkUnit } from '../model/work-unit.ts'
import { contentOf } from './content.ts'
import { eachEntity, type Processor } from './processor.ts'

interface Visit {
  readonly unit: WorkUnit
  /** The container it is in. */
  parent: string | null
}

const JOBS: ReadonlySet<EntityType> = new Set(['dataFlow', 'dataJob'])
const BROWSABLE: ReadonlySet<EntityType> = new Set(['dataset', 'container', 'dataFlow', 'dataJob'])

/**
 * Adds `browsePathsV2`: below the platform instance, if there is one, and below the containers an entity is in (the peer's
 * AutoBrowsePathV2). What is in no container has a path of its own only if it is a container, or a job of an instance.
 * A container comes before what is in it. Remembers one aspect a container, and no dataset's.
 */
export function autoBrowsePaths(platform: string, platformInstance: string | null): Processor {
  const hasInstance = platformInstance !== null && platformInstance !== ''
  const root = browsePathsAspect(hasInstance ? [browseStep(platformInstanceUrn(platform, platformInstance))] : [])
  const containers = new Map<string, BrowsePathsV2>()
  const pathOf = ({ unit, parent }: Visit): BrowsePathsV2 | null => {
    if (!BROWSABLE.has(unit.entityType)) return null
    if (parent !== null) return containers.get(parent) ?? below(root, parent)
    const standsAlone =
      unit.entityType === 'container' ? !containers.has(unit.urn) : hasInstance && JOBS.has(unit.entityType)
    return standsAlone ? root : null
  }
  return eachEntity<Visit>({
    begin: (unit) => ({ unit, parent: null }),
    note: (visit, unit) => {
      const parent = unit.aspectName === 'container' ? contentOf(unit)?.container : undefined
      if (typeof parent === 'string') visit.parent = parent
    },
    leave: (visit) => {
      const aspect = pathOf(visit)
      if (aspect === null) return []
      const { urn, entityType, origin } = visit.unit
      if (entityType === 'container') containers.set(urn, repeated(below(aspect, urn)))
      const unit = { urn, entityType, aspectName: 'browsePathsV2', changeType: 'UPSERT' } as const
      return [origin === undefined ? { ...unit, aspect } : { ...unit, aspect, origin }]
    }
  })
}

/** The path of what is in a container. */
const below = ({ path }: BrowsePathsV2, container: string): BrowsePathsV2 =>
  browsePathsAspect([...path, browseStep(container)])
