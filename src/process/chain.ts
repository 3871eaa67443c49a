import { asciiJson } from '../core/json.ts'
import type { GmsConfig } from '../datahub/gms-config.ts'
import type { Page } from '../model/ports.ts'
import type { GlueOptions, RecipeFlags } from '../model/recipe.ts'
import type { SerialisedWorkUnit, WorkUnit } from '../model/work-unit.ts'
import { autoBrowsePaths } from './browse-paths.ts'
import { uniqueFieldPaths } from './field-paths.ts'
import { autoLastModified } from './last-modified.ts'
import type { Processor } from './processor.ts'
import { autoStatus } from './status.ts'

/** The peer's processors that act on what a Glue recipe makes, in its order. `gms` is null for sinks without one. */
export function processorsFor(source: GlueOptions, flags: RecipeFlags, gms: GmsConfig | null): readonly Processor[] {
  return [
    autoStatus(gms),
    uniqueFieldPaths(),
    ...(flags.generateBrowsePathV2 ? [autoBrowsePaths(source.platform, source.platformInstance)] : []),
    autoLastModified()
  ]
}

/** Pulls work units through the processors and makes strings of them, each once. Empty pages are left out. */
export async function* processed(
  units: AsyncIterable<Page<WorkUnit>>,
  processors: readonly Processor[]
): AsyncGenerator<Page<SerialisedWorkUnit>> {
  for await (const page of units) {
    const out = through(page, processors)
    if (out.length > 0) yield out.map(serialise)
  }
  for (const [index, processor] of processors.entries()) {
    const out = through(processor.end(), processors.slice(index + 1))
    if (out.length > 0) yield out.map(serialise)
  }
}

const through = (page: Page<WorkUnit>, processors: readonly Processor[]): Page<WorkUnit> =>
  processors.reduce<Page<WorkUnit>>((units, processor) => processor.process(units), page)

function serialise({ aspect, ...unit }: WorkUnit): SerialisedWorkUnit {
  return { ...unit, value: asciiJson(aspect) }
}
