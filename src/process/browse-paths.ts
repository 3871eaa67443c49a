import type { JsonObject } from '../core/json.ts'
import { browsePathsAspect, browseStep } from '../datahub/aspects.ts'
import { platformInstanceUrn } from '../datahub/urn.ts'
import type { WorkUnit } from '../model/work-unit.ts'
import type { Processor } from './processor.ts'

type Path = readonly JsonObject[]

/**
 * Adds `browsePathsV2`: below the platform instance, if there is one, and below the containers an entity is in (the peer's
 * AutoBrowsePathV2). A container comes before what is in it. Remembers one path a container.
 */
export function autoBrowsePaths(platform: string, platformInstance: string | null): Processor {
  const root: Path = platformInstance === null ? [] : [browseStep(platformInstanceUrn(platform, platformInstance))]
  const paths = new Map<string, Path>()
  const pathOf = (unit: WorkUnit): Path | null => {
    const parent = parentOf(unit)
    if (parent === undefined) return null
    const path = parent === null ? root : [...(paths.get(parent) ?? root), browseStep(parent)]
    if (unit.entityType === 'container') paths.set(unit.urn, path)
    return path
  }
  return {
    process: (page) =>
      page.flatMap((unit) => {
        const path = pathOf(unit)
        return path === null
          ? [unit]
          : [unit, { ...unit, aspectName: 'browsePathsV2', aspect: browsePathsAspect(path) }]
      }),
    end: () => []
  }
}

/** The container that this aspect says the entity is in; null for a container at the top; undefined when it tells nothing. */
function parentOf(unit: WorkUnit): string | null | undefined {
  if (unit.aspectName === 'container' && 'container' in unit.aspect) {
    return typeof unit.aspect.container === 'string' ? unit.aspect.container : undefined
  }
  return unit.entityType === 'container' && unit.aspectName === 'containerProperties' ? null : undefined
}
