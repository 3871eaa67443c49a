import { Gate } from '../../core/gate.ts'
import type { DatabaseFacts, TableFacts } from './facts.ts'
import type { Inquiries, Inquiry } from './inquiries.ts'
import type { CatalogueEntry } from './read/catalogue.ts'
import type { NamedDatabase } from './read/databases.ts'
import type { NamedTable } from './read/tables.ts'

/** A database or a page of tables, with what was found out about them. */
export type EnrichedEntry =
  | { readonly kind: 'database'; readonly database: NamedDatabase; readonly facts: DatabaseFacts }
  | { readonly kind: 'tables'; readonly tables: readonly (readonly [NamedTable, TableFacts])[] }

/** Records asked about at once; each service has its own rate limit besides. */
const RECORDS_AT_ONCE = 32
/** Entries whose inquiries are under way while the one before them is mapped and delivered. */
const ENTRIES_AHEAD = 3

/** Adds to each entry what the inquiries find out, many records side by side; the order stays. */
export async function* enriched(
  entries: AsyncIterable<CatalogueEntry>,
  { ofDatabases, ofTables }: Inquiries
): AsyncGenerator<EnrichedEntry> {
  const gate = new Gate(RECORDS_AT_ONCE)
  const ahead: Promise<EnrichedEntry>[] = []
  for await (const entry of entries) {
    const next = entry.kind === 'database' ? database(entry.database) : tables(entry.tables)
    // Whoever takes it gets the failure; nobody may, when an earlier one ends the run.
    next.catch(() => {})
    ahead.push(next)
    const first = ahead.length > depth() ? ahead.shift() : undefined
    if (first !== undefined) yield await first
  }
  for (const entry of ahead) yield await entry

  function depth(): number {
    return ofDatabases.length + ofTables.length === 0 ? 0 : ENTRIES_AHEAD
  }

  async function database(record: NamedDatabase): Promise<EnrichedEntry> {
    const facts = ofDatabases.length === 0 ? {} : await gate.run(() => findOut(record, ofDatabases))
    return { kind: 'database', database: record, facts }
  }

  async function tables(records: readonly NamedTable[]): Promise<EnrichedEntry> {
    const found = ofTables.length === 0 ? records.map(() => ({})) : await Promise.all(records.map(asked))
    return { kind: 'tables', tables: records.map((record, index) => [record, found[index] ?? {}]) }
  }

  function asked(record: NamedTable): Promise<TableFacts> {
    return gate.run(() => findOut(record, ofTables))
  }
}

async function findOut<Record, Facts>(
  record: Record,
  inquiries: readonly Inquiry<Record, Facts>[]
): Promise<Partial<Facts>> {
  const parts = await Promise.all(inquiries.map((inquire) => inquire(record)))
  return Object.assign({}, ...parts)
}
