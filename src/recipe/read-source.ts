import type { AwsOptions, GlueOptions } from '../model/recipe.ts'
import { entryOf, type RecipeMap } from './node.ts'
import { readOptions, type ValuesOf } from './option.ts'
import { DEFAULT_TIMEOUT } from './options/aws.ts'
import { GLUE_OPTIONS, MISSING_DEFAULTS } from './options/glue.ts'
import { placeOf } from './options/places.ts'
import { INVALID, type Invalid, type ReadContext } from './types.ts'

const WHERE = {
  where: 'source.config',
  unknown: 'error',
  misplaced: (key: string) => placeOf(key, 'source.config')
} as const

/** `source.config` of a Glue recipe. */
export function readGlueOptions(config: RecipeMap, context: ReadContext): GlueOptions | Invalid {
  const values = readOptions(config, GLUE_OPTIONS, WHERE, context)
  const renamed = checkRenamed(config, context)
  noticeMissing(config, context)
  if (values === INVALID || !renamed) return INVALID
  warnOfUnused(values, config, context)
  return {
    aws: awsOptions(values),
    platform: values.platform,
    platformInstance: filled(values.platform_instance),
    env: values.env,
    catalogId: filled(values.catalog_id),
    databasePattern: values.database_pattern,
    tablePattern: values.table_pattern,
    extractOwners: values.extract_owners === true,
    ignoreResourceLinks: values.ignore_resource_links === true
  }
}

/** An empty text means the same as none wherever the peer asks "is there one?". */
const filled = (text: string | null): string | null => (text === '' ? null : text)

function awsOptions(values: ValuesOf<typeof GLUE_OPTIONS>): AwsOptions {
  const id = filled(values.aws_access_key_id)
  const secret = filled(values.aws_secret_access_key)
  const advanced = values.aws_advanced_config
  return {
    region: filled(advanced.region) ?? filled(values.aws_region),
    keys: id === null || secret === null ? null : { id, secret, sessionToken: filled(values.aws_session_token) },
    profile: filled(values.aws_profile),
    roles: values.aws_role,
    endpointUrl: filled(values.aws_endpoint_url),
    proxies: values.aws_proxy ?? {},
    retries: values.aws_retry_num,
    retryMode: values.aws_retry_mode,
    connectTimeoutSeconds: advanced.connectTimeoutSeconds ?? DEFAULT_TIMEOUT,
    readTimeoutSeconds: values.read_timeout
  }
}

/** What the peer leaves unused without a word (source/aws/aws_common.py get_session). */
function warnOfUnused(values: ValuesOf<typeof GLUE_OPTIONS>, config: RecipeMap, context: ReadContext): void {
  const { aws_access_key_id: id, aws_secret_access_key: secret, aws_role: roles } = values
  const warn = (name: string, why: string, cure: string): void => {
    const at = entryOf(config, name)?.key.at
    if (at !== undefined)
      context.tell(at, 'warning', { code: 'unused-option', message: `${name} is not used: ${why}`, cure })
  }
  const [hasId, hasSecret] = [filled(id) !== null, filled(secret) !== null]
  if (hasId && !hasSecret) warn('aws_access_key_id', 'its secret is missing', 'add aws_secret_access_key')
  if (hasSecret && !hasId) warn('aws_secret_access_key', 'the key is missing', 'add aws_access_key_id')
  if (roles.length === 0) return
  if (hasId && hasSecret) warn('aws_role', 'access keys go before roles', 'remove the keys or the role')
  else if (filled(values.aws_profile) !== null) warn('aws_role', 'a profile goes before roles', 'remove one of them')
}

/** Old names work; both names at once are an error, as with the peer. */
function checkRenamed(config: RecipeMap, context: ReadContext): boolean {
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

function noticeMissing(config: RecipeMap, context: ReadContext): void {
  for (const [name, what] of Object.entries(MISSING_DEFAULTS)) {
    if (entryOf(config, name) !== undefined) continue
    context.tell(config.at, 'notice', {
      code: 'default-not-supported-yet',
      message: what,
      cure: `write '${name}: false' to say that this is meant`
    })
  }
}
