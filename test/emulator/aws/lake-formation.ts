import { randomUUID } from 'node:crypto'
import type { Clock } from '../../../src/core/clock.ts'
import { type LfTags, lfTagsOf } from '../catalogue/lf-tags.ts'
import type { Catalogue } from '../catalogue/types.ts'
import type { Fault } from '../http/faults.ts'
import type { EmulatedRequest, Reply, Service } from '../http/server.ts'
import { textOf } from '../text.ts'
import { type CredentialStore, type Principal, refusal } from './credentials.ts'
import { authenticationError } from './glue-errors.ts'

export interface LakeFormationOptions {
  /** Which tags the resources have (catalogue/lf-tags.ts). Absent: none. */
  readonly tags?: 'plain' | 'odd'
  /** `database` or `database.table` whose tags the caller may not see, as Lake Formation's permissions have it. */
  readonly denied?: readonly string[]
  /** Requests a second beyond which it throttles. Absent: none. */
  readonly perSecond?: number
}

export interface LakeFormationSetting extends LakeFormationOptions {
  /** By account; the same as Glue's. */
  readonly catalogues: Readonly<Record<string, Catalogue>>
  readonly seed: number
  readonly clock: Clock
}

interface Context {
  readonly setting: LakeFormationSetting
  readonly credentials: CredentialStore
  readonly denied: ReadonlySet<string>
  readonly tagsOf: (account: string) => LfTags | undefined
  /** When the requests of the last second came. */
  readonly recent: number[]
}

/** Whether a request is signed for Lake Formation; its paths alone do not tell it from an S3 bucket. */
export const isForLakeFormation = (request: EmulatedRequest): boolean =>
  request.headers.authorization?.includes('/lakeformation/aws4_request') === true

/** AWS Lake Formation, REST-JSON: https://docs.aws.amazon.com/lake-formation/latest/APIReference/ */
export function lakeFormationService(setting: LakeFormationSetting, credentials: CredentialStore): Service {
  const held = new Map<string, LfTags>()
  const tagsOf = (account: string): LfTags | undefined => {
    const catalogue = setting.catalogues[account]
    if (catalogue === undefined) return undefined
    const tags = held.get(account) ?? answersFor(catalogue, account, setting)
    held.set(account, tags)
    return tags
  }
  // What is measured must not wait for the answers to be made.
  if (setting.tags !== undefined) for (const account of Object.keys(setting.catalogues)) tagsOf(account)
  const context = { setting, credentials, denied: new Set(setting.denied), tagsOf, recent: [] }
  return { label: labelOf, answer: (request) => answer(request, context), failure: fault }
}

function answersFor(catalogue: Catalogue, account: string, { tags, seed }: LakeFormationSetting): LfTags {
  return tags === undefined ? untagged(catalogue) : lfTagsOf(catalogue, { seed, account, kind: tags })
}

/** Answers without tags for everything that exists. */
function untagged(catalogue: Catalogue): LfTags {
  const none = Buffer.from('{}')
  const names = new Map(
    catalogue.map(({ database, tables }) => [database.Name, new Set(Array.from(tables, (table) => table.Name))])
  )
  return {
    database: (name) => (names.has(name) ? none : undefined),
    table: (database, name) => (names.get(database)?.has(name) === true ? none : undefined)
  }
}

class LakeFormationError extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

type Members = Readonly<Record<string, unknown>>

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function inputOf(request: EmulatedRequest): Members {
  try {
    return membersOf(JSON.parse(request.body.toString() || '{}'))
  } catch {
    return {}
  }
}

/** `GetResourceLFTags sales`, `GetResourceLFTags sales.orders`. */
function labelOf(request: EmulatedRequest): string {
  const operation = request.path.slice(1)
  const resource = membersOf(inputOf(request).Resource)
  const table = membersOf(resource.Table)
  const database = table.DatabaseName ?? membersOf(resource.Database).Name
  const name = table.Name === undefined ? '' : `.${textOf(table.Name)}`
  return database === undefined ? operation : `${operation} ${textOf(database)}${name}`
}

function answer(request: EmulatedRequest, context: Context): Reply {
  try {
    return { status: 200, headers: headers(), body: getResourceLfTags(request, context) }
  } catch (error) {
    if (error instanceof LakeFormationError) return errorReply(error)
    throw error
  }
}

function getResourceLfTags(request: EmulatedRequest, context: Context): Buffer {
  const caller = context.credentials.authenticate(request)
  if (!caller.ok) {
    const { code, message } = authenticationError(caller.failure)
    throw new LakeFormationError(code, message, 403)
  }
  if (request.path !== '/GetResourceLFTags') throw new LakeFormationError('UnknownOperationException', '', 404)
  throttle(context)
  authorise(caller.principal, caller.region)
  const input = inputOf(request)
  const resource = membersOf(input.Resource)
  const found = find(resource, tagsFor(input.CatalogId, caller.principal, context), context)
  // Without ShowAssignedLFTags an answer also has what is inherited, in another form; nobody here asks for it.
  if (input.ShowAssignedLFTags !== true)
    throw new LakeFormationError('InvalidInputException', 'not known to the stand-in')
  return found
}

function throttle({ recent, setting }: Context): void {
  if (setting.perSecond === undefined) return
  const now = setting.clock.monotonic()
  while ((recent[0] ?? now) <= now - 1_000) recent.shift()
  if (recent.length >= setting.perSecond) throw new LakeFormationError('ThrottlingException', 'Rate exceeded')
  recent.push(now)
}

/** The action has no resource types: IAM sees the account's catalogue. */
function authorise(principal: Principal, region: string): void {
  const action = 'lakeformation:GetResourceLFTags'
  const resource = `arn:aws:lakeformation:${region}:${principal.account}:catalog:${principal.account}`
  const reason = refusal(principal, action, resource)
  if (reason === null) return
  throw new LakeFormationError(
    'AccessDeniedException',
    `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource} ${reason}`,
    403
  )
}

function tagsFor(catalogId: unknown, principal: Principal, context: Context): LfTags {
  const account = catalogId ?? principal.account
  if (typeof account !== 'string' || !/^\d{12}$/u.test(account)) {
    throw new LakeFormationError('InvalidInputException', `Invalid CatalogId: ${textOf(account)}`)
  }
  const tags = context.tagsOf(account)
  if (tags === undefined) throw insufficient('Describe', account)
  return tags
}

function find(resource: Members, tags: LfTags, context: Context): Buffer {
  const { DatabaseName, Name } = membersOf(resource.Table)
  const database = DatabaseName ?? membersOf(resource.Database).Name
  if (typeof database !== 'string' || database === '') {
    throw new LakeFormationError(
      'InvalidInputException',
      'Resource must be one of Catalog, Database, Table, TableWithColumns'
    )
  }
  const full = typeof Name === 'string' ? `${database}.${Name}` : database
  if (context.denied.has(full) || context.denied.has(database)) throw insufficient('Describe', full)
  const found = typeof Name === 'string' ? tags.table(database, Name) : tags.database(database)
  if (found === undefined) throw new LakeFormationError('EntityNotFoundException', `${full} not found.`)
  return found
}

const insufficient = (permission: string, on: string): LakeFormationError =>
  new LakeFormationError(
    'AccessDeniedException',
    `Insufficient Lake Formation permission(s): Required ${permission} on ${on}`
  )

function headers(): Record<string, string> {
  return { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() }
}

/** The code is in a header, as REST-JSON services have it, and the member `Message` in the body. */
function errorReply({ code, message, status }: LakeFormationError): Reply {
  return {
    status,
    headers: { ...headers(), 'x-amzn-errortype': `${code}:` },
    body: JSON.stringify({ Message: message })
  }
}

const KNOWN_FAULTS: Readonly<Record<string, readonly [number, string]>> = {
  ThrottlingException: [400, 'Rate exceeded'],
  ThrottledException: [400, 'Rate exceeded'],
  InternalServiceException: [500, 'An internal service error occurred.'],
  OperationTimeoutException: [400, 'The operation timed out.'],
  ServiceUnavailableException: [503, 'Service is unavailable. Please try again.'],
  ExpiredTokenException: [403, 'The security token included in the request is expired'],
  AccessDeniedException: [400, 'Insufficient Lake Formation permission(s): Required Describe on the resource']
}

function fault(it: Fault): Reply {
  if (it.body !== undefined) {
    return { status: it.status ?? 500, headers: { 'content-type': 'text/html', ...it.headers }, body: it.body }
  }
  const code = it.code ?? 'InternalServiceException'
  const [status, message] = KNOWN_FAULTS[code] ?? [400, 'The request failed.']
  const reply = errorReply(new LakeFormationError(code, it.message ?? message, it.status ?? status))
  return { ...reply, headers: { ...reply.headers, ...it.headers } }
}
