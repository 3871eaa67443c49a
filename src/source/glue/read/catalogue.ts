import { setMaxListeners } from 'node:events'
import { listDatabases, type NamedDatabase, type ReadRequest } from './databases.ts'
import { sideBySide } from './side-by-side.ts'
import { listTables, type NamedTable, selectTables, type TablePage } from './tables.ts'

/** A database, before any of its tables, or a page of tables of a database that has come before. */
export type CatalogueEntry =
  | { readonly kind: 'database'; readonly database: NamedDatabase }
  | { readonly kind: 'tables'; readonly database: NamedDatabase; readonly tables: readonly NamedTable[] }

/** Databases listed at once. Beyond some eight, reading is bound by this process and no longer by Glue's latency. */
export const DATABASES_AT_ONCE = 8

/**
 * The whole catalogue as a stream: as much of it is in memory as one page of each open database. The order follows from
 * the catalogue alone. Ends early and quietly when the signal is aborted: what was read stays read.
 * @throws AppError (cannot-begin) when no database can be listed, or when the identity is lost on the way.
 */
export async function* readCatalogue(
  request: ReadRequest,
  databasesAtOnce: number = DATABASES_AT_ONCE
): AsyncGenerator<CatalogueEntry> {
  const consumer = new AbortController()
  const signal = AbortSignal.any([request.signal, consumer.signal])
  // Every request under way listens to it.
  setMaxListeners(0, signal)
  const reading = { ...request, signal }
  const listed = new Map<NamedDatabase, number>()
  try {
    const open = (database: NamedDatabase): AsyncGenerator<TablePage> => listTables(database.Name, reading)
    const steps = sideBySide(listDatabases(reading), databasesAtOnce, open, () => consumer.abort())
    for await (const step of steps) {
      const database = step.source
      if (step.kind === 'opened') {
        listed.set(database, 0)
        yield { kind: 'database', database }
      } else if (step.item.kind === 'page') {
        listed.set(database, (listed.get(database) ?? 0) + step.item.tables.length)
        const tables = selectTables(step.item.tables, database, request)
        if (tables.length > 0) yield { kind: 'tables', database, tables }
      } else {
        endListing(step.item, database, listed.get(database) ?? 0, request)
        listed.delete(database)
      }
    }
  } catch (error) {
    if (!request.signal.aborted) throw error
  }
}

function endListing(
  { listing, broken }: TablePage & { kind: 'end' },
  database: NamedDatabase,
  tables: number,
  { emit }: ReadRequest
): void {
  if (broken !== null) emit({ type: 'failed', severity: broken.severity, failure: broken.failure })
  emit({ type: 'listing-ended', database: database.Name, listing, tables })
}
