import type { SourceContext } from './context.ts'
import type { DatabaseFacts, TableFacts } from './facts.ts'
import type { NamedDatabase } from './read/databases.ts'
import type { NamedTable } from './read/tables.ts'

/** Finds out one thing about a record. What cannot be found out is told as an event; it throws only what ends a run. */
export type Inquiry<Record, Facts> = (record: Record) => Promise<Partial<Facts>>

/** What this recipe wants to know beyond the records. */
export interface Inquiries {
  readonly ofDatabases: readonly Inquiry<NamedDatabase, DatabaseFacts>[]
  readonly ofTables: readonly Inquiry<NamedTable, TableFacts>[]
}

export function inquiriesFor(_context: SourceContext): Inquiries {
  return { ofDatabases: [], ofTables: [] }
}
