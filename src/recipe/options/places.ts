import type { Options } from '../../core/config/option.ts'
import { GLUE_OPTIONS } from './glue.ts'
import { PIPELINE_OPTIONS, SOURCE_OPTIONS } from './pipeline.ts'
import { PROFILING } from './profiling.ts'
import { REST_OPTIONS } from './sink.ts'
import { STATEFUL_INGESTION } from './stateful.ts'

const TOP = 'the top level of the recipe'

/** Mappings and what they hold, the likelier place first. */
const PLACES: readonly (readonly [string, Options])[] = [
  [TOP, PIPELINE_OPTIONS],
  ['source.config', GLUE_OPTIONS],
  ['sink.config', REST_OPTIONS],
  ['source', { extractor: SOURCE_OPTIONS.extractor, extractor_config: SOURCE_OPTIONS.extractor_config }],
  ['source.config.stateful_ingestion', STATEFUL_INGESTION],
  ['source.config.profiling', PROFILING]
]

/** Names that mean different things in different places, so that they tell nothing. */
const COMMON = new Set(['enabled', 'type', 'config', 'env', 'min', 'max', 'mean'])

/** Where a key belongs that stands in the mapping `where`, which does not know it; null: nowhere. */
export function placeOf(key: string, where: string): string | null {
  if (key === 'allow' || key === 'deny' || key === 'ignoreCase') return 'database_pattern or table_pattern'
  if (COMMON.has(key)) return null
  const place = PLACES.find(([name, table]) => name !== where && Object.hasOwn(table, key))
  return place?.[0] ?? null
}
