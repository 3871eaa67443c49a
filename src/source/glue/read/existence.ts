import { GetDatabaseCommand, GetJobCommand, GetTableCommand } from '@aws-sdk/client-glue'
import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { Existence, Presence } from '../../../model/ports.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import { databaseUrn } from '../map/container.ts'
import { tableUrn } from '../map/table-urn.ts'
import type { GlueDatabase, GlueTable } from '../record.ts'
import type { GlueClientLike } from './client.ts'
import { catalogueOf } from './pages.ts'
import { databaseVerdict, tableVerdict } from './selection.ts'

export interface ExistenceDeps {
  readonly client: GlueClientLike
  readonly options: GlueOptions
  readonly signal: AbortSignal
  /** The urn of a job's flow. */
  readonly flowUrn: (job: string) => string
}

/** Asks AWS Glue for single databases, tables and jobs. */
export class GlueExistence implements Existence {
  readonly #deps: ExistenceDeps

  constructor(deps: ExistenceDeps) {
    this.#deps = deps
  }

  async database(name: string, urn: string | null): Promise<Presence> {
    const { client, options, signal } = this.#deps
    if (!options.databasePattern.allows(name)) return 'left-out'
    if (urn !== null && databaseUrn(name, options) !== urn) return 'left-out'
    return presenceOf(async () => {
      const command = new GetDatabaseCommand({ ...catalogueOf(options), Name: name })
      const { Database } = await client.send(command, { abortSignal: signal })
      // The SDK's types allow members that are undefined, where its answers leave them out.
      return databaseVerdict(options, (Database ?? {}) as GlueDatabase, name) === 'keep' ? 'there' : 'left-out'
    })
  }

  async table(database: string, name: string, urn: string): Promise<Presence> {
    const { client, options, signal } = this.#deps
    const isWanted = options.databasePattern.allows(database) && options.tablePattern.allows(`${database}.${name}`)
    if (!isWanted) return 'left-out'
    return presenceOf(async () => {
      const command = new GetTableCommand({ ...catalogueOf(options), DatabaseName: database, Name: name })
      const answer = await client.send(command, { abortSignal: signal })
      // As above.
      const table = (answer.Table ?? {}) as unknown as GlueTable
      // Behind the link of a database a table has the link's account, or none, in place of its owner's.
      const owners = [table.CatalogId, options.catalogId ?? undefined, undefined]
      const isMade = owners.some((owner) => tableUrn(`${database}.${name}`, owner, options) === urn)
      return isMade && tableVerdict(options, table, database, name) === 'keep' ? 'there' : 'left-out'
    })
  }

  async job(name: string, urn: string): Promise<Presence> {
    const { client, options, signal, flowUrn } = this.#deps
    if (!options.jobs || flowUrn(name) !== urn) return 'left-out'
    return presenceOf(async () => {
      await client.send(new GetJobCommand({ JobName: name }), { abortSignal: signal })
      return 'there'
    })
  }
}

/**
 * What AWS's answer says. Lake Formation hides what it does not grant; an IAM policy that lacks the action says nothing of
 * the resource.
 */
async function presenceOf(ask: () => Promise<Presence>): Promise<Presence> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error
    if (error.kind === 'not-found') return 'gone'
    if (error.kind !== 'denied') return 'unknown'
    return isLackOfAction(error.message) ? 'not-allowed' : 'hidden'
  }
}

/** `User: … is not authorized to perform: glue:GetTable on resource: … because no identity-based policy allows …` */
const isLackOfAction = (message: string): boolean =>
  /is not authorized to perform/iu.test(message) && !/lake ?formation/iu.test(message)
