import { type ConfigMap, entryOf } from '../core/config/node.ts'
import { readOptions, type ValuesOf } from '../core/config/option.ts'
import { INVALID, type Invalid, type ReadContext } from '../core/config/types.ts'
import type { AwsOptions, GlueOptions, PlatformPlace, ProfilingOptions } from '../model/recipe.ts'
import { DEFAULT_TIMEOUT } from './options/aws.ts'
import { GLUE_OPTIONS } from './options/glue.ts'
import { placeOf } from './options/places.ts'
import { statefulSettings } from './read-stateful.ts'

const WHERE = {
  where: 'source.config',
  unknown: 'error',
  misplaced: (key: string) => placeOf(key, 'source.config')
} as const

/** `source.config` of a Glue recipe. */
export function readGlueOptions(config: ConfigMap, context: ReadContext): GlueOptions | Invalid {
  const values = readOptions(config, GLUE_OPTIONS, WHERE, context)
  const renamed = checkRenamed(config, context)
  if (values === INVALID || !renamed) return INVALID
  warnOfUnused(values, config, context)
  return {
    aws: awsOptions(values),
    platform: values.platform,
    // The peer takes an empty one for an instance in the guids of containers, and for none in urns.
    platformInstance: values.platform_instance,
    env: values.env,
    catalogId: filled(values.catalog_id),
    databasePattern: values.database_pattern,
    tablePattern: values.table_pattern,
    extractOwners: values.extract_owners === true,
    ignoreResourceLinks: values.ignore_resource_links === true,
    resolveResourceLinkSchema: values.resolve_resource_link_schema,
    catalogInstances: places(values.catalog_to_platform_instance),
    ...lineageOptions(values),
    domains: Object.entries(values.domain).map(([domain, pattern]) => ({ domain, pattern })),
    s3BucketTags: values.use_s3_bucket_tags === true,
    s3ObjectTags: values.use_s3_object_tags === true,
    lakeFormationTags: lakeFormationTags(values),
    deltaSchema: values.extract_delta_schema_from_parameters === true,
    columnParameters: values.extract_column_parameters,
    incrementalProperties: values.incremental_properties,
    jobs: values.extract_transforms === true,
    ignoreUnsupportedConnectors: values.ignore_unsupported_connectors === true,
    targetPlatforms: places(values.target_platform_configs),
    profiling: profiling(values.profiling),
    stateful: statefulSettings(values.stateful_ingestion),
    columnStatistics: false
  }
}

type Values = ValuesOf<typeof GLUE_OPTIONS>

/** The old names mean the same (checkRenamed refuses both at once). */
function lineageOptions(values: Values): Pick<GlueOptions, 'storageLineage' | 'columnLineage' | 'viewLineage'> {
  const on = values.emit_storage_lineage || values.emit_s3_lineage
  const directions = [values.glue_storage_lineage_direction, values.glue_s3_lineage_direction]
  return {
    storageLineage: on ? (directions.includes('downstream') ? 'downstream' : 'upstream') : null,
    columnLineage: values.include_column_lineage,
    viewLineage: values.include_view_lineage
  }
}

function lakeFormationTags(values: Values): GlueOptions['lakeFormationTags'] {
  if (values.extract_lakeformation_tags !== true) return null
  return { propagate: values.propagate_lakeformation_tags, columns: values.extract_lakeformation_column_tags }
}

function places(targets: Values['target_platform_configs']): Readonly<Record<string, PlatformPlace>> {
  const entries = Object.entries(targets)
  return Object.fromEntries(
    entries.map(([key, { platform_instance, env }]) => [key, { platformInstance: platform_instance, env }])
  )
}

function profiling(values: Values['profiling']): ProfilingOptions | null {
  if (values === null || !values.enabled) return null
  const { operation_config: days } = values
  return {
    tableLevelOnly: values.profile_table_level_only,
    parameters: {
      rowCount: values.row_count,
      columnCount: values.column_count,
      uniqueCount: values.unique_count,
      uniqueProportion: values.unique_proportion,
      nullCount: values.null_count,
      nullProportion: values.null_proportion,
      min: values.min,
      max: values.max,
      mean: values.mean,
      median: values.median,
      stdev: values.stdev
    },
    partitionPatterns: values.partition_patterns,
    days:
      days === null || !days.lower_freq_profile_enabled
        ? null
        : { dayOfWeek: days.profile_day_of_week, dateOfMonth: days.profile_date_of_month }
  }
}

/** An empty text means the same as none wherever the peer asks "is there one?". */
const filled = (text: string | null): string | null => (text === '' ? null : text)

function awsOptions(values: ValuesOf<typeof GLUE_OPTIONS>): AwsOptions {
  const id = filled(values.aws_access_key_id)
  const secret = filled(values.aws_secret_access_key)
  const { region, connectTimeoutSeconds, ...advanced } = values.aws_advanced_config
  return {
    region: filled(region) ?? filled(values.aws_region),
    keys: id === null || secret === null ? null : { id, secret, sessionToken: filled(values.aws_session_token) },
    profile: filled(values.aws_profile),
    roles: values.aws_role,
    endpointUrl: filled(values.aws_endpoint_url),
    proxies: values.aws_proxy ?? {},
    retries: values.aws_retry_num,
    retryMode: values.aws_retry_mode,
    connectTimeoutSeconds: connectTimeoutSeconds ?? DEFAULT_TIMEOUT,
    readTimeoutSeconds: values.read_timeout,
    advanced
  }
}

/** What the peer leaves unused without a word (source/aws/aws_common.py get_session). */
function warnOfUnused(values: ValuesOf<typeof GLUE_OPTIONS>, config: ConfigMap, context: ReadContext): void {
  const { aws_access_key_id: id, aws_secret_access_key: secret, aws_role: roles } = values
  const warn = (name: string, why: string, cure: string): void => {
    const at = entryOf(config, name)?.key.at
    if (at !== undefined)
      context.tell(at, 'warning', { code: 'unused-option', message: `${name} is not used: ${why}`, cure })
  }
  const [hasId, hasSecret] = [filled(id) !== null, filled(secret) !== null]
  if (hasId && !hasSecret) warn('aws_access_key_id', 'its secret is missing', 'add aws_secret_access_key')
  if (hasSecret && !hasId) warn('aws_secret_access_key', 'the key is missing', 'add aws_access_key_id')
  if (values.propagate_lakeformation_tags && values.extract_lakeformation_tags !== true) {
    const why = 'extract_lakeformation_tags is off'
    warn('propagate_lakeformation_tags', why, 'set extract_lakeformation_tags, or remove it')
  }
  if (roles.length === 0) return
  if (hasId && hasSecret) warn('aws_role', 'access keys go before roles', 'remove the keys or the role')
  else if (filled(values.aws_profile) !== null) warn('aws_role', 'a profile goes before roles', 'remove one of them')
}

/** Old names work; both names at once are an error, as with the peer. */
function checkRenamed(config: ConfigMap, context: ReadContext): boolean {
  let valid = true
  for (const [name, known] of Object.entries(GLUE_OPTIONS)) {
    const entry = entryOf(config, name)
    if (!('renamedTo' in known) || entry === undefined) continue
    const both = entryOf(config, known.renamedTo) !== undefined
    context.tell(entry.key.at, both ? 'error' : 'warning', {
      code: both ? 'renamed-twice' : 'deprecated-name',
      message: both ? `'${name}' and '${known.renamedTo}' are the same option` : `'${name}' is an old name`,
      cure: both ? `remove '${name}'` : `write '${known.renamedTo}'`
    })
    valid &&= !both
  }
  return valid
}
