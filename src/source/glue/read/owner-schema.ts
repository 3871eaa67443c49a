import { GetTableCommand } from '@aws-sdk/client-glue'
import { AppError } from '../../../core/errors.ts'
import type { JsonObject } from '../../../core/json.ts'
import { AwsCallError } from '../../../model/aws-call-error.ts'
import { glueStatement } from '../../../model/iam-actions.ts'
import type { SourceContext } from '../context.ts'
import type { TableFacts } from '../facts.ts'
import { type LinkOwner, linkOwner } from '../map/resource-link.ts'
import { schemaMetadata } from '../map/schema-metadata.ts'
import { tableUrn } from '../map/table-urn.ts'
import type { GlueTable } from '../record.ts'
import type { NamedTable } from './tables.ts'

/** The schema that was found, and whether somebody was told why it was not. */
interface Found {
  readonly schema: JsonObject | null
  readonly told: boolean
}

/**
 * The schema of the table that a resource link shows, which the link itself does not have (glue.py _resource_link_schema):
 * DataHub's, which costs no call to AWS and has the names that people gave, and otherwise Glue's.
 */
export async function ownerSchema(table: NamedTable, context: SourceContext): Promise<Partial<TableFacts>> {
  const name = `${table.DatabaseName}.${table.Name}`
  const link = linkOwner(table, tableUrn(name, table.CatalogId, context.options), context.options)
  if (link.kind !== 'owner' || schemaMetadata(table, name, context.options).aspect !== null) return {}
  const held = await heldSchema(link.owner, name, context)
  if (held.schema !== null) return { ownerSchema: held.schema }
  const glue = await glueSchema(link.owner, name, context)
  if (glue.schema === null && !held.told && !glue.told) tell(UNRESOLVED, name, context)
  return { ownerSchema: glue.schema }
}

async function heldSchema({ urn }: LinkOwner, name: string, context: SourceContext): Promise<Found> {
  try {
    return { schema: (await context.datahub?.aspect(urn, 'schemaMetadata')) ?? null, told: false }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    tell({ ...NOT_HELD, message: `${NOT_HELD.message}: ${error.message}` }, name, context)
    return { schema: null, told: true }
  }
}

async function glueSchema(owner: LinkOwner, name: string, context: SourceContext): Promise<Found> {
  const { catalogId: CatalogId, database: DatabaseName, name: Name } = owner
  try {
    const answer = await context.client.send(new GetTableCommand({ CatalogId, DatabaseName, Name }), {
      abortSignal: context.signal
    })
    // The SDK's types allow members that are undefined, where its answers leave them out.
    const table = (answer.Table ?? {}) as unknown as GlueTable
    return { schema: schemaMetadata(table, name, context.options).aspect, told: false }
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error
    const { account: _own, ...where } = context.where
    const statement = glueStatement('glue:GetTable', { ...where, account: CatalogId }, DatabaseName)
    const cure = `Allow it on both sides: ${JSON.stringify(statement)}, or set resolve_resource_link_schema to false`
    const message = `The table that a resource link shows could not be read (glue:GetTable): ${error.message}`
    tell({ code: 'resource-link-owner-not-read', message, cure }, name, context)
    return { schema: null, told: true }
  }
}

const NOT_HELD = {
  code: 'resource-link-owner-not-held',
  message: 'DataHub could not be asked for the schema of what a resource link shows',
  cure: 'Check that the token may read metadata; Glue is asked instead'
}

const UNRESOLVED = {
  code: 'resource-link-schema-unresolved',
  message: 'Neither DataHub nor Glue has a schema for what a resource link shows: it is written without columns',
  cure: 'Ingest the catalogue of the owning account, or set resolve_resource_link_schema to false'
}

function tell(
  failure: { readonly code: string; readonly message: string; readonly cure: string },
  resource: string,
  { emit }: SourceContext
): void {
  emit({ type: 'failed', severity: 'warning', failure: { ...failure, resource } })
}
