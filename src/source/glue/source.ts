import { messageOf } from '../../core/errors.ts'
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
    const options = this.#options
    for await (const entry of readCatalogue({ ...this.#deps, options, emit })) {
      if (entry.kind === 'database') {
        const { database } = entry
        yield guarded(database.Name, emit, () => mapDatabase(database, options))
      } else {
        yield entry.tables.flatMap((table) => mapped(table, options, emit))
      }
    }
  }
}

function mapped(table: NamedTable, options: GlueOptions, emit: Emit): readonly WorkUnit[] {
  return guarded(`${table.DatabaseName}.${table.Name}`, emit, () => {
    const { units, warnings } = mapTable(table, table.DatabaseName, options)
    for (const failure of warnings) emit({ type: 'failed', severity: 'warning', failure })
    return units
  })
}

/** One record that the mapping does not foresee is a failure of that record, and never the end of the run. */
function guarded(resource: string, emit: Emit, map: () => readonly WorkUnit[]): readonly WorkUnit[] {
  try {
    return map()
  } catch (error) {
    const failure = {
      code: 'record-not-mapped',
      message: `The record could not be mapped to DataHub: ${messageOf(error)}`,
      cure: 'This is a defect of this program: report it together with the record (aws glue get-table)',
      resource
    }
    emit({ type: 'failed', severity: 'failure', failure })
    return []
  }
}
