import type { Emit } from '../../model/event.ts'
import type { Page, Source } from '../../model/ports.ts'
import type { GlueOptions } from '../../model/recipe.ts'
import type { WorkUnit } from '../../model/work-unit.ts'
import { mapDatabase } from './map/container.ts'
import { mapTable } from './map/table.ts'
import { readCatalogue } from './read/catalogue.ts'
import type { GlueClientLike, Whereabouts } from './read/client.ts'
import type { NamedTable } from './read/tables.ts'

export interface GlueSourceDeps {
  readonly client: GlueClientLike
  readonly where: Whereabouts
  /** Ends the reading; what was read stays read. */
  readonly signal: AbortSignal
}

/** A Glue Data Catalog as work units: each database before its tables, a page of tables at a time. */
export class GlueSource implements Source {
  readonly #options: GlueOptions
  readonly #deps: GlueSourceDeps

  constructor(options: GlueOptions, deps: GlueSourceDeps) {
    this.#options = options
    this.#deps = deps
  }

  /** @throws AppError (cannot-begin) when no database can be listed, or when the identity is lost on the way. */
  async *read(emit: Emit): AsyncGenerator<Page<WorkUnit>> {
    for await (const entry of readCatalogue({ ...this.#deps, options: this.#options, emit })) {
      if (entry.kind === 'database') yield mapDatabase(entry.database, this.#options)
      else yield entry.tables.flatMap((table) => this.#map(table, emit))
    }
  }

  #map(table: NamedTable, emit: Emit): readonly WorkUnit[] {
    const { units, warnings } = mapTable(table, table.DatabaseName, this.#options)
    for (const failure of warnings) emit({ type: 'failed', severity: 'warning', failure })
    return units
  }
}
