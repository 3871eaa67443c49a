import { GetDatabasesCommand } from '@aws-sdk/client-glue'
import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { Emit } from '../../../model/event.ts'
import type { GlueDatabase } from '../record.ts'
import type { GlueClientLike, Whereabouts } from './client.ts'
import { brokenDatabaseList, cannotListDatabases } from './failures.ts'
import { catalogueOf, pagesOf } from './pages.ts'
import { databaseVerdict, type Selection } from './selection.ts'

/** A database whose name is known. */
export type NamedDatabase = GlueDatabase & { readonly Name: string }

export interface ReadRequest {
  readonly client: GlueClientLike
  readonly options: Selection
  readonly where: Whereabouts
  readonly emit: Emit
  readonly signal: AbortSignal
}

/**
 * The databases that the recipe wants, page by page of GetDatabases, in the order in which Glue gives them. What is left
 * out is told as an event.
 * @throws AppError (cannot-begin) when not even the first page can be read.
 */
export async function* listDatabases(request: ReadRequest): AsyncGenerator<NamedDatabase> {
  const { emit } = request
  let count = 0
  let complete = true
  try {
    for await (const page of databasePages(request)) {
      count += page.length
      for (const database of page) {
        if (wanted(database, request)) yield database
      }
    }
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error
    if (count === 0) throw cannotListDatabases(error, request.where, request.options.catalogId)
    complete = false
    emit({ type: 'failed', severity: 'failure', failure: brokenDatabaseList(error) })
  }
  emit({ type: 'databases-listed', complete, count })
  if (count === 0) emit({ type: 'failed', severity: 'failure', failure: emptyCatalogue(request) })
}

function databasePages({ client, options, signal }: ReadRequest): AsyncGenerator<readonly GlueDatabase[]> {
  return pagesOf('glue:GetDatabases', async (position) => {
    const command = new GetDatabasesCommand({ ...catalogueOf(options), ...position })
    const answer = await client.send(command, { abortSignal: signal })
    // The SDK's types allow members that are undefined, where its answers leave them out.
    return { items: (answer.DatabaseList ?? []) as readonly GlueDatabase[], token: answer.NextToken }
  })
}

function wanted(database: GlueDatabase, { options, emit }: ReadRequest): database is NamedDatabase {
  const name = database.Name
  if (name === undefined || name === '') {
    emit({ type: 'failed', severity: 'failure', failure: NAMELESS })
    return false
  }
  const verdict = databaseVerdict(options, database, name)
  if (verdict === 'keep') emit({ type: 'read', kind: 'database', database: name, name })
  else emit({ type: 'filtered', kind: 'database', name, rule: verdict.rule })
  return verdict === 'keep'
}

const NAMELESS = {
  code: 'glue-record-nameless',
  message: 'AWS Glue gave a database without a name',
  cure: 'Report it as a defect of this program together with the catalogue it comes from'
}

function emptyCatalogue({ where, options }: ReadRequest): { code: string; message: string; cure: string } {
  return {
    code: 'glue-catalogue-empty',
    message: `The catalogue of account ${options.catalogId ?? where.account} in ${where.region} has no databases, or none that ${where.arn} may see`,
    cure: 'Check the region and the account; where Lake Formation governs the catalogue, grant DESCRIBE on the databases'
  }
}
