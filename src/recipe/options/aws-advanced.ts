import type { ConfigMap } from '../../core/config/node.ts'
import { type Option, type Options, option, planned, readOptions } from '../../core/config/option.ts'
import {
  anything,
  INVALID,
  integer,
  mismatch,
  number,
  orNull,
  type ReadContext,
  type Type,
  text
} from '../../core/config/types.ts'

const ADVANCED = {
  connect_timeout: option(orNull(number({ above: 0 })), null, 'How many seconds a connection to AWS may take.'),
  region_name: option(orNull(text), null, 'The region of calls to AWS, in place of aws_region.'),
  max_pool_connections: option(integer({ min: 1 }), 10, 'No meaning here: calls to AWS are paced otherwise.'),
  tcp_keepalive: option(anything, null, 'No meaning here: connections are kept alive.'),
  user_agent: option(anything, null, 'No meaning here.'),
  user_agent_extra: option(anything, null, 'No meaning here.'),
  user_agent_appid: option(anything, null, 'No meaning here.'),
  parameter_validation: option(anything, null, 'No meaning here.')
} as const

/** The other options of botocore.config.Config. */
const NOT_YET = [
  ...['signature_version', 'proxies_config', 's3', 'client_cert', 'inject_host_prefix', 'use_dualstack_endpoint'],
  ...['endpoint_discovery_enabled', 'use_fips_endpoint', 'ignore_configured_endpoint_urls', 'defaults_mode'],
  ...[
    'request_min_compression_size_bytes',
    'disable_request_compression',
    'client_context_params',
    'sigv4a_signing_region_set'
  ],
  ...[
    'request_checksum_calculation',
    'response_checksum_validation',
    'account_id_endpoint_mode',
    'auth_scheme_preference'
  ]
]

/** What the peer sets itself, so that a second value ends its run: the option that is meant. */
const TWICE: Readonly<Record<string, string>> = {
  read_timeout: 'read_timeout',
  proxies: 'aws_proxy',
  retries: 'aws_retry_num and aws_retry_mode'
}

const later = (): Option<unknown> => planned(anything, null, 'An option of botocore.')
const TABLE: Options & typeof ADVANCED = {
  ...ADVANCED,
  ...Object.fromEntries([...NOT_YET, ...Object.keys(TWICE)].map((name) => [name, later()]))
}

/** What is used of `aws_advanced_config`. */
export interface AdvancedConfig {
  readonly connectTimeoutSeconds: number | null
  readonly region: string | null
}

/** Arguments of botocore.config.Config (source/aws/aws_common.py _aws_config); those with a meaning here are few. */
export const advancedConfig: Type<AdvancedConfig> = {
  name: 'a mapping of options of botocore',
  read(node, context) {
    if (node.kind !== 'map') return mismatch(node, 'a mapping', context)
    const once = refuseTwice(node, context)
    const where = { where: 'source.config.aws_advanced_config', unknown: 'error' } as const
    const values = readOptions(once, TABLE, where, context)
    if (values === INVALID || once.entries.length < node.entries.length) return INVALID
    return { connectTimeoutSeconds: values.connect_timeout, region: values.region_name }
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
