import { createRateLimits } from '../../src/aws/rate-limit.ts'
import { type AwsSession, openAwsSession, type SessionRequest } from '../../src/aws/session.ts'
import type { NameFilter } from '../../src/core/allow-deny.ts'
import { AppError } from '../../src/core/errors.ts'
import type { Event } from '../../src/model/event.ts'
import type { IdentityOptions, IdTokenRequest } from '../../src/model/identity-options.ts'
import type { Logger } from '../../src/model/ports.ts'
import type { AwsOptions, GlueOptions } from '../../src/model/recipe.ts'
import { ACCOUNT, type AwsServer, type AwsOptions as AwsServerOptions, startAws } from '../emulator/aws/aws.ts'
import type { Role } from '../emulator/aws/credentials.ts'
import type { IdentityProvider } from '../emulator/aws/web-identity.ts'
import type { Catalogue } from '../emulator/catalogue/types.ts'
import { manualClock } from '../emulator/clock.ts'
import { GITHUB_ISSUER, type OidcOptions, type OidcServer, startOidc } from '../emulator/github/oidc.ts'
import { defaultRole, REGION, ROLE_ARN, TEST_USER } from '../emulator/stand-ins.ts'
import { glueOptions as defaultOptions } from '../source/glue/map/options.ts'

export const everything: NameFilter = {
  allows: () => true,
  decidedBy: () => ({ allowed: true, pattern: null, index: null })
}

/** Lets through the names that are listed. */
export function only(...names: readonly string[]): NameFilter {
  return {
    allows: (name) => names.includes(name),
    decidedBy: (name) => ({ allowed: names.includes(name), pattern: null, index: null })
  }
}

export function awsOptions(changes: Partial<AwsOptions> = {}): AwsOptions {
  return {
    region: 'eu-west-1',
    keys: null,
    profile: null,
    roles: [],
    endpointUrl: null,
    proxies: {},
    retries: 5,
    retryMode: 'standard',
    connectTimeoutSeconds: 10,
    readTimeoutSeconds: 10,
    ...changes
  }
}

export const glueOptions = (changes: Partial<GlueOptions> = {}): GlueOptions =>
  defaultOptions({ aws: awsOptions(), jobs: false, ...changes })

export function identityOptions(changes: Partial<IdentityOptions> = {}): IdentityOptions {
  return {
    roleToAssume: null,
    region: null,
    roleSessionName: 'datahub-glue-ingestion',
    roleDurationSeconds: 3_600,
    audience: 'sts.amazonaws.com',
    allowedAccountIds: [],
    leastPrivilege: true,
    inlineSessionPolicy: null,
    managedSessionPolicies: [],
    ...changes
  }
}

const quiet: Logger = { debug() {}, info() {}, notice() {}, warning() {}, error() {} }

/** What a session was opened with, and what it said. */
export interface Opened {
  readonly session: AwsSession
  readonly events: Event[]
  readonly masked: string[]
}

/** GitHub's OIDC endpoint and AWS, without GMS. */
export interface AwsSide {
  readonly oidc: OidcServer
  readonly aws: AwsServer
  readonly env: Readonly<Record<string, string>>
  close(): Promise<void>
}

export interface AwsSideOptions {
  readonly catalogue?: Catalogue
  readonly roles?: readonly Role[]
  readonly provider?: Partial<IdentityProvider> | null
  readonly oidc?: OidcOptions
  readonly aws?: Omit<AwsServerOptions, 'sts' | 'glue'>
  readonly glue?: Partial<AwsServerOptions['glue']>
}

/** Starts them: the role of the stand-ins opens to GitHub and to the user `test`, unless `options` say otherwise. */
export async function startAwsSide(options: AwsSideOptions = {}): Promise<AwsSide> {
  const oidc = await startOidc(options.oidc)
  const provider = {
    issuer: GITHUB_ISSUER,
    jwksUrl: oidc.jwksUrl,
    clientIds: ['sts.amazonaws.com'],
    ...options.provider
  }
  const aws = await startAws({
    users: [TEST_USER],
    keep: 'bodies',
    ...options.aws,
    sts: {
      roles: options.roles ?? [defaultRole()],
      identityProviders: options.provider === null ? [] : [provider]
    },
    glue: { catalogue: options.catalogue ?? [], account: ACCOUNT, region: REGION, ...options.glue }
  })
  const close = async (): Promise<void> => {
    await Promise.all([oidc.close(), aws.close()])
  }
  return { oidc, aws, env: { AWS_ENDPOINT_URL: aws.url }, close }
}

/** Variables of a terminal whose user is the stand-ins' `test`. */
export const testKeys = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }

/** Opens a session against them: as on a runner with OIDC unless `changes` say otherwise. */
export async function open(side: AwsSide, changes: Partial<SessionRequest> = {}): Promise<Opened> {
  const events: Event[] = []
  const masked: string[] = []
  const clock = changes.clock ?? manualClock()
  const session = await openAwsSession({
    options: glueOptions(),
    identity: identityOptions({ roleToAssume: ROLE_ARN }),
    env: side.env,
    idToken: idTokenFrom(side.oidc),
    github: { eventName: 'schedule', isForkPullRequest: false },
    limits: createRateLimits(clock, null),
    clock,
    logger: quiet,
    mask: (secret) => masked.push(secret),
    emit: (event) => events.push(event),
    ...changes
  })
  return { session, events, masked }
}

/** Asks GitHub's endpoint as @actions/core does. */
export function idTokenFrom(oidc: OidcServer): IdTokenRequest {
  return async (audience) => {
    const url = `${oidc.requestUrl}&audience=${encodeURIComponent(audience)}`
    const response = await fetch(url, { headers: { authorization: `Bearer ${oidc.requestToken}` } })
    const body: unknown = await response.json()
    if (typeof body === 'object' && body !== null && 'value' in body) return String(body.value)
    throw new Error(`Error message: HTTP ${response.status}`)
  }
}

/** The AppError that something ends with; anything else fails the test. */
export async function appErrorOf(action: () => unknown): Promise<AppError> {
  try {
    await action()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('it was expected to fail')
}
