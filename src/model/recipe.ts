import type { NameFilter } from '../core/allow-deny.ts'
import type { JsonObject } from '../core/json.ts'

/** A role to assume, in the words of STS AssumeRole. */
export interface RoleToAssume {
  readonly roleArn: string
  readonly externalId: string | null
}

/** How the recipe says to reach AWS (the peer's AwsConnectionConfig). */
export interface AwsOptions {
  /** null: from the environment (AWS_REGION, AWS_DEFAULT_REGION) or the profile. */
  readonly region: string | null
  /** Keys written in the recipe; they win over a profile, and a profile over everything else, as with the peer. */
  readonly keys: { readonly id: string; readonly secret: string; readonly sessionToken: string | null } | null
  readonly profile: string | null
  /** `aws_role`: assumed one after the other, each with the credentials of the one before. */
  readonly roles: readonly RoleToAssume[]
  readonly endpointUrl: string | null
  /** `aws_proxy`: scheme (`http`, `https`) to proxy URL. */
  readonly proxies: Readonly<Record<string, string>>
  /** `aws_retry_num`: retries after the first attempt. */
  readonly retries: number
  readonly retryMode: 'legacy' | 'standard' | 'adaptive'
  readonly connectTimeoutSeconds: number
  readonly readTimeoutSeconds: number
}

/** `source.config` of a Glue recipe, validated. Field by field the peer's GlueSourceConfig. */
export interface GlueOptions {
  readonly aws: AwsOptions
  readonly platform: 'glue' | 'athena'
  readonly platformInstance: string | null
  /** DataHub's fabric type, upper case, such as `PROD`. */
  readonly env: string
  readonly catalogId: string | null
  /** Matched on the database's name. */
  readonly databasePattern: NameFilter
  /** Matched on `database.table`. */
  readonly tablePattern: NameFilter
  readonly extractOwners: boolean
  readonly ignoreResourceLinks: boolean
}

/** `sink: {type: datahub-rest}`. */
export interface RestSinkOptions {
  readonly type: 'datahub-rest'
  /** GMS's base URL without a trailing slash. */
  readonly server: string
  readonly token: string | null
  readonly timeoutSeconds: number
  readonly retryStatusCodes: readonly number[]
  /** Retries after the first attempt. */
  readonly retryMaxTimes: number
  readonly extraHeaders: Readonly<Record<string, string>>
  readonly caCertificatePath: string | null
  readonly clientCertificatePath: string | null
  readonly clientKeyPath: string | null
  readonly disableSslVerification: boolean
  /** `async`: GMS queues (only when the recipe's `mode` says ASYNC…). `sync`: GMS stores before it answers. */
  readonly mode: 'sync' | 'async'
  /** Requests under way at once. */
  readonly maxThreads: number
  /** Work units a request, at most 200. */
  readonly maxPerBatch: number
}

/** `sink: {type: file}`: the peer's file-sink format. */
export interface FileSinkOptions {
  readonly type: 'file'
  readonly filename: string
}

/** `sink: {type: console}`. */
export interface ConsoleSinkOptions {
  readonly type: 'console'
}

export type SinkOptions = RestSinkOptions | FileSinkOptions | ConsoleSinkOptions

/** The peer's `flags` that change what is written. */
export interface RecipeFlags {
  readonly generateBrowsePathV2: boolean
  readonly setSystemMetadata: boolean
  readonly setSystemMetadataPipelineName: boolean
}

/** A recipe that is known to be valid: nothing else runs. Made only by recipe/parse. */
export interface Recipe {
  /** The path as the user gave it. */
  readonly file: string
  readonly pipelineName: string | null
  /** `run_id` of the recipe; null: one is made up for each run. */
  readonly runId: string | null
  readonly source: GlueOptions
  readonly sink: SinkOptions
  readonly flags: RecipeFlags
  /** The recipe as written, variables unresolved. */
  readonly asWritten: JsonObject
}
