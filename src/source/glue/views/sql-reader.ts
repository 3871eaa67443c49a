import type { Schema } from '@polyglot-sql/sdk'
import { once } from '../../../core/once.ts'
import { loadParser, type SqlDialect } from './parser.ts'
import { columnsWith, factsOf, type QueryColumns, type QueryFacts } from './query-facts.ts'

/** Reads SQL, wherever the parser runs. */
export interface SqlReader {
  /** Null when the query is not understood. @throws when there is no parser. */
  facts(sql: string, dialect: SqlDialect): Promise<QueryFacts | null>
  /** The columns of a query with those of its tables; null as before. */
  columns(schema: Schema, sql: string, dialect: SqlDialect): Promise<QueryColumns | null>
  /** No query follows. */
  close(): Promise<void>
}

/** Has the parser in this thread, loaded with the first query. */
export function readerInThisThread(): SqlReader {
  const parser = once(loadParser)
  return {
    facts: async (sql, dialect) => factsOf(sql, dialect, await parser()),
    columns: async (schema, sql, dialect) => columnsWith(schema, sql, dialect, await parser()),
    close: async () => {}
  }
}
