import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { brotliDecompress } from 'node:zlib'
import type { QueryAnalysis, Schema } from '@polyglot-sql/sdk'
import { namedTables } from './named-tables.ts'
import { quotedNames, selectList, structField } from './select-list.ts'
import type { NamedInSql } from './tables.ts'

/** The SQL dialects of views, and of what jobs query. */
export type SqlDialect = 'trino' | 'spark' | 'postgresql' | 'mysql' | 'redshift' | 'oracle' | 'tsql'

/** Understands SQL (ADR 0006). */
export interface SqlParser {
  /** What a query reads and gives; null when it cannot be understood. `schema`: what is known of its tables. */
  analyse(sql: string, dialect: SqlDialect, schema: Schema | null): QueryAnalysis | null
  /** The tables that a query reads, as it names them; null when it cannot be understood. */
  tables(sql: string, dialect: SqlDialect): readonly NamedInSql[] | null
  /** The columns of a query as SQL, names in quotes; null where they cannot be had one by one. */
  selectList(sql: string, dialect: SqlDialect, table: string | null): readonly SelectedColumn[] | null
  /** The same query, laid out for people; as it is when it cannot be understood. */
  format(sql: string, dialect: SqlDialect): string
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

/** The types of this entry lack what they export again, for Node's way of finding files. */
type ManualSdk = typeof import('@polyglot-sql/sdk') & { init(options: { readonly wasmUrl: string }): Promise<void> }

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
  const module = new Blob([new Uint8Array(await decompress(packed))], { type: 'application/wasm' })
  const wasmUrl = URL.createObjectURL(module)
  try {
    await sdk.init({ wasmUrl })
  } finally {
    URL.revokeObjectURL(wasmUrl)
  }
  const analyse: SqlParser['analyse'] = (sql, dialect, schema) => {
    if (sql.length > MOST_CHARACTERS) return null
    const result = guarded(() => sdk.analyzeQuery(sql, { dialect, ...(schema === null ? {} : { schema }) }))
    return result?.success === true ? (result.analysis ?? null) : null
  }
  return {
    analyse,
    tables: (sql, dialect) => {
      const analysis = analyse(sql, dialect, null)
      if (analysis === null) return null
      const parsed = guarded(() => sdk.parse(sql, dialect as Parameters<typeof sdk.parse>[1]))
      const listed = analysis.baseTables.map(({ catalog = null, schema = null, table, name }) => ({
        catalog,
        schema,
        table: table ?? name
      }))
      return [...listed, ...(parsed?.success === true ? namedTables(parsed.ast) : [])]
    },
    selectList: (sql, dialect, table) => {
      const parsed = guarded(() => sdk.parse(sql, dialect as Parameters<typeof sdk.parse>[1]))
      const list = parsed?.success === true ? selectList(parsed.ast) : null
      if (list === null) return null
      return list.map((expression) => {
        const made = guarded(() =>
          sdk.generate([quotedNames(expression, table)], dialect as Parameters<typeof sdk.generate>[1])
        )
        return { sql: made?.sql?.[0] ?? '', field: structField(expression) }
      })
    },
    format: (sql, dialect) => {
      if (sql.length > MOST_CHARACTERS) return sql
      // The parser's names of dialects are those of the enumeration.
      const result = guarded(() => sdk.format(sql, dialect as Parameters<typeof sdk.format>[1]))
      return result?.success === true ? (result.sql?.[0] ?? sql) : sql
    }
  }
}

/** A trap in WebAssembly is an exception here, and the next call starts afresh. */
function guarded<T>(call: () => T): T | null {
  try {
    return call()
  } catch {
    return null
  }
}
