import { isIPv6 } from 'node:net'

/** A database that a job reads or writes. */
export interface Database {
  /** DataHub's name of the platform. */
  readonly platform: string
  readonly name: string
}

/** JDBC's protocols and the platforms behind them (glue.py JDBC_PLATFORM_MAP). */
export const JDBC_PLATFORMS: Readonly<Record<string, string>> = {
  postgresql: 'postgres',
  mysql: 'mysql',
  mariadb: 'mysql',
  redshift: 'redshift',
  oracle: 'oracle',
  sqlserver: 'mssql'
}

/** The types of Glue's own connections (glue.py GLUE_NATIVE_CONNECTION_TYPE_MAP). */
export const NATIVE_PLATFORMS: Readonly<Record<string, string>> = {
  POSTGRESQL: 'postgres',
  MYSQL: 'mysql',
  REDSHIFT: 'redshift',
  ORACLE: 'oracle',
  SQLSERVER: 'mssql'
}

const DEFAULT_SCHEMAS: Readonly<Record<string, string>> = { postgres: 'public', redshift: 'public', mssql: 'dbo' }

/** The schema of a table that is named without one; null where there is none. */
export const defaultSchema = (platform: string): string | null =>
  Object.hasOwn(DEFAULT_SCHEMAS, platform) ? (DEFAULT_SCHEMAS[platform] ?? null) : null

const PREFIX = 'jdbc:'

/** The database that a JDBC URL names; null for what is none (glue.py _parse_jdbc_url). */
export function parseJdbcUrl(url: string): Database | null {
  if (!url.startsWith(PREFIX)) return null
  const parts = splitUrl(url.slice(PREFIX.length))
  if (parts === null) return null
  const protocol = parts.scheme
  // The peer's run ends at a dataset without a platform.
  if (protocol === '') return null
  const platform = Object.hasOwn(JDBC_PLATFORMS, protocol) ? (JDBC_PLATFORMS[protocol] ?? protocol) : protocol
  const inPath = parts.path.replace(/^\/+/, '').split('?')[0] ?? ''
  return { platform, name: inPath === '' ? propertyOf(parts.authority, 'databaseName') : inPath }
}

/** SQL Server writes properties behind the host: `host:1433;databaseName=sales`. The last of a name counts. */
function propertyOf(authority: string, name: string): string {
  const properties = authority.split(';').slice(1)
  const found = properties.findLast((property) => property.startsWith(`${name}=`))
  return found?.slice(name.length + 1) ?? ''
}

/** As Python's urllib.parse.urlparse takes a URL apart; null where that fails. */
function splitUrl(text: string): { readonly scheme: string; readonly authority: string; readonly path: string } | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Python takes them away
  const url = text.replace(/^[\x00-\x20]+/, '').replace(/[\t\r\n]/g, '')
  const [, scheme, rest] = /^([a-z][a-z\d+.-]*):(.*)$/is.exec(url) ?? ['', '', url]
  const behind = rest ?? ''
  const hasAuthority = behind.startsWith('//')
  const authority = hasAuthority ? (/^[^/?#]*/.exec(behind.slice(2))?.[0] ?? '') : ''
  if (!isAuthority(authority)) return null
  const path = (hasAuthority ? behind.slice(2 + authority.length) : behind).replace(/[?#].*$/s, '')
  return { scheme: (scheme ?? '').toLowerCase(), authority, path }
}

/** What Python takes for the part with user, host and port. */
function isAuthority(authority: string): boolean {
  if (authority.includes('[') !== authority.includes(']')) return false
  const [, host] = /\[([^\]]*)/.exec(authority) ?? []
  if (host !== undefined && !isIPv6(host) && !/^v[a-f\d]+\../i.test(host)) return false
  const bare = authority.replace(/[@:#?]/g, '')
  const normal = bare.normalize('NFKC')
  // Such as ℀, which is a/c to those who resolve names.
  return bare === normal || !/[/?#@:]/.test(normal)
}

/** A table's name in DataHub: with its database, and the platform's usual schema where it has none. */
export function tableName({ platform, name }: Database, table: string): string {
  const schema = defaultSchema(platform)
  return table.includes('.') || schema === null ? `${name}.${table}` : `${name}.${schema}.${table}`
}
