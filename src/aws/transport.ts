import type { STSClientConfig } from '@aws-sdk/client-sts'
import { NodeHttpHandler, type NodeHttpHandlerOptions } from '@smithy/node-http-handler'
import type { Environment } from '../core/environment.ts'
import type { AwsOptions } from '../model/recipe.ts'

type RetryStrategy = Extract<NonNullable<STSClientConfig['retryStrategy']>, { retry: unknown }>
type Logger = NonNullable<STSClientConfig['logger']>

const silent = (): void => {}

/**
 * A logger that is never called. The SDK filters every answer for the log whenever `info` is a function, its own no-op
 * included, which costs a third of the reading time; an `info` that is not there spares it.
 */
export const QUIET = { trace: silent, debug: silent, info: undefined, warn: silent, error: silent } as unknown as Logger

/** Agents that keep connections alive and know proxies and certificates; made by core/http. */
export type Agents = Pick<NodeHttpHandlerOptions, 'httpAgent' | 'httpsAgent'>

/** One attempt, whose error comes back as it is: retries are made by aws/call.ts, which counts and paces them. */
const ONE_ATTEMPT: RetryStrategy = { mode: 'none', retry: (next, args) => next(args) }

/** What all AWS clients of a session have in common. */
export interface Transport {
  readonly region: string
  readonly requestHandler: NodeHttpHandler
  readonly retryStrategy: RetryStrategy
  readonly logger: Logger
}

/** Connections, timeouts and the region, as the recipe wants them. */
export function createTransport(aws: AwsOptions, region: string, agents: Agents): Transport {
  const requestHandler = new NodeHttpHandler({
    ...agents,
    connectionTimeout: aws.connectTimeoutSeconds * 1_000,
    socketTimeout: aws.readTimeoutSeconds * 1_000,
    logger: QUIET
  })
  return { region, requestHandler, retryStrategy: ONE_ATTEMPT, logger: QUIET }
}

/**
 * The endpoint that the environment names for a service, such as AWS_ENDPOINT_URL_GLUE or AWS_ENDPOINT_URL
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html). As with the peer, the recipe's
 * `aws_endpoint_url` is for S3 alone (aws_common.py get_glue_client). An empty object leaves the choice to the SDK.
 */
export function endpointOf(service: string, env: Environment): { readonly endpoint?: string } {
  if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true') return {}
  const endpoint = env[`AWS_ENDPOINT_URL_${service}`] ?? env.AWS_ENDPOINT_URL
  return endpoint === undefined || endpoint === '' ? {} : { endpoint }
}
