import type { STSClientConfig } from '@aws-sdk/client-sts'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { Environment } from '../core/environment.ts'
import { AppError } from '../core/errors.ts'
import { agentsFor } from '../core/http-agents.ts'
import { type AdvancedAwsOptions, NO_ADVANCED_OPTIONS } from '../model/aws-options.ts'
import { partitionOf } from '../model/aws-partition.ts'
import type { AwsOptions } from '../model/recipe.ts'

type RetryStrategy = Extract<NonNullable<STSClientConfig['retryStrategy']>, { retry: unknown }>
type Logger = NonNullable<STSClientConfig['logger']>

const silent = (): void => {}

/**
 * A logger that is never called. The SDK filters every answer for the log whenever `info` is a function, its own no-op
 * included, which costs a third of the reading time; an `info` that is not there spares it.
 */
export const QUIET = { trace: silent, debug: silent, info: undefined, warn: silent, error: silent } as unknown as Logger

/** One attempt, whose error comes back as it is: retries are made by aws/call.ts, which counts and paces them. */
const ONE_ATTEMPT: RetryStrategy = { mode: 'none', retry: (next, args) => next(args) }

/** The configuration of a client for one service. */
export interface ClientSettings {
  readonly region: string
  /** Absent: the SDK's own choice. */
  readonly endpoint?: string
  readonly requestHandler: NodeHttpHandler
  readonly retryStrategy: RetryStrategy
  readonly logger: Logger
  readonly useFipsEndpoint?: boolean
  readonly useDualstackEndpoint?: boolean
  readonly customUserAgent?: string
  readonly userAgentAppId?: string
}

/** What connections of a session are made with. */
export interface TransportOptions {
  readonly aws: AwsOptions
  readonly region: string
  readonly env: Environment
  /** PEM text of AWS_CA_BUNDLE: authorities to trust beside the usual ones. */
  readonly ca?: string
  /** PEM texts of `client_cert`. */
  readonly clientCertificate?: { readonly cert: string; readonly key: string }
}

/** The connections of a session: kept alive, one pool a service, since NO_PROXY may name one host and not the other. */
export class Transport {
  readonly region: string
  readonly #options: TransportOptions
  readonly #settings = new Map<string, ClientSettings>()

  constructor(options: TransportOptions) {
    this.region = options.region
    this.#options = options
  }

  /** @param service as in AWS_ENDPOINT_URL_<SERVICE>; without `_` and in lower case it begins the host's name: `STS`, `GLUE` */
  settingsFor(service: string): ClientSettings {
    const settings = this.#settings.get(service) ?? settingsOf(service, this.#options)
    this.#settings.set(service, settings)
    return settings
  }

  /** Ends the connections that are kept alive. */
  close(): void {
    for (const { requestHandler } of this.#settings.values()) requestHandler.destroy()
    this.#settings.clear()
  }
}

function settingsOf(service: string, options: TransportOptions): ClientSettings {
  const { aws, region, env, ca, clientCertificate } = options
  const { advanced = NO_ADVANCED_OPTIONS } = aws
  const endpoint = endpointOf(service, advanced.ignoreConfiguredEndpoints === true ? {} : env)
  const host = `${service.toLowerCase().replaceAll('_', '')}.${region}.${partitionOf(region).dnsSuffix}`
  const url = new URL(endpoint.endpoint ?? `https://${host}`)
  const proxy = recipeProxy(url, aws)
  const requestHandler = new NodeHttpHandler({
    ...agentsFor(url, {
      env,
      ...(proxy === null ? {} : { proxy }),
      ...(ca === undefined ? {} : { ca }),
      ...clientCertificate,
      ...(advanced.maxConnections === null ? {} : { maxSockets: advanced.maxConnections })
    }),
    connectionTimeout: aws.connectTimeoutSeconds * 1_000,
    socketTimeout: aws.readTimeoutSeconds * 1_000,
    logger: QUIET
  })
  return { region, ...endpoint, ...choicesOf(advanced), requestHandler, retryStrategy: ONE_ATTEMPT, logger: QUIET }
}

/** What the SDK itself makes of `aws_advanced_config`; what is not said there it takes from the environment. */
function choicesOf({ fips, dualStack, userAgentExtra, appId }: AdvancedAwsOptions) {
  return {
    ...(fips === null ? {} : { useFipsEndpoint: fips }),
    ...(dualStack === null ? {} : { useDualstackEndpoint: dualStack }),
    ...(userAgentExtra === null ? {} : { customUserAgent: userAgentExtra }),
    ...(appId === null ? {} : { userAgentAppId: appId })
  }
}

/** `aws_proxy`: by the scheme of what is asked, with or without a scheme of its own, as botocore takes it. */
function recipeProxy(url: URL, aws: AwsOptions): URL | null {
  const proxy = aws.proxies[url.protocol.replace(':', '')] ?? ''
  if (proxy === '') return null
  const text = proxy.includes('://') ? proxy : `http://${proxy.replace(/^\/\//u, '')}`
  if (URL.canParse(text)) return new URL(text)
  throw new AppError('aws_proxy in the recipe is not a URL', {
    kind: 'input',
    code: 'aws-proxy-invalid',
    cure: 'Write it as {https: "http://proxy.example.com:3128"}'
  })
}

/**
 * The endpoint that the environment names for a service, such as AWS_ENDPOINT_URL_GLUE or AWS_ENDPOINT_URL
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html). As with the peer, the recipe's
 * `aws_endpoint_url` is for S3 alone (aws_common.py get_glue_client). An empty object leaves the choice to the SDK.
 */
function endpointOf(service: string, env: Environment): { readonly endpoint?: string } {
  if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true') return {}
  const endpoint = env[`AWS_ENDPOINT_URL_${service}`] ?? env.AWS_ENDPOINT_URL
  if (endpoint === undefined || endpoint === '') return {}
  if (URL.canParse(endpoint)) return { endpoint }
  throw new AppError(`"${endpoint}" is not the URL of an AWS endpoint`, {
    kind: 'input',
    code: 'aws-endpoint-invalid',
    cure: `Correct AWS_ENDPOINT_URL_${service} or AWS_ENDPOINT_URL, such as http://127.0.0.1:4566`
  })
}
