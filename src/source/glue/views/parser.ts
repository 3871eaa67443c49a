import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { brotliDecompress } from 'node:zlib'
import type { QueryAnalysis, Schema } from '@polyglot-sql/sdk'
import { usesLateralAlias } from './lateral-aliases.ts'
import { namedTables } from './named-tables.ts'
import { type Expression, quotedNames, selectList, structField } from './select-list.ts'
import type { NamedInSql } from './tables.ts'

/** The SQL dialects of views, and of what jobs query. */
export type SqlDialect = 'trino' | 'spark' | 'postgresql' | 'mysql' | 'redshift' | 'oracle' | 'tsql'

/** Understands SQL (ADR 0006). */
export interface SqlParser {
  /** What a query reads and gives; null when it cannot be understood. `schema`: what is known of its tables. */
  analyse(sql: string, dialect: SqlDialect, schema: Schema | null): QueryAnalysis | null
  /** What a query says of itself, without its tables; null when it cannot be understood. */
  read(sql: string, dialect: SqlDialect): ReadQuery | null
  /** The same query, laid out for people; as it is when it cannot be understood. */
  format(sql: string, dialect: SqlDialect): string
}

/** A query that has been read once. */
export interface ReadQuery {
  /** The tables that it reads, as it names them. */
  readonly tables: readonly NamedInSql[]
  /** Whether a column of it may be an alias of another one: only the columns of its tables tell. */
  usesLateralAlias(): boolean
  /**
   * Its columns as SQL, names in quotes; null where they cannot be had one by one.
   * @param table what columns belong to that do not say it; null: several may be meant
   */
  selected(table: string | null): readonly SelectedColumn[] | null
}

/** A column of a query. */
export interface SelectedColumn {
  readonly sql: string
  /** What looks like a column of a table may be a field of a struct. */
  readonly field: { readonly struct: string; readonly field: string } | null
}

/** Longer texts are no views that anyone wrote. */
const MOST_CHARACTERS = 256 * 1024

const decompress = promisify(brotliDecompress)

/** A global of Node's that its types leave to the browser's. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> }

/**
 * The types of this entry lack what they export again, for Node's way of finding files, and say nothing of compiled
 * modules, which `init` hands on to what wasm-bindgen generated (its InitInput): a URL costs copies of 23 megabytes.
 */
type ManualSdk = typeof import('@polyglot-sql/sdk') & {
  init(options: { readonly wasmUrl: object }): Promise<void>
}

/** Loads the parser: some 23 megabytes of WebAssembly, which only recipes with views need. */
export async function loadParser(): Promise<SqlParser> {
  const [sdk, packed] = await Promise.all([
    import('@polyglot-sql/sdk/manual') as unknown as Promise<ManualSdk>,
    readFile(new URL('./sql.wasm.br', import.meta.url))
  ])
  // Compiling such code well costs more than it saves in thousands of views: 4 s of CPU and 900 MiB where these
  // flags make it 1.5 s and 240 MiB, for the first 500 views. Only code that is loaded from here on is touched.
  setFlagsFromString('--no-wasm-tier-up')
  setFlagsFromString('--no-wasm-dynamic-tiering')
  await sdk.init({ wasmUrl: await WebAssembly.compile(await decompress(packed)) })
  const analyse: SqlParser['analyse'] = (sql, dialect, schema) => {
    if (sql.length > MOST_CHARACTERS) return null
    const result = guarded(() => sdk.analyzeQuery(sql, { dialect, ...(schema === null ? {} : { schema }) }))
    return result?.success === true ? (result.analysis ?? null) : null
  }
  const selected = (expression: Expression, dialect: SqlDialect, table: string | null): SelectedColumn => {
    const quoted = quotedNames(expression, table)
    const made = guarded(() => sdk.generate([quoted], dialect as Parameters<typeof sdk.generate>[1]))
    return { sql: made?.sql?.[0] ?? '', field: structField(expression) }
  }
  return {
    analyse,
    read: (sql, dialect) => {
      if (sql.length > MOST_CHARACTERS) return null
      const parsed = guarded(() => sdk.parse(sql, dialect as Parameters<typeof sdk.parse>[1]))
      const named = parsed?.success === true ? namedTables(parsed.ast) : []
      // The analysis takes four times as long, and knows no table more of a query that has some.
      const tables = named.length > 0 ? named : analyse(sql, dialect, null)?.baseTables.map(namedBy)
      if (tables === undefined) return null
      const list = parsed?.success === true ? selectList(parsed.ast) : null
      return {
        tables,
        usesLateralAlias: () => usesLateralAlias(parsed?.ast),
        selected: (table) => list?.map((expression) => selected(expression, dialect, table)) ?? null
      }
    },
    format: (sql, dialect) => {
      if (sql.length > MOST_CHARACTERS) return sql
      // The parser's names of dialects are those of the enumeration.
      const result = guarded(() => sdk.format(sql, dialect as Parameters<typeof sdk.format>[1]))
      return result?.success === true ? (result.sql?.[0] ?? sql) : sql
    }
  }
}

const namedBy = ({ catalog, schema, table, name }: QueryAnalysis['baseTables'][number]): NamedInSql => ({
  catalog: catalog ?? null,
  schema: schema ?? null,
  table: table ?? name
})

/** A trap in WebAssembly is an exception here, and the next call starts afresh. */
function guarded<T>(call: () => T): T | null {
  try {
    return call()
  } catch {
    return null
  }
}
