import type { JobSet } from '../catalogue/jobs.ts'
import type { Catalogue } from '../catalogue/types.ts'
import type { EmulatedRequest, Reply, Service } from '../http/server.ts'
import { textOf } from '../text.ts'
import type { CredentialStore, Principal } from './credentials.ts'
import { refusal } from './credentials.ts'
import { type ServedCatalogue, serveCatalogue } from './glue-catalogue.ts'
import { authenticationError, GlueError, glueErrorReply, glueFault, glueHeaders } from './glue-errors.ts'
import { type GlueCall, OPERATIONS } from './glue-operations.ts'
import type { PartitionOptions } from './glue-partitions.ts'
import { Spool } from './serialised-list.ts'

export interface GlueOptions {
  /** The catalogue of every account that has none in `catalogues`. */
  readonly catalogue: Catalogue
  /** Catalogues of other accounts, for `CatalogId`. */
  readonly catalogues?: Readonly<Record<string, Catalogue>>
  /** The account whose catalogue `catalogue` is; requests for another one without an entry are denied. */
  readonly account: string
  /** The region of the catalogues; requests signed for another one see an empty catalogue. Absent: every region. */
  readonly region?: string
  /** Databases whose tables must not be listed. */
  readonly deniedDatabases?: readonly string[]
  /** Pages of varying sizes, some of them empty. */
  readonly raggedPages?: boolean
  readonly seed?: number
  /** Jobs of the account, with what their scripts are made of. Absent: none. */
  readonly jobs?: JobSet
  /** Partitions of tables. Absent: none. */
  readonly partitions?: PartitionOptions
}

/** AWS Glue, JSON protocol 1.1: https://docs.aws.amazon.com/glue/latest/webapi/ */
export interface GlueService extends Service {
  /** Gives the disk space of the catalogue back. */
  dispose(): void
}

interface GlueContext {
  readonly options: GlueOptions
  readonly credentials: CredentialStore
  readonly byAccount: ReadonlyMap<string, ServedCatalogue>
  readonly empty: ServedCatalogue
}

/** Makes the catalogue's JSON, once, and serves it. */
export function glueService(options: GlueOptions, credentials: CredentialStore): GlueService {
  const spool = new Spool()
  const accounts = { [options.account]: options.catalogue, ...options.catalogues }
  const byAccount = new Map(Object.entries(accounts).map(([account, it]) => [account, serveCatalogue(it, spool)]))
  const context = { options, credentials, byAccount, empty: serveCatalogue([], spool) }
  return {
    label: labelOf,
    answer: (request) => answer(request, context),
    failure: glueFault,
    dispose: () => spool.close()
  }
}

const TARGET = 'AWSGlue.'

function operationOf(request: EmulatedRequest): string {
  const target = String(request.headers['x-amz-target'] ?? '')
  return target.startsWith(TARGET) ? target.slice(TARGET.length) : '?'
}

/** `GetDatabases`, `GetTables sales`, `GetTables sales@100` (the page that starts with the 101st table), `GetTable sales.orders`. */
function labelOf(request: EmulatedRequest): string {
  const operation = operationOf(request)
  const input = inputOf(request)
  const database = input.DatabaseName ?? (operation === 'GetDatabase' ? input.Name : undefined)
  const name = operation === 'GetTable' ? `.${textOf(input.Name)}` : ''
  const token =
    typeof input.NextToken === 'string'
      ? /"start":(\d+)/u.exec(Buffer.from(input.NextToken, 'base64url').toString())
      : null
  const page = token === null ? '' : `@${token[1] ?? ''}`
  return `${operation}${database === undefined ? '' : ` ${textOf(database)}`}${name}${page}`
}

function inputOf(request: EmulatedRequest): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(request.body.toString() || '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function answer(request: EmulatedRequest, context: GlueContext): Reply {
  try {
    const operation = operationOf(request)
    const perform = OPERATIONS[operation]
    if (perform === undefined) throw new GlueError('UnknownOperationException', '')
    return { status: 200, headers: glueHeaders(), body: perform(callOf(operation, request, context)) }
  } catch (error) {
    if (error instanceof GlueError) return glueErrorReply(error)
    throw error
  }
}

function callOf(operation: string, request: EmulatedRequest, context: GlueContext): GlueCall {
  const caller = context.credentials.authenticate(request)
  if (!caller.ok) throw authenticationError(caller.failure)
  const { options } = context
  const input = inputOf(request)
  const account = accountOf(input, caller.principal)
  return {
    operation,
    input,
    account,
    catalogue: catalogueFor(account, caller.region, operation, caller.principal, context),
    jobs: options.jobs ?? null,
    partitions: options.partitions ?? null,
    raggedSeed: options.raggedPages === true ? (options.seed ?? 1) : null,
    authorise: (resource) =>
      authorise(caller.principal, operation, `arn:aws:glue:${caller.region}:${account}:${resource}`),
    denied: (database) => options.deniedDatabases?.includes(database) === true
  }
}

function accountOf(input: Readonly<Record<string, unknown>>, principal: Principal): string {
  const given = input.CatalogId
  if (given === undefined || given === null) return principal.account
  if (typeof given === 'string' && /^\d{12}(:.+)?$/u.test(given)) return given
  throw new GlueError(
    'InvalidInputException',
    `Invalid CatalogId: ${textOf(given)}. CatalogId must be a 12-digit account ID.`
  )
}

function catalogueFor(
  account: string,
  region: string,
  operation: string,
  principal: Principal,
  context: GlueContext
): ServedCatalogue {
  if (context.options.region !== undefined && context.options.region !== region) return context.empty
  const catalogue = context.byAccount.get(account)
  if (catalogue !== undefined) return catalogue
  if (account === principal.account) return context.empty
  const resource = `arn:aws:glue:${region}:${account}:catalog`
  throw new GlueError(
    'AccessDeniedException',
    `User: ${principal.arn} is not authorized to perform: glue:${operation} on resource: ${resource} because no resource-based policy allows the glue:${operation} action`
  )
}

function authorise(principal: Principal, operation: string, resource: string): void {
  const reason = refusal(principal, `glue:${operation}`, resource)
  if (reason === null) return
  throw new GlueError(
    'AccessDeniedException',
    `User: ${principal.arn} is not authorized to perform: glue:${operation} on resource: ${resource} ${reason}`
  )
}
