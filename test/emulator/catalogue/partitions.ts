import type { Json, JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom, seedOf } from '../random.ts'
import type { TableJson } from './types.ts'

/** Parameters that hold statistics, as `profiling` of a recipe can name them. */
const WHOLE = ['numRows', 'numColumns', 'distinct', 'nulls']
const SHARE = ['distinctShare', 'nullShare']
const TEXT = ['smallest', 'largest', 'average', 'middle', 'spread']

/** Numbers as Python's float() reads them. */
const NUMBERS = ['0', '12', '-3', '1e3', '1_000', ' 7 ', '3.9', '1.', '.5', '+4']
const SHARES = ['0', '1', '0.25', '1e-3', ' .5 ']
const TEXTS = ['', '2024-01-01', 'ü', '1.5', 'a "b"']

/** The recipe's `profiling` that names them all. */
export const PROFILING: JsonObject = {
  enabled: true,
  row_count: 'numRows',
  column_count: 'numColumns',
  unique_count: 'distinct',
  unique_proportion: 'distinctShare',
  null_count: 'nulls',
  null_proportion: 'nullShare',
  min: 'smallest',
  max: 'largest',
  mean: 'average',
  median: 'middle',
  stdev: 'spread'
}

function statistics(random: Random): JsonObject {
  const some = (names: readonly string[], values: readonly string[]): [string, Json][] =>
    names.filter(() => random.chance(0.5)).map((name) => [name, random.pick(values)])
  return Object.fromEntries([...some(WHOLE, NUMBERS), ...some(SHARE, SHARES), ...some(TEXT, TEXTS)])
}

/** A column with statistics, with parameters that are none, or without any. */
const profiled = (column: Json, random: Random): JsonObject => {
  const parameters = random.chance(0.6) ? { Parameters: random.chance(0.8) ? statistics(random) : {} } : {}
  return { ...(column as JsonObject), ...parameters }
}

const columnsOf = (table: TableJson): readonly Json[] => {
  const descriptor = table.StorageDescriptor as JsonObject | undefined
  return Array.isArray(descriptor?.Columns) ? descriptor.Columns : []
}

/** The table with statistics in its parameters and columns. */
export function withStatistics(table: TableJson, seed: number): TableJson {
  const random = seededRandom(seedOf(`statistics ${String(table.Name)}`, seed))
  if (table.StorageDescriptor === undefined) return table
  const columns = columnsOf(table).map((column) => profiled(column, random))
  const parameters = random.chance(0.7) ? statistics(random) : {}
  return {
    ...table,
    Parameters: { ...(table.Parameters as JsonObject | undefined), ...parameters },
    StorageDescriptor: { ...(table.StorageDescriptor as JsonObject), Columns: columns }
  }
}

const VALUES = ['2024-01-01', '2024-01-02', "it's", 'a"b', 'ü', '', '__HIVE_DEFAULT_PARTITION__', 'x/y', '日本', '1']

/** The partitions of a table with partition keys: up to `most`, each with statistics of its own. */
export function partitionsOf(table: TableJson, seed: number, most: number): readonly JsonObject[] {
  const keys: readonly unknown[] = Array.isArray(table.PartitionKeys) ? table.PartitionKeys : []
  if (keys.length === 0) return []
  const random = seededRandom(seedOf(`partitions ${String(table.Name)}`, seed))
  return Array.from({ length: random.int(0, most) }, (_, index) => ({
    Values: keys.map((_key, position) =>
      position === 0 ? `${random.pick(VALUES)}${index > 8 ? index : ''}` : random.pick(VALUES)
    ),
    Parameters: random.chance(0.8) ? statistics(random) : {},
    StorageDescriptor: { Columns: columnsOf(table).map((column) => profiled(column, random)) }
  }))
}
