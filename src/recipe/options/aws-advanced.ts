import type { ConfigMap } from '../../core/config/node.ts'
import {
  type Options,
  option,
  optionsSchema,
  planned,
  readOptions,
  section,
  type ValuesOf
} from '../../core/config/option.ts'
import {
  anything,
  choice,
  flag,
  INVALID,
  integer,
  mismatch,
  number,
  orNull,
  type ReadContext,
  type Type,
  text
} from '../../core/config/types.ts'
import { type AdvancedAwsOptions, NO_ADVANCED_OPTIONS } from '../../model/aws-options.ts'

const WHERE = 'source.config.aws_advanced_config'

/** A path, or the paths of a certificate and its key; a YAML list is what Python's tuple would be. */
const clientCertificate: Type<{ readonly certificatePath: string; readonly keyPath: string }> = {
  name: 'a path, or a list of the paths of certificate and key',
  schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 2 }] },
  read(node, context) {
    const items = node.kind === 'list' ? node.items : [node]
    const paths = items.map((item) => text.read(item, context))
    const [certificatePath, keyPath = certificatePath] = paths
    if (paths.includes(INVALID)) return INVALID
    if (typeof certificatePath !== 'string' || typeof keyPath !== 'string' || paths.length > 2) {
      return mismatch(node, this.name, context)
    }
    return { certificatePath, keyPath }
  }
}

const PROXIES_CONFIG = {
  proxy_ca_bundle: option(orNull(text), null, 'A PEM file with the authority of the proxy.'),
  proxy_client_cert: planned(anything, null, 'A client certificate for the proxy.'),
  proxy_use_forwarding_for_https: planned(orNull(flag), null, 'Whether https is forwarded in the open.', (on) => !on)
} as const

const S3 = {
  addressing_style: option(orNull(choice(['virtual', 'auto', 'path'])), null, 'How buckets are addressed.'),
  use_accelerate_endpoint: option(orNull(flag), null, 'Whether buckets are reached by CloudFront.'),
  payload_signing_enabled: option(anything, null, 'No meaning here: nothing is written to S3.'),
  us_east_1_regional_endpoint: option(anything, null, 'No meaning here: endpoints are regional.')
} as const

const WITH_MEANING = {
  connect_timeout: option(orNull(number({ above: 0 })), null, 'How many seconds a connection to AWS may take.'),
  region_name: option(orNull(text), null, 'The region of calls to AWS, in place of aws_region.'),
  max_pool_connections: option(orNull(integer({ min: 1 })), null, 'Connections at once to one service.'),
  use_fips_endpoint: option(orNull(flag), null, 'Whether FIPS endpoints are used.'),
  use_dualstack_endpoint: option(orNull(flag), null, 'Whether endpoints with IPv6 are used.'),
  ignore_configured_endpoint_urls: option(orNull(flag), null, 'Whether AWS_ENDPOINT_URL is passed over.'),
  user_agent_extra: option(orNull(text), null, 'Added to the user agent.'),
  user_agent_appid: option(orNull(text), null, 'The application id in the user agent.'),
  client_cert: option(orNull(clientCertificate), null, 'A client certificate for calls to AWS.'),
  proxies_config: option(orNull(section(PROXIES_CONFIG, `${WHERE}.proxies_config`)), null, 'More about proxies.'),
  s3: option(orNull(section(S3, `${WHERE}.s3`)), null, 'How buckets are reached.'),
  signature_version: planned(anything, null, 'How calls are signed: v4.', (it) => it === 'v4' || it === 's3v4')
} as const

/** What changes nothing of what is read, here or with botocore, for the operations that Glue recipes need. */
const WITHOUT_MEANING = [
  ...['tcp_keepalive', 'user_agent', 'parameter_validation', 'inject_host_prefix', 'endpoint_discovery_enabled'],
  ...['defaults_mode', 'request_min_compression_size_bytes', 'disable_request_compression', 'client_context_params'],
  ...['sigv4a_signing_region_set', 'request_checksum_calculation', 'response_checksum_validation'],
  ...['account_id_endpoint_mode', 'auth_scheme_preference']
]

/** What the peer sets itself, so that a second value ends its run: the option that is meant. */
const TWICE: Readonly<Record<string, string>> = {
  read_timeout: 'read_timeout',
  proxies: 'aws_proxy',
  retries: 'aws_retry_num and aws_retry_mode'
}

const ONCE: Options & typeof WITH_MEANING = {
  ...WITH_MEANING,
  ...Object.fromEntries(WITHOUT_MEANING.map((name) => [name, option(anything, null, 'No meaning here.')]))
}

/** The options of botocore.config.Config (source/aws/aws_common.py _aws_config). */
export const ADVANCED_OPTIONS: Options & typeof WITH_MEANING = {
  ...ONCE,
  ...Object.fromEntries(Object.keys(TWICE).map((name) => [name, planned(anything, null, 'Has its own option.')]))
}

/** `aws_advanced_config`; two of its options stand beside others of AwsOptions. */
export interface AdvancedConfig extends AdvancedAwsOptions {
  readonly connectTimeoutSeconds: number | null
  readonly region: string | null
}

/** Nothing is said. */
export const NO_ADVANCED: AdvancedConfig = { ...NO_ADVANCED_OPTIONS, connectTimeoutSeconds: null, region: null }

export const advancedConfig: Type<AdvancedConfig> = {
  name: 'a mapping of options of botocore',
  schema: optionsSchema(ONCE),
  read(node, context) {
    if (node.kind !== 'map') return mismatch(node, 'a mapping', context)
    const once = refuseTwice(node, context)
    const values = readOptions(once, ADVANCED_OPTIONS, { where: WHERE, unknown: 'error' }, context)
    return values === INVALID || once.entries.length < node.entries.length ? INVALID : optionsOf(values)
  }
}

function optionsOf(values: ValuesOf<typeof WITH_MEANING>): AdvancedConfig {
  const style = values.s3?.addressing_style ?? null
  return {
    connectTimeoutSeconds: values.connect_timeout,
    region: values.region_name,
    maxConnections: values.max_pool_connections,
    fips: values.use_fips_endpoint,
    dualStack: values.use_dualstack_endpoint,
    ignoreConfiguredEndpoints: values.ignore_configured_endpoint_urls,
    userAgentExtra: values.user_agent_extra,
    appId: values.user_agent_appid,
    clientCertificate: values.client_cert,
    proxyAuthorityPath: values.proxies_config?.proxy_ca_bundle ?? null,
    pathStyle: style === null || style === 'auto' ? null : style === 'path',
    accelerate: values.s3?.use_accelerate_endpoint === true
  }
}

/** The mapping without what is set twice, of which each is told. */
function refuseTwice(node: ConfigMap, context: ReadContext): ConfigMap {
  const entries = node.entries.filter(({ key }) => {
    const meant = Object.hasOwn(TWICE, String(key.value)) ? TWICE[String(key.value)] : undefined
    if (meant === undefined) return true
    const told = {
      code: 'option-twice',
      message: `'${key.value}' has an option of its own`,
      cure: `use ${meant} in source.config`
    }
    context.tell(key.at, 'error', told)
    return false
  })
  return { ...node, entries }
}
