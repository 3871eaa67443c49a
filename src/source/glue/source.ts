import { messageOf } from '../../core/errors.ts'
import type { Emit } from '../../model/event.ts'
import type { Page, Source } from '../../model/ports.ts'
import type { GlueOptions } from '../../model/recipe.ts'
import type { WorkUnit } from '../../model/work-unit.ts'
import type { GlueSourceDeps, SourceContext } from './context.ts'
import { enriched } from './enrich.ts'
import type { TableFacts } from './facts.ts'
import { inquiriesFor } from './inquiries.ts'
import { jobUnits } from './jobs/jobs.ts'
import { tablesInQuery } from './jobs/query-tables.ts'
import { LfTagResources } from './lf-resources.ts'
import { mapDatabase } from './map/container.ts'
import { type MappedTable, mapTable } from './map/table.ts'
import { linkedTags } from './map/table-tags.ts'
import { profilerOf } from './profiles/profiles.ts'
import { readCatalogue } from './read/catalogue.ts'
import type { NamedTable } from './read/tables.ts'
import { readerInThisThread } from './views/sql-reader.ts'
import { SqlThread } from './views/sql-thread.ts'
import { Views } from './views/views.ts'

/**
 * A Glue Data Catalog as work units: each database before its tables, a page of tables at a time; behind the last table
 * what needs all of them, or none.
 */
export class GlueSource implements Source {
  readonly #options: GlueOptions
  readonly #deps: GlueSourceDeps

  constructor(options: GlueOptions, deps: GlueSourceDeps) {
    this.#options = options
    this.#deps = deps
  }

  /** @throws AppError (cannot-begin) when no database can be listed, or when the identity is lost on the way. */
  async *read(emit: Emit): AsyncGenerator<Page<WorkUnit>> {
    const context: SourceContext = { ...this.#deps, options: this.#options, emit }
    const { sqlThread, clock } = context
    const reader = sqlThread === undefined ? readerInThisThread() : new SqlThread(sqlThread, clock)
    const views = context.options.viewLineage ? new Views(context, reader) : null
    try {
      yield* catalogueUnits(context, views)
      if (context.options.jobs) yield* jobUnits(context, (query) => tablesInQuery(query, reader))
      if (views !== null) yield* views.units()
    } finally {
      await reader.close()
      await views?.dispose()
    }
  }
}

/** Databases and tables. */
async function* catalogueUnits(context: SourceContext, views: Views | null): AsyncGenerator<Page<WorkUnit>> {
  const define = onceEach()
  const resources = new LfTagResources(context)
  const profiler = profilerOf(context)
  for await (const entry of enriched(readCatalogue(context), inquiriesFor(context))) {
    if (entry.kind === 'database') {
      const { database, facts } = entry
      if (facts.lfTags !== undefined) yield await resources.unitsFor(facts.lfTags)
      yield guarded(database.Name, context.emit, () => mapDatabase(database, context.options, facts))
    } else {
      const tags = entry.tables.flatMap(([, { lfTags }]) => (lfTags === undefined ? [] : linkedTags(lfTags)))
      if (tags.length > 0) yield await resources.unitsFor(tags)
      yield define(await mapPage(entry.tables, context, views))
      if (profiler !== null) yield* profiler.unitsOf(entry.tables.map(([table]) => table))
    }
  }
}

/** Tables name the same structured properties again and again; each is defined where it comes first. */
function onceEach(): (units: readonly WorkUnit[]) => readonly WorkUnit[] {
  const defined = new Set<string>()
  return (units) =>
    units.filter(({ entityType, urn }) => {
      if (entityType !== 'structuredProperty') return true
      const isNew = !defined.has(urn)
      defined.add(urn)
      return isNew
    })
}

type TablesWithFacts = readonly (readonly [NamedTable, TableFacts])[]

async function mapPage(tables: TablesWithFacts, context: SourceContext, views: Views | null): Promise<Page<WorkUnit>> {
  const units: WorkUnit[] = []
  for (const [table, facts] of tables) {
    const mapped = mappedTable(table, facts, context)
    if (mapped === null) continue
    units.push(...mapped.units)
    await views?.note(table, mapped)
  }
  return units
}

function mappedTable(table: NamedTable, facts: TableFacts, { options, emit }: SourceContext): MappedTable | null {
  let mapped: MappedTable | null = null
  guarded(`${table.DatabaseName}.${table.Name}`, emit, () => {
    mapped = mapTable(table, { database: table.DatabaseName, options, facts })
    for (const failure of mapped.warnings) emit({ type: 'failed', severity: 'warning', failure })
    return mapped.units
  })
  return mapped
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
