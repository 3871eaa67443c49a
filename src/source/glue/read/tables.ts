import { GetTablesCommand } from '@aws-sdk/client-glue'
import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { Listing } from '../../../model/event.ts'
import type { GlueLinkTarget, GlueTable } from '../record.ts'
import type { NamedDatabase, ReadRequest } from './databases.ts'
import { type BrokenListing, brokenListing } from './failures.ts'
import { catalogueOf, pagesOf } from './pages.ts'
import { isDatabaseLink, kindOf, type Selection, tableVerdict } from './selection.ts'

/** A table whose name and database are known. */
export type NamedTable = GlueTable & { readonly Name: string; readonly DatabaseName: string }

/** A page of a database's tables as Glue gives it, or the end of its listing. */
export type TablePage =
  | { readonly kind: 'page'; readonly tables: readonly GlueTable[] }
  | { readonly kind: 'end'; readonly listing: Listing; readonly broken: BrokenListing | null }

/**
 * The tables of one database, page by page of GetTables, and then how far the listing came. A listing that breaks off is
 * an end like any other: it is the database's trouble and not the run's. Tells nothing itself, for pages are read ahead.
 */
export async function* listTables(database: string, request: ReadRequest): AsyncGenerator<TablePage> {
  let pages = 0
  let tables = 0
  try {
    for await (const page of tablePages(database, request)) {
      pages += 1
      tables += page.length
      yield { kind: 'page', tables: page }
    }
    yield { kind: 'end', listing: tables === 0 ? 'empty' : 'complete', broken: null }
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error
    const broken = brokenListing(error, database, pages, request.where)
    yield { kind: 'end', listing: broken.listing, broken }
  }
}

function tablePages(
  DatabaseName: string,
  { client, options, signal }: ReadRequest
): AsyncGenerator<readonly GlueTable[]> {
  return pagesOf('glue:GetTables', async (position) => {
    const command = new GetTablesCommand({ DatabaseName, ...catalogueOf(options), ...position })
    const answer = await client.send(command, { abortSignal: signal })
    // The SDK's types allow members that are undefined, where its answers leave them out.
    return { items: (answer.TableList ?? []) as unknown as readonly GlueTable[], token: answer.NextToken }
  })
}

/** The tables of a page that the recipe wants; each table is told as an event, whatever becomes of it. */
export function selectTables(
  tables: readonly GlueTable[],
  database: NamedDatabase,
  request: Pick<ReadRequest, 'options' | 'emit'>
): NamedTable[] {
  return tables.flatMap((table) => {
    const named = nameTable(
      isDatabaseLink(database) ? behindLink(table, database, request.options) : table,
      database.Name
    )
    if (named !== null && wanted(named, database.Name, request)) return [named]
    if (named === null)
      request.emit({ type: 'failed', severity: 'failure', failure: { ...NAMELESS, resource: database.Name } })
    return []
  })
}

/**
 * A table that is seen through the link of a database: Glue gives it with its owner's account and database, and it becomes
 * one of the link's own, which shows the owner's (glue.py get_tables_from_database).
 */
function behindLink(table: GlueTable, link: NamedDatabase, { catalogId }: Selection): GlueTable {
  const { TargetDatabase: target } = link
  const owner = {
    CatalogId: filled(target?.CatalogId) ?? table.CatalogId,
    DatabaseName: filled(target?.DatabaseName) ?? table.DatabaseName,
    Name: table.Name
  }
  const account = filled(link.CatalogId) ?? filled(catalogId)
  return {
    ...table,
    // Members that are undefined are not there.
    TargetTable: table.TargetTable ?? (JSON.parse(JSON.stringify(owner)) as GlueLinkTarget),
    DatabaseName: link.Name,
    ...(account === undefined ? {} : { CatalogId: account })
  }
}

const filled = (text: string | null | undefined): string | undefined =>
  text === '' || text === null ? undefined : text

/** A table without DatabaseName is in the database that was asked for. */
function nameTable(table: GlueTable, database: string): NamedTable | null {
  const { Name, DatabaseName = database } = table
  return Name === undefined || Name === '' ? null : { ...table, Name, DatabaseName }
}

function wanted(
  table: NamedTable,
  listedIn: string,
  { options, emit }: Pick<ReadRequest, 'options' | 'emit'>
): boolean {
  const kind = kindOf(table)
  const name = `${table.DatabaseName}.${table.Name}`
  const verdict = tableVerdict(options, table, table.DatabaseName, table.Name)
  if (verdict === 'keep') emit({ type: 'read', kind, database: listedIn, name })
  else emit({ type: 'filtered', kind, name, database: listedIn, rule: verdict.rule })
  return verdict === 'keep'
}

const NAMELESS = {
  code: 'glue-record-nameless',
  message: 'AWS Glue gave a table without a name',
  cure: 'Report it as a defect of this program together with the catalogue it comes from'
}
