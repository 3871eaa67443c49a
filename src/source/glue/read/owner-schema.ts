import { GetTableCommand } from '@aws-sdk/client-glue'
import { AppError } from '../../../core/errors.ts'
import type { JsonObject } from '../../../core/json.ts'
import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { Failure } from '../../../model/event.ts'
import type { SourceContext } from '../context.ts'
import type { TableFacts } from '../facts.ts'
import { type LinkOwner, linkOwner } from '../map/resource-link.ts'
import { schemaMetadata } from '../map/schema-metadata.ts'
import { tableUrn } from '../map/table-urn.ts'
import type { GlueTable } from '../record.ts'
import { NOT_HELD, ownerNotRead, refusesCatalogue, UNRESOLVED } from './owner-failures.ts'
import type { NamedTable } from './tables.ts'

/** The schema that was found, and whether somebody was told why it was not. */
interface Found {
  readonly schema: JsonObject | null
  readonly told: boolean
}

/** Finds the schemas that resource links do not have themselves (glue.py _resource_link_schema). */
export class OwnerSchemas {
  readonly #context: SourceContext
  /** What AWS said to accounts whose catalogues it does not open at all: they are not asked again. */
  readonly #closed = new Map<string, Failure>()

  constructor(context: SourceContext) {
    this.#context = context
  }

  /**
   * The schema of the table that a resource link shows: DataHub's, which costs no call to AWS and has what people added,
   * and otherwise Glue's.
   */
  async of(table: NamedTable): Promise<Partial<TableFacts>> {
    const { options } = this.#context
    const name = `${table.DatabaseName}.${table.Name}`
    const link = linkOwner(table, tableUrn(name, table.CatalogId, options), options)
    if (link.kind !== 'owner' || schemaMetadata(table, name, options).aspect !== null) return {}
    const held = await this.#held(link.owner, name)
    if (held.schema !== null) return { ownerSchema: held.schema }
    const glue = await this.#fromGlue(link.owner, name)
    if (glue.schema === null && !held.told && !glue.told) this.#tell(UNRESOLVED, name)
    return { ownerSchema: glue.schema }
  }

  async #held({ urn }: LinkOwner, name: string): Promise<Found> {
    try {
      const schema = await this.#context.datahub?.aspect(urn, 'schemaMetadata')
      return { schema: schema ?? null, told: false }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return this.#tell({ ...NOT_HELD, message: `${NOT_HELD.message}: ${error.message}` }, name)
    }
  }

  async #fromGlue(
    { catalogId: CatalogId, database: DatabaseName, name: Name }: LinkOwner,
    link: string
  ): Promise<Found> {
    const { client, options, signal, where } = this.#context
    const closed = this.#closed.get(CatalogId)
    if (closed !== undefined) return this.#tell(closed, link)
    try {
      const answer = await client.send(new GetTableCommand({ CatalogId, DatabaseName, Name }), { abortSignal: signal })
      // The SDK's types allow members that are undefined, where its answers leave them out.
      const table = (answer.Table ?? {}) as unknown as GlueTable
      return { schema: schemaMetadata(table, link, options).aspect, told: false }
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error
      const failure = ownerNotRead(error, where.region, CatalogId)
      if (refusesCatalogue(error, CatalogId)) this.#closed.set(CatalogId, failure)
      return this.#tell(failure, link)
    }
  }

  #tell(failure: Failure, resource: string): Found {
    this.#context.emit({ type: 'failed', severity: 'warning', failure: { ...failure, resource } })
    return { schema: null, told: true }
  }
}
