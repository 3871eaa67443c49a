import type { Option, Options } from '../../core/config/option.ts'
import { AWS_OPTIONS } from './aws.ts'
import { DEVIATIONS } from './deviations.ts'
import { GLUE_OPTIONS } from './glue.ts'
import { PROFILING } from './profiling.ts'
import { STATEFUL_INGESTION } from './stateful.ts'

/** An option of `source.config`, as the README tells of it. */
export interface OptionRow {
  /** The name, with the names of the mappings around it: `profiling.row_count`. */
  readonly name: string
  readonly default: string
  readonly doc: string
  /** Whether it does what it does with DataHub's own source. */
  readonly supported: 'yes' | 'old name' | 'not yet'
  /** What is otherwise than with DataHub's own source; empty: nothing. */
  readonly deviation: string
}

const NESTED: Readonly<Record<string, Options>> = { profiling: PROFILING, stateful_ingestion: STATEFUL_INGESTION }

/** Every option of `source.config`, DataHub's own order: how AWS is reached first, what is below a mapping after it. */
export function optionRows(): readonly OptionRow[] {
  const names = [...Object.keys(AWS_OPTIONS), ...Object.keys(GLUE_OPTIONS).filter((name) => !(name in AWS_OPTIONS))]
  const table: Options = GLUE_OPTIONS
  return names.flatMap((name) => {
    const known = table[name]
    const own = known === undefined ? [] : [rowOf(name, known)]
    return [...own, ...Object.entries(NESTED[name] ?? {}).map(([inner, it]) => rowOf(`${name}.${inner}`, it))]
  })
}

function rowOf(name: string, known: Option<unknown>): OptionRow {
  const supported = known.renamedTo !== undefined ? 'old name' : known.inert === undefined ? 'yes' : 'not yet'
  return { name, default: defaultOf(known), doc: known.doc, supported, deviation: DEVIATIONS[name] ?? '' }
}

/** A default as it is written in a recipe. What is no plain value, such as a pattern that lets all through, is said so. */
function defaultOf({ fallback }: Option<unknown>): string {
  if (fallback === undefined) return 'required'
  if (typeof fallback === 'string') return fallback
  if (fallback === null || typeof fallback !== 'object') return JSON.stringify(fallback)
  if (Array.isArray(fallback)) return fallback.length === 0 ? 'none' : JSON.stringify(fallback)
  return Object.keys(fallback).length === 0 || !('allows' in fallback) ? 'none' : 'all'
}
