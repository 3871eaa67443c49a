import type { FilterRule, ResourceKind } from '../../../model/event.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { GlueDatabase, GlueTable } from '../record.ts'

/** The options that decide what is read. */
export type Selection = Pick<GlueOptions, 'catalogId' | 'databasePattern' | 'tablePattern' | 'ignoreResourceLinks'>

/** What becomes of a record: kept, or kept out by a rule of the recipe. */
export type Verdict = 'keep' | { readonly rule: FilterRule }

/** In the order of the peer's database_verdict (glue_selection.py). */
export function databaseVerdict(options: Selection, database: GlueDatabase, name: string): Verdict {
  const isLink = isDatabaseLink(database)
  if (options.ignoreResourceLinks && isLink) return { rule: 'ignore_resource_links' }
  if (!options.databasePattern.allows(name)) return { rule: 'database_pattern' }
  const { catalogId } = options
  const owner = database.CatalogId ?? ''
  if (catalogId !== null && catalogId !== '' && owner !== '' && owner !== catalogId) return { rule: 'catalog_id' }
  return 'keep'
}

/**
 * In the order of the peer's table_verdict (glue_selection.py). A table's own DatabaseName counts: behind some links it
 * differs from the database whose list it is in, so the database's pattern is asked again.
 */
export function tableVerdict(options: Selection, table: GlueTable, database: string, name: string): Verdict {
  const isLink = table.TargetTable !== undefined
  if (options.ignoreResourceLinks && isLink) return { rule: 'ignore_resource_links' }
  if (!options.databasePattern.allows(database)) return { rule: 'database_pattern' }
  if (!options.tablePattern.allows(`${database}.${name}`)) return { rule: 'table_pattern' }
  return 'keep'
}

/** A table as DataHub tells them apart: only this type makes a view (glue.py _VIRTUAL_VIEW_TABLE_TYPE). */
export function kindOf(table: GlueTable): ResourceKind {
  return table.TableType === 'VIRTUAL_VIEW' ? 'view' : 'table'
}

/** As the peer reads it, an empty TargetDatabase is no link, whereas any TargetTable makes one of a table. */
export function isDatabaseLink(database: GlueDatabase): boolean {
  return database.TargetDatabase !== undefined && Object.keys(database.TargetDatabase).length > 0
}
