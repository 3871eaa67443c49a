import type { AwsOptions, GlueOptions } from '../model/recipe.ts'
import { entryOf, type RecipeMap } from './node.ts'
import { readOptions, type ValuesOf } from './option.ts'
import { GLUE_OPTIONS, MISSING_DEFAULTS } from './options/glue.ts'
import { INVALID, type Invalid, type ReadContext } from './types.ts'

/** Keys that users put into `source.config` and that belong elsewhere. */
const MISPLACED = {
  pipeline_name: 'the top level of the recipe',
  transformers: 'the top level of the recipe',
  flags: 'the top level of the recipe',
  server: 'sink.config',
  token: 'sink.config'
}

/** `source.config` of a Glue recipe. */
export function readGlueOptions(config: RecipeMap, context: ReadContext): GlueOptions | Invalid {
  const where = { where: 'source.config', unknown: 'error', misplaced: MISPLACED } as const
  const values = readOptions(config, GLUE_OPTIONS, where, context)
  const renamed = checkRenamed(config, context)
  noticeMissing(config, context)
  if (values === INVALID || !renamed) return INVALID
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
  return {
    region: filled(values.aws_region),
    keys: id === null || secret === null ? null : { id, secret, sessionToken: filled(values.aws_session_token) },
    profile: filled(values.aws_profile),
    roles: values.aws_role,
    endpointUrl: filled(values.aws_endpoint_url),
    proxies: values.aws_proxy ?? {},
    retries: values.aws_retry_num,
    retryMode: values.aws_retry_mode,
    connectTimeoutSeconds: GLUE_OPTIONS.read_timeout.fallback ?? values.read_timeout,
    readTimeoutSeconds: values.read_timeout
  }
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
    const told = {
      code: 'default-not-supported-yet',
      message: what,
      cure: `write '${name}: false' to say that this is meant`
    }
    context.tell(config.at, 'notice', told)
  }
}
