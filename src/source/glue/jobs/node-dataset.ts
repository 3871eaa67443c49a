import type { JsonObject } from '../../../core/json.ts'
import { pythonStr } from '../../../datahub/python-str.ts'
import { datasetUrn, encodeUrnPart } from '../../../datahub/urn.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import { nameInUrn, tableUrn } from '../map/table-urn.ts'
import { mappingIn, s3UriIn, textIn } from './arguments.ts'
import { type Database, JDBC_PLATFORMS, parseJdbcUrl, tableName } from './jdbc.ts'

/** A query in a database, whose tables a parser has to find. */
export interface DatabaseQuery {
  readonly database: Database
  readonly sql: string
}

/**
 * What a source or sink of a job stands for: datasets, or what has to be found out first.
 * - `connection`: a Glue connection of this name, with these options · `query`: the tables of a query
 * - `unknown`: nothing that DataHub could show; `why` says so
 */
export type NodeTarget =
  | { readonly kind: 'datasets'; readonly urns: readonly string[] }
  | { readonly kind: 'connection'; readonly name: string; readonly options: JsonObject }
  | { readonly kind: 'query'; readonly query: DatabaseQuery }
  | { readonly kind: 'unknown'; readonly why: Reason }

export type Reason =
  | 'no-s3-path'
  | 'not-s3'
  | 'no-url'
  | 'bad-url'
  | 'no-table'
  | 'unsupported'
  | 'connection-unknown'
  | 'query-unknown'

const datasets = (...urns: readonly string[]): NodeTarget => ({ kind: 'datasets', urns })
const unknown = (why: Reason): NodeTarget => ({ kind: 'unknown', why })

/** What the arguments of a source or sink say that it is (glue.py process_dataflow_node). */
export function targetOf(args: JsonObject, options: GlueOptions): NodeTarget {
  if ('database' in args && 'table_name' in args) {
    const owner = args.catalog_id || options.catalogId
    const name = `${pythonStr(args.database)}.${pythonStr(args.table_name)}`
    return datasets(tableUrn(name, owner ? pythonStr(owner) : undefined, options))
  }
  if (args.connection_type === 's3') return s3Target(args, options)
  const connection = mappingIn(args, 'connection_options')
  const name = connection.connectionName
  if (name)
    return typeof name === 'string' ? { kind: 'connection', name, options: connection } : unknown('connection-unknown')
  const type = args.connection_type
  if (typeof type !== 'string' || !Object.hasOwn(JDBC_PLATFORMS, type)) return unknown('unsupported')
  const url = textIn(connection, 'url')
  const database = url === null ? null : parseJdbcUrl(url)
  if (database === null) return unknown(url === null ? 'no-url' : 'bad-url')
  return databaseTarget(database, connection, options)
}

/** The table or query of a connection (glue.py _process_jdbc_node, _process_glue_connection_node). */
export function databaseTarget(database: Database, connection: JsonObject, options: GlueOptions): NodeTarget {
  const table = textIn(connection, 'dbtable')
  if (table !== null) return datasets(platformUrn(database.platform, tableName(database, table), options))
  const sql = textIn(connection, 'query')
  return sql === null ? unknown('no-table') : { kind: 'query', query: { database, sql } }
}

/** A dataset at the place that the recipe of its own platform gives it (`target_platform_configs`). */
export function platformUrn(platform: string, name: string, options: GlueOptions): string {
  const place = options.targetPlatforms[platform]
  return datasetUrn({
    platform,
    name: nameInUrn(name, options),
    env: place?.env || options.env,
    platformInstance: place?.platformInstance ?? null
  })
}

function s3Target(args: JsonObject, { env }: GlueOptions): NodeTarget {
  const uri = s3UriIn(args)
  if (uri === null) return unknown('no-s3-path')
  const urn = s3UrnWithoutExtension(uri, env)
  return urn === null ? unknown('not-s3') : datasets(urn)
}

/** A place in S3 as jobs name it: the dot before a file's extension is an underscore there (s3_util.py make_s3_urn). */
function s3UrnWithoutExtension(uri: string, env: string): string | null {
  const [, written] = /^s3[na]?:\/\/(.*)$/s.exec(uri) ?? []
  if (written === undefined) return null
  const path = written.replace(/\/$/, '')
  const name = path.replace(/^((?:.*\/)?\.*[^/.][^/]*)\.([^/.]*)$/s, '$1_$2')
  return `urn:li:dataset:(urn:li:dataPlatform:s3,${encodeUrnPart(name)},${env})`
}
