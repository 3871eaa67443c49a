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
  const ahead: (EnrichedEntry | Promise<EnrichedEntry>)[] = []
  for await (const entry of entries) {
    const next = entry.kind === 'database' ? database(entry.database) : tables(entry.tables)
    // Whoever takes it gets the failure; nobody may, when an earlier one ends the run.
    if (next instanceof Promise) next.catch(() => {})
    ahead.push(next)
    // Nothing waits for what nothing was asked about, unless it would come before its turn.
    while (ahead.length > ENTRIES_AHEAD || (ahead.length > 0 && !(ahead[0] instanceof Promise))) {
      const first = ahead.shift()
      if (first !== undefined) yield await first
    }
  }
  for (const entry of ahead) yield await entry

  function database(record: NamedDatabase): EnrichedEntry | Promise<EnrichedEntry> {
    const entry = (facts: DatabaseFacts): EnrichedEntry => ({ kind: 'database', database: record, facts })
    const inquiries = concerning(record, ofDatabases)
    return inquiries.length === 0 ? entry(NO_FACTS) : gate.run(() => findOut(record, inquiries)).then(entry)
  }

  function tables(records: readonly NamedTable[]): EnrichedEntry | Promise<EnrichedEntry> {
    const wanted = records.map((record) => ({ record, inquiries: concerning(record, ofTables) }))
    const entry = (facts: readonly TableFacts[]): EnrichedEntry => ({
      kind: 'tables',
      tables: records.map((record, index) => [record, facts[index] ?? NO_FACTS])
    })
    if (wanted.every(({ inquiries }) => inquiries.length === 0)) return entry([])
    const asked = wanted.map(async ({ record, inquiries }) =>
      inquiries.length === 0 ? NO_FACTS : gate.run(() => findOut(record, inquiries))
    )
    return Promise.all(asked).then(entry)
  }
}

const NO_FACTS = {}

/** The inquiries that there are about a record. */
const concerning = <Record, Facts>(
  record: Record,
  inquiries: readonly Inquiry<Record, Facts>[]
): readonly Inquiry<Record, Facts>[] => inquiries.filter((inquiry) => inquiry.concerns(record))

async function findOut<Record, Facts>(
  record: Record,
  inquiries: readonly Inquiry<Record, Facts>[]
): Promise<Partial<Facts>> {
  const parts = await Promise.all(inquiries.map((inquiry) => inquiry.ask(record)))
  return Object.assign({}, ...parts)
}
