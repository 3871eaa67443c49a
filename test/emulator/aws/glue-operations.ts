import type { JobSet } from '../catalogue/jobs.ts'
import { textOf } from '../text.ts'
import type { ServedCatalogue } from './glue-catalogue.ts'
import { GlueError } from './glue-errors.ts'
import { getConnection, getDataflowGraph, getJob, getJobs } from './glue-jobs.ts'
import { type PageRange, pageOf } from './glue-pages.ts'
import {
  getColumnStatisticsForPartition,
  getColumnStatisticsForTable,
  getPartitions,
  type PartitionOptions
} from './glue-partitions.ts'
import type { SerialisedList } from './serialised-list.ts'

/** A request to Glue whose caller is known. */
export interface GlueCall {
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  readonly account: string
  readonly catalogue: ServedCatalogue
  /** The account's jobs. */
  readonly jobs: JobSet | null
  readonly partitions: PartitionOptions | null
  readonly raggedSeed: number | null
  /** Throws AccessDeniedException unless the caller may do the operation on `catalog`, `database/x` or `table/x/y`. */
  authorise(resource: string): void
  /** Whether Lake Formation keeps this database's tables from the caller. */
  denied(database: string): boolean
}

type Body = Buffer | readonly Buffer[]

/** What the stand-in can do, by operation. Everything else is an UnknownOperationException. */
export const OPERATIONS: Readonly<Record<string, (call: GlueCall) => Body>> = {
  GetDatabases: getDatabases,
  GetDatabase: getDatabase,
  GetTables: getTables,
  GetTable: getTable,
  GetJob: getJob,
  GetJobs: getJobs,
  GetDataflowGraph: getDataflowGraph,
  GetConnection: getConnection,
  GetPartitions: getPartitions,
  GetColumnStatisticsForTable: getColumnStatisticsForTable,
  GetColumnStatisticsForPartition: getColumnStatisticsForPartition
}

function getDatabases(call: GlueCall): Body {
  call.authorise('catalog')
  return listing('DatabaseList', call.catalogue.databases, page(call, call.catalogue.databases, ''))
}

function getDatabase(call: GlueCall): Body {
  const name = required(call, 'Name')
  call.authorise('catalog')
  call.authorise(`database/${name}`)
  const database = call.catalogue.databases.find(name)
  if (database === null) throw notFound(`Database ${name} not found.`)
  return [Buffer.from('{"Database":'), database, Buffer.from('}')]
}

function getTables(call: GlueCall): Body {
  const name = required(call, 'DatabaseName')
  call.authorise('catalog')
  call.authorise(`database/${name}`)
  call.authorise(`table/${name}/*`)
  const tables = call.catalogue.tables(name)
  if (tables === undefined) throw notFound(`Database ${name} not found.`)
  if (call.denied(name)) throw lakeFormation('Describe', name)
  if (call.input.Expression === undefined && call.input.AttributesToGet === undefined) {
    return listing('TableList', tables, page(call, tables, name))
  }
  return selected(call, tables, name)
}

/** The rarer forms: names filtered by a regular expression, and tables cut down to a few members. */
function selected(call: GlueCall, tables: SerialisedList, database: string): Body {
  const pattern = new RegExp(`^(?:${textOf(call.input.Expression ?? '.*')})$`, 'u')
  const names = tables.names().filter((name) => pattern.test(name))
  const range = page(call, names, database)
  const items = names.slice(range.from, range.to).map((name) => cutDown(tables.find(name), call.input.AttributesToGet))
  return Buffer.from(
    JSON.stringify({ TableList: items, ...(range.nextToken === null ? {} : { NextToken: range.nextToken }) })
  )
}

const MEMBERS: Readonly<Record<string, string>> = { NAME: 'Name', TABLE_TYPE: 'TableType' }

function cutDown(table: Buffer | null, attributes: unknown): object {
  const value: Record<string, unknown> = JSON.parse(String(table))
  if (!Array.isArray(attributes) || attributes.includes('DEFAULT')) return value
  const members = attributes.map((attribute) => MEMBERS[String(attribute)] ?? '')
  return Object.fromEntries(Object.entries(value).filter(([member]) => members.includes(member)))
}

function getTable(call: GlueCall): Body {
  const database = required(call, 'DatabaseName')
  const name = required(call, 'Name')
  call.authorise('catalog')
  call.authorise(`database/${database}`)
  call.authorise(`table/${database}/${name}`)
  const tables = call.catalogue.tables(database)
  if (tables === undefined) throw notFound(`Database ${database} not found.`)
  if (call.denied(database)) throw lakeFormation('Describe', name)
  const table = tables.find(name)
  if (table === null) throw notFound(`Entity Not Found: Table ${name} not found.`)
  return [Buffer.from('{"Table":'), table, Buffer.from('}')]
}

function page(call: GlueCall, items: { readonly length: number }, database: string): PageRange {
  return pageOf(items, {
    operation: call.operation,
    list: `${call.account}/${database}`,
    nextToken: call.input.NextToken,
    maxResults: call.input.MaxResults,
    raggedSeed: call.raggedSeed
  })
}

function listing(member: string, items: SerialisedList, range: PageRange): Body {
  const token = range.nextToken === null ? '' : `,"NextToken":${JSON.stringify(range.nextToken)}`
  return [Buffer.from(`{"${member}":[`), items.slice(range.from, range.to), Buffer.from(`]${token}}`)]
}

function required(call: GlueCall, member: string): string {
  const value = call.input[member]
  if (typeof value === 'string' && value !== '') return value
  const at = `${member.charAt(0).toLowerCase()}${member.slice(1)}`
  throw new GlueError(
    'InvalidInputException',
    `1 validation error detected: Value null at '${at}' failed to satisfy constraint: Member must not be null`
  )
}

function notFound(message: string): GlueError {
  return new GlueError('EntityNotFoundException', message)
}

function lakeFormation(permission: string, on: string): GlueError {
  return new GlueError(
    'AccessDeniedException',
    `Insufficient Lake Formation permission(s): Required ${permission} on ${on}`
  )
}
