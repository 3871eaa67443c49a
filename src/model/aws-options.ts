/**
 * What a role of `aws_role` may say besides its ARN and external id: arguments of AssumeRole in AWS's own words
 * (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html), handed on as they are.
 */
export interface RoleArguments {
  readonly RoleSessionName?: string
  readonly DurationSeconds?: number
  /** JSON. With it, or with PolicyArns, the session is narrowed to what the recipe says and to nothing else. */
  readonly Policy?: string
  readonly PolicyArns?: readonly { readonly arn: string }[]
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[]
  readonly TransitiveTagKeys?: readonly string[]
  readonly SourceIdentity?: string
  readonly SerialNumber?: string
  readonly TokenCode?: string
}

/** `aws_advanced_config`: what botocore.config.Config takes, as far as it has a meaning here. */
export interface AdvancedAwsOptions {
  /** Connections at once to one service; null: as many as usual. */
  readonly maxConnections: number | null
  /** null: what the environment says. */
  readonly fips: boolean | null
  readonly dualStack: boolean | null
  /** Whether AWS_ENDPOINT_URL and its like are passed over; null: what the environment says. */
  readonly ignoreConfiguredEndpoints: boolean | null
  /** Added to the user agent of every call. */
  readonly userAgentExtra: string | null
  readonly appId: string | null
  /** PEM files of a client certificate and its key, which may be one. */
  readonly clientCertificate: { readonly certificatePath: string; readonly keyPath: string } | null
  /** A PEM file with the authority of a proxy that speaks TLS. */
  readonly proxyAuthorityPath: string | null
  /** How buckets are addressed; null: by the host's name with AWS, by the path elsewhere. */
  readonly pathStyle: boolean | null
  readonly accelerate: boolean
}

/** Nothing of it is said. */
export const NO_ADVANCED_OPTIONS: AdvancedAwsOptions = {
  maxConnections: null,
  fips: null,
  dualStack: null,
  ignoreConfiguredEndpoints: null,
  userAgentExtra: null,
  appId: null,
  clientCertificate: null,
  proxyAuthorityPath: null,
  pathStyle: null,
  accelerate: false
}
