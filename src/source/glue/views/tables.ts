import { datasetUrn } from '../../../datahub/urn.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import { nameInUrn } from '../map/table-urn.ts'

/** A table as a query names it. */
export interface NamedInSql {
  readonly catalog: string | null
  readonly schema: string | null
  readonly table: string
}

/** A table's name with the schema that a query stands in. */
export function qualified({ catalog, schema, table }: NamedInSql, database: string): string {
  return [catalog, schema ?? database, table].filter((part) => part !== null && part !== '').join('.')
}

/**
 * The urns that a table may have in DataHub, likeliest first; the last one is what it is given when DataHub and this run
 * know none of them (schema_resolver.py resolve_table, get_urn_for_unresolved_table).
 */
export function candidateUrns(name: string, options: GlueOptions): readonly string[] {
  const { platform, platformInstance, env } = options
  const lower = platformInstance?.toLowerCase() ?? null
  const urn = (table: string, instance: string | null): string =>
    datasetUrn({ platform, platformInstance: instance, name: nameInUrn(table, options), env })
  const small = name.toLowerCase()
  return [...new Set([urn(name, platformInstance), urn(small, platformInstance), urn(small, lower)])]
}
