import type { NameFilter } from '../core/allow-deny.ts'
import type { JsonObject } from '../core/json.ts'
import type { AdvancedAwsOptions, RoleArguments } from './aws-options.ts'
import type { TransformerOptions } from './transformers.ts'

/** A role to assume, in the words of STS AssumeRole. */
export interface RoleToAssume {
  readonly roleArn: string
  readonly externalId: string | null
  readonly others?: RoleArguments
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
  /** `aws_advanced_config`; absent: nothing of it. */
  readonly advanced?: AdvancedAwsOptions
}

/** `source.config` of a Glue recipe, validated. Field by field the peer's GlueSourceConfig. */
export interface GlueOptions {
  readonly aws: AwsOptions
  readonly platform: 'glue' | 'athena'
  readonly platformInstance: string | null
  /** DataHub's fabric type, upper case, such as `PROD`. */
  readonly env: string
  readonly catalogId: string | null
  /** Whether names are lower-cased in urns of datasets (DATAHUB_DATASET_URN_TO_LOWER, as with the peer). Absent: no. */
  readonly lowercaseUrns?: boolean
  /** Matched on the database's name. */
  readonly databasePattern: NameFilter
  /** Matched on `database.table`. */
  readonly tablePattern: NameFilter
  readonly extractOwners: boolean
  readonly ignoreResourceLinks: boolean
  /** Whether a resource link without a schema gets that of the table it points at. */
  readonly resolveResourceLinkSchema: boolean
  /** Instances of catalogues that other accounts own, by `arn:{partition}:glue:{region}:{account}`. */
  readonly catalogInstances: Readonly<Record<string, PlatformPlace>>
  /** Which way lineage between a table and its storage goes; null: none is told. */
  readonly storageLineage: 'upstream' | 'downstream' | null
  /** Whether storage lineage is told for columns too. */
  readonly columnLineage: boolean
  readonly viewLineage: boolean
  /** Domains (a name, an id or a urn) and what belongs to them, in the recipe's order. */
  readonly domains: readonly DomainRule[]
  readonly s3BucketTags: boolean
  readonly s3ObjectTags: boolean
  /** null: Lake Formation is not asked. */
  readonly lakeFormationTags: { readonly propagate: boolean; readonly columns: boolean } | null
  readonly deltaSchema: boolean
  readonly columnParameters: boolean
  /** Whether properties of datasets are added to those that DataHub holds, and not put in their place. */
  readonly incrementalProperties: boolean
  /** Jobs (`extract_transforms`). */
  readonly jobs: boolean
  readonly ignoreUnsupportedConnectors: boolean
  /** Where other recipes put the assets that jobs read and write, by platform. */
  readonly targetPlatforms: Readonly<Record<string, PlatformPlace>>
  /** null: no profiles from parameters. */
  readonly profiling: ProfilingOptions | null
  /** null: `stateful_ingestion` is off. What a run goes by is Recipe.stateful. */
  readonly stateful: StatefulSettings | null
  /** Whether Glue’s own column statistics become profiles: no option of a recipe, but an input of this program. */
  readonly columnStatistics: boolean
}

/** A platform's instance and environment; null: what the recipe's own assets have. */
export interface PlatformPlace {
  readonly platformInstance: string | null
  readonly env: string | null
}

export interface DomainRule {
  readonly domain: string
  readonly pattern: NameFilter
}

/** `profiling`: the names of the parameters that hold statistics (the peer's source/glue_profiling_config.py). */
export interface ProfilingOptions {
  readonly tableLevelOnly: boolean
  readonly parameters: Readonly<Record<ProfileParameter, string | null>>
  /** Matched on the partition as the peer prints it: `{'key': 'value'}`. */
  readonly partitionPatterns: NameFilter
  /** On which days profiles are made; null: on every day. */
  readonly days: { readonly dayOfWeek: number | null; readonly dateOfMonth: number | null } | null
}

export type ProfileParameter =
  | 'rowCount'
  | 'columnCount'
  | 'uniqueCount'
  | 'uniqueProportion'
  | 'nullCount'
  | 'nullProportion'
  | 'min'
  | 'max'
  | 'mean'
  | 'median'
  | 'stdev'

/** `auth`: where the token for a GMS comes from. */
export type AuthOptions =
  | { readonly type: 'token'; readonly token: string }
  | { readonly type: 'file'; readonly path: string }
  | {
      readonly type: 'oidc'
      readonly endpoint: string
      readonly clientId: string
      readonly clientSecret: string
      readonly scope: string | null
      readonly audience: string | null
    }
  | {
      readonly type: 'azure'
      readonly tenantId: string
      readonly clientId: string
      readonly scope: string
      /** null: a workload identity shows who asks. */
      readonly clientSecret: string | null
    }

/** How to reach a GMS: the peer's DatahubClientConfig. */
export interface GmsConnection {
  /** Its base URL without a trailing slash. */
  readonly server: string
  readonly token: string | null
  /** Goes before `token`. */
  readonly auth: AuthOptions | null
  readonly timeoutSeconds: number
  readonly retryStatusCodes: readonly number[]
  /** Retries after the first attempt. */
  readonly retryMaxTimes: number
  readonly extraHeaders: Readonly<Record<string, string>>
  readonly caCertificatePath: string | null
  readonly clientCertificatePath: string | null
  readonly clientKeyPath: string | null
  readonly disableSslVerification: boolean
}

/** `sink: {type: datahub-rest}`. */
export interface RestSinkOptions extends GmsConnection {
  readonly type: 'datahub-rest'
  /** `async`: GMS queues (only when the recipe's `mode` says ASYNC…). `sync`: GMS stores before it answers. */
  readonly mode: 'sync' | 'async'
  /** Which of GMS's interfaces is written to. */
  readonly endpoint: 'restli' | 'openapi'
  /** Requests under way at once. */
  readonly maxThreads: number
  /** Work units a request, at most 200. */
  readonly maxPerBatch: number
}

/** `sink: {type: file}`: the peer's file-sink format. */
export interface FileSinkOptions {
  readonly type: 'file'
  readonly filename: string
  /** `legacy_nested_json_string`: aspects as text within the JSON, as the wire has them. */
  readonly nestsText: boolean
}

/** `sink: {type: console}`. */
export interface ConsoleSinkOptions {
  readonly type: 'console'
}

/** `sink: {type: blackhole}`: everything counts as written, and nothing is. */
export interface BlackholeSinkOptions {
  readonly type: 'blackhole'
}

export type SinkOptions = RestSinkOptions | FileSinkOptions | ConsoleSinkOptions | BlackholeSinkOptions

/** `stateful_ingestion` of the source's options, when it is enabled. */
export interface StatefulSettings extends Omit<StatefulOptions, 'provider'> {
  /** Whether anything is kept and removed at all: without it the peer keeps no state either. */
  readonly removesStale: boolean
  readonly provider:
    | { readonly type: 'datahub'; readonly connection: GmsConnection | null }
    | { readonly type: 'file'; readonly filename: string }
    /** A name that stands for no place. */
    | { readonly type: 'unknown'; readonly name: string }
}

/** Where state is kept from run to run. */
export type StateProviderOptions =
  | { readonly type: 'datahub'; readonly connection: GmsConnection }
  | { readonly type: 'file'; readonly filename: string }

/** `stateful_ingestion`, when it is enabled and removes stale metadata. */
export interface StatefulOptions {
  /** The percentage of the last run's entities that may be missing before nothing is removed; 100: any. */
  readonly failSafeThreshold: number
  readonly ignoreOldState: boolean
  readonly ignoreNewState: boolean
  /** Bytes of the encoded state. */
  readonly maxStateBytes: number
  readonly provider: StateProviderOptions
}

/** An entry of `reporting`. */
export type ReporterOptions =
  | { readonly type: 'datahub'; readonly reportsRecipe: boolean; readonly required: boolean }
  | { readonly type: 'file'; readonly filename: string; readonly required: boolean }

/** The peer's `flags` that change what is written. */
export interface RecipeFlags {
  /** False with `generate_browse_path_v2_dry_run` too: nothing is written then. */
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
  /** `datahub_api`: the server that is asked what DataHub holds, and that keeps state; null: that of the sink. */
  readonly datahubApi: GmsConnection | null
  readonly flags: RecipeFlags
  /** null: nothing is kept from run to run, and nothing removed. */
  readonly stateful: StatefulOptions | null
  /** Where runs are reported to beside what is usual. */
  readonly reporting: readonly ReporterOptions[]
  /** `failure_log`: the file that keeps what was lost, in place of the usual one; null: the usual one. */
  readonly failureLog: string | null
  /** In the order in which they act. */
  readonly transformers: readonly TransformerOptions[]
  /** The recipe as written, variables unresolved. */
  readonly asWritten: JsonObject
}
