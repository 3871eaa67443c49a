import type { GmsConfig } from '../datahub/gms-config.ts'
import type { Emit } from '../model/event.ts'
import type { Page, Stage } from '../model/ports.ts'
import type { GlueOptions, RecipeFlags } from '../model/recipe.ts'
import type { SerialisedWorkUnit, WorkUnit } from '../model/work-unit.ts'
import { aspectJson } from './aspect-json.ts'
import { fitAspect, isLarge } from './aspect-size.ts'
import { autoBrowsePaths } from './browse-paths.ts'
import { uniqueFieldPaths } from './field-paths.ts'
import { incrementalProperties } from './incremental-properties.ts'
import { autoLastModified } from './last-modified.ts'
import type { Processor } from './processor.ts'
import { autoKeys } from './referenced-keys.ts'
import { fitSchema, isSuspect } from './schema-size.ts'
import { autoStatus } from './status.ts'

export interface ChainOptions {
  readonly source: Pick<GlueOptions, 'platform' | 'platformInstance' | 'incrementalProperties'>
  readonly flags: Pick<RecipeFlags, 'generateBrowsePathV2'>
  /** null for sinks without a GMS. */
  readonly gms: GmsConfig | null
  /** Sees what comes out of the processors, before transformers change it; absent: nobody does. */
  readonly between?: Stage
  /** What the recipe does to work units after that, in its order. */
  readonly transformers: readonly Stage[]
  readonly emit: Emit
}

/** The peer's work unit processors that act on what a Glue recipe makes, in its order (ingestion/api/source.py). */
function processorsFor({ source, flags, gms, emit }: ChainOptions): readonly Processor[] {
  return [
    autoStatus(gms),
    autoKeys(emit),
    uniqueFieldPaths(emit),
    ...(flags.generateBrowsePathV2 ? [autoBrowsePaths(source.platform, source.platformInstance)] : []),
    autoLastModified()
  ]
}

/**
 * Pulls work units through processors and transformers and makes strings of them, each once. What is remembered between
 * pages: a hash of every urn, a path of every container, the urns of tags and terms, and the last few datasets.
 */
export async function* processed(
  units: AsyncIterable<Page<WorkUnit>>,
  options: ChainOptions
): AsyncGenerator<Page<SerialisedWorkUnit>> {
  const made = throughAll(units, processorsFor(options))
  const source = options.between === undefined ? made : options.between(made)
  const transformed = options.transformers.reduce((pages, transform) => transform(pages), source)
  // The peer does it before the transformers, which then write properties of their own over what is to be kept.
  const last = options.source.incrementalProperties ? throughAll(transformed, [incrementalProperties()]) : transformed
  for await (const page of last) yield page.map((unit) => serialise(unit, options.emit))
}

async function* throughAll(
  units: AsyncIterable<Page<WorkUnit>>,
  processors: readonly Processor[]
): AsyncIterable<Page<WorkUnit>> {
  for await (const page of units) {
    const out = through(page, processors)
    if (out.length > 0) yield out
  }
  for (const [index, processor] of processors.entries()) {
    for (const page of processor.end()) {
      const out = through(page, processors.slice(index + 1))
      if (out.length > 0) yield out
    }
  }
}

const through = (page: Page<WorkUnit>, processors: readonly Processor[]): Page<WorkUnit> =>
  processors.reduce<Page<WorkUnit>>((units, processor) => processor.process(units), page)

function serialise(unit: WorkUnit, emit: Emit): SerialisedWorkUnit {
  const value = aspectJson(unit)
  if (isLarge(unit, value)) return fittedOf(unit, value, emit)
  if (!isSuspect(unit, value)) return serialised(unit, value)
  const { unit: fitted, dropped } = fitSchema(unit)
  if (dropped === 0) return serialised(unit, value)
  const failure = { ...TRUNCATED, message: `${dropped} of its schema fields ${TRUNCATED.message}` }
  emit({ type: 'failed', severity: 'warning', failure: { ...failure, resource: unit.origin ?? unit.urn } })
  return serialised(unit, aspectJson(fitted))
}

/** As much of another aspect as can be sent. */
function fittedOf(unit: WorkUnit, value: string, emit: Emit): SerialisedWorkUnit {
  const { unit: fitted, taken } = fitAspect(unit)
  if (taken === null) return serialised(unit, value)
  const failure = { ...CUT, message: `${taken} ${CUT.message}` }
  emit({ type: 'failed', severity: 'warning', failure: { ...failure, resource: `${unit.urn} ${unit.aspectName}` } })
  return serialised(unit, aspectJson(fitted))
}

/** Member by member: this is done for every aspect of a catalogue. */
function serialised({ urn, entityType, aspectName, changeType, origin }: WorkUnit, value: string): SerialisedWorkUnit {
  if (origin === undefined) return { urn, entityType, aspectName, changeType, value }
  return { urn, entityType, aspectName, changeType, origin, value }
}

const CUT = {
  code: 'aspect-truncated',
  message: 'is left out: it is more than DataHub accepts',
  cure: 'Nothing has to be done; the rest is in DataHub'
}

const TRUNCATED = {
  code: 'schema-truncated',
  message: 'are left out: DataHub accepts no aspect of more than 15 MiB',
  cure: 'Split the table, or flatten the columns that are nested deepest'
}
