import type { Catalogue } from '../catalogue/types.ts'
import { SerialisedList, type Spool } from './serialised-list.ts'

/** One account's catalogue, ready to be served. */
export interface ServedCatalogue {
  readonly databases: SerialisedList
  /** The tables of a database; undefined when there is no such database. */
  tables(database: string): SerialisedList | undefined
}

/** Makes the JSON of every database and table, once, into `spool`. */
export function serveCatalogue(catalogue: Catalogue, spool: Spool): ServedCatalogue {
  const tables = new Map(catalogue.map((entry) => [entry.database.Name, new SerialisedList(spool, entry.tables)]))
  const databases = new SerialisedList(
    spool,
    catalogue.map((entry) => entry.database)
  )
  return { databases, tables: (name) => tables.get(name) }
}
