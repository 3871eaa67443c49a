import type { JsonObject } from '../../../src/core/json.ts'
import { partitionsOf } from '../catalogue/partitions.ts'
import type { TableJson } from '../catalogue/types.ts'
import { GlueError } from './glue-errors.ts'
import type { GlueCall } from './glue-operations.ts'

/** Partitions of every table that has partition keys, and statistics of columns. */
export interface PartitionOptions {
  readonly seed: number
  /** Partitions of a table, at most. */
  readonly most: number
  /** A page; Glue's own holds a thousand. */
  readonly page?: number
}

const PAGE = 1000
const MOST_COLUMNS = 100

const bodyOf = (answer: JsonObject): Buffer => Buffer.from(JSON.stringify(answer))

/** `GetPartitions`, page by page. */
export function getPartitions(call: GlueCall): Buffer {
  const table = tableOf(call)
  const { partitions } = call
  const all = partitions === null ? [] : partitionsOf(table, partitions.seed, partitions.most)
  const start = Number(call.input.NextToken ?? 0)
  const end = start + (partitions?.page ?? PAGE)
  return bodyOf({ Partitions: all.slice(start, end), ...(end < all.length ? { NextToken: String(end) } : {}) })
}

/** `GetColumnStatisticsForTable`: of tables without partition keys. */
export function getColumnStatisticsForTable(call: GlueCall): Buffer {
  const table = tableOf(call)
  const isWhole = !Array.isArray(table.PartitionKeys) || table.PartitionKeys.length === 0
  return bodyOf({
    ColumnStatisticsList: isWhole ? namesIn(call).map((name, i) => statisticsOf(name, i)) : [],
    Errors: []
  })
}

/** `GetColumnStatisticsForPartition`: of all others. */
export function getColumnStatisticsForPartition(call: GlueCall): Buffer {
  tableOf(call)
  if (!Array.isArray(call.input.PartitionValues)) throw invalid('PartitionValues')
  return bodyOf({ ColumnStatisticsList: namesIn(call).map((name, i) => statisticsOf(name, i)), Errors: [] })
}

function namesIn({ input }: GlueCall): readonly string[] {
  const names = input.ColumnNames
  if (!Array.isArray(names) || names.length > MOST_COLUMNS) throw invalid('ColumnNames')
  return names.map(String)
}

function tableOf(call: GlueCall): TableJson {
  const [database, name] = [String(call.input.DatabaseName), String(call.input.TableName)]
  call.authorise('catalog')
  call.authorise(`database/${database}`)
  call.authorise(`table/${database}/${name}`)
  const table = call.catalogue.tables(database)?.find(name) ?? null
  if (table === null) throw new GlueError('EntityNotFoundException', `Entity Not Found: Table ${name} not found.`)
  return JSON.parse(String(table)) as TableJson
}

const invalid = (member: string): GlueError =>
  new GlueError('InvalidInputException', `${member} is missing or has too many members`)

/** One type after the other. */
function statisticsOf(ColumnName: string, index: number): JsonObject {
  const counts = { NumberOfNulls: index, NumberOfDistinctValues: index + 1 }
  const kinds: readonly JsonObject[] = [
    { Type: 'LONG', LongColumnStatisticsData: { MinimumValue: -5, MaximumValue: 12, ...counts } },
    { Type: 'DOUBLE', DoubleColumnStatisticsData: { MinimumValue: 0.5, MaximumValue: 1e21, ...counts } },
    { Type: 'STRING', StringColumnStatisticsData: { MaximumLength: 9, AverageLength: 3.5, ...counts } },
    { Type: 'DATE', DateColumnStatisticsData: { MinimumValue: 1_704_067_200, MaximumValue: 1_706_745_600, ...counts } },
    { Type: 'BOOLEAN', BooleanColumnStatisticsData: { NumberOfTrues: 3, NumberOfFalses: 0, NumberOfNulls: index } },
    {
      Type: 'DECIMAL',
      DecimalColumnStatisticsData: {
        MinimumValue: { UnscaledValue: Buffer.from([0xff, 0x38]).toString('base64'), Scale: 2 },
        MaximumValue: { UnscaledValue: Buffer.from([0x01, 0x86, 0xa0]).toString('base64'), Scale: 3 },
        ...counts
      }
    },
    { Type: 'BINARY', BinaryColumnStatisticsData: { MaximumLength: 9, AverageLength: 3.5, NumberOfNulls: index } }
  ]
  return { ColumnName, ColumnType: 'x', AnalyzedTime: 1_704_067_200, StatisticsData: kinds[index % kinds.length] ?? {} }
}
