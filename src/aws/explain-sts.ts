import { AppError } from '../core/errors.ts'
import type { AwsCallError } from '../model/aws-call-error.ts'
import { UNREADABLE_ANSWER } from './retry.ts'

/** Which call to STS failed, and what it was made with. */
export interface StsAttempt {
  /** As IAM writes it, such as `sts:AssumeRole`. */
  readonly action: string
  readonly region: string
  /** The role that was asked for; null for GetCallerIdentity. */
  readonly roleArn: string | null
  readonly durationSeconds: number | null
}

interface Advice {
  readonly code: string
  readonly kind?: 'input'
  readonly message: string
  readonly cure: string
}

/**
 * What failed when AWS was asked who we are or for a role's session, in words that say which side is wrong.
 * The errors that only one call has are explained elsewhere: explain-oidc.ts, explain-chain.ts.
 */
export function explainSts(error: AwsCallError, attempt: StsAttempt): AppError {
  const advice = adviceFor(error, attempt)
  return new AppError(advice.message, {
    kind: advice.kind ?? 'cannot-begin',
    code: advice.code,
    cure: advice.cure,
    cause: error
  })
}

function adviceFor(error: AwsCallError, attempt: StsAttempt): Advice {
  const advise = ADVICE[error.code]
  if (advise !== undefined) return advise(error, attempt)
  if (/MaxSessionDuration|DurationSeconds/iu.test(error.message)) return tooLong(error, attempt)
  if (/valid region/iu.test(error.message)) return wrongRegion(error, attempt)
  if (/^[A-Z][A-Z_]+$/u.test(error.code) || error.kind === 'transient') return unreachable(error, attempt)
  if (error.kind === 'throttle') {
    return {
      code: 'sts-throttled',
      message: `AWS STS throttled ${error.action} ${error.attempts} times: ${error.message}`,
      cure: 'Run it again later; many jobs that assume roles at the same moment share one quota'
    }
  }
  return {
    code: 'sts-failed',
    message: `${error.action} failed with ${error.code}: ${error.message}`,
    cure: attempt.roleArn === null ? 'Check the credentials of this run' : `Check the role ${attempt.roleArn}`
  }
}

type Advise = (error: AwsCallError, attempt: StsAttempt) => Advice

const ADVICE: Readonly<Partial<Record<string, Advise>>> = {
  PackedPolicyTooLarge: (error) => ({
    code: 'session-policy-too-large',
    kind: 'input',
    message: `AWS cannot pack the session policy: ${error.message}`,
    cure: 'Give a shorter inline-session-policy, fewer managed-session-policies, or set least-privilege to false'
  }),
  MalformedPolicyDocument: (error) => ({
    code: 'session-policy-malformed',
    kind: 'input',
    message: `AWS does not accept the session policy: ${error.message}`,
    cure: 'Check the input inline-session-policy: it must be an IAM policy document in JSON'
  }),
  RegionDisabled: (_error, { region }) => ({
    code: 'sts-region-disabled',
    message: `AWS STS is not activated in ${region} for this account`,
    cure: `Activate it (IAM console, Account settings, Security Token Service), or set aws-region to another region`
  }),
  InvalidClientTokenId: (_error, { region }) => badKeys(region),
  UnrecognizedClient: (_error, { region }) => badKeys(region),
  SignatureDoesNotMatch: badSignature,
  InvalidSignature: badSignature,
  RequestExpired: skewed,
  RequestTimeTooSkewed: skewed,
  [UNREADABLE_ANSWER]: (error) => ({
    code: 'sts-not-aws',
    message: `What answers in place of AWS STS is not AWS (${error.message})`,
    cure: 'Look for a proxy or firewall that shows a page of its own; check HTTPS_PROXY, NO_PROXY and AWS_ENDPOINT_URL'
  }),
  ExpiredToken: (error) => ({
    code: 'aws-credentials-expired',
    message: `The AWS credentials of this run have expired: ${error.message}`,
    cure: 'Get new ones; with role-to-assume in GitHub Actions they are renewed as long as the run lasts'
  })
}

function badKeys(region: string): Advice {
  return {
    code: 'aws-credentials-invalid',
    message: 'AWS does not know the access key, or the session token does not belong to it',
    cure: `Check the access key id and the session token (temporary keys need it); keys of another partition, and accounts that have not enabled ${region}, give the same error`
  }
}

function badSignature(error: AwsCallError, attempt: StsAttempt): Advice {
  if (/valid region/iu.test(error.message)) return wrongRegion(error, attempt)
  if (/expired|not yet current/iu.test(error.message)) return skewed(error)
  return {
    code: 'aws-credentials-invalid',
    message: 'AWS does not accept the signature: the secret access key does not belong to the access key id',
    cure: "Check the secret for missing characters or spaces around it, and the machine's clock"
  }
}

function skewed(error: AwsCallError): Advice {
  return {
    code: 'clock-skew',
    message: `The clock of this machine differs too much from AWS's: ${error.message}`,
    cure: 'Correct the clock (NTP); AWS accepts a difference of five minutes'
  }
}

function tooLong(error: AwsCallError, { roleArn, durationSeconds }: StsAttempt): Advice {
  return {
    code: 'role-duration-too-long',
    kind: 'input',
    message: `The role ${roleArn ?? ''} does not allow sessions of ${durationSeconds ?? '?'} seconds: ${error.message}`,
    cure: "Lower the input role-duration-seconds (3600 always works: sessions are renewed while a run lasts), or raise the role's maximum session duration"
  }
}

function wrongRegion(error: AwsCallError, { region }: StsAttempt): Advice {
  return {
    code: 'aws-region-wrong',
    kind: 'input',
    message: `AWS does not accept the region ${region}: ${error.message}`,
    cure: 'Check aws_region in the recipe and the input aws-region'
  }
}

function unreachable(error: AwsCallError, { region }: StsAttempt): Advice {
  if (error.code === 'ENOTFOUND') {
    return {
      code: 'aws-region-unknown',
      message: `The host of AWS STS in ${region} cannot be found (${error.message})`,
      cure: `Check that ${region} is an AWS region (aws_region in the recipe, the input aws-region), and this machine's DNS`
    }
  }
  return {
    code: 'sts-unreachable',
    message: `AWS STS in ${region} cannot be reached: ${error.code} after ${error.attempts} attempts (${error.message})`,
    cure: 'Check the network of the runner: a VPC endpoint or NAT for STS and Glue, HTTPS_PROXY and NO_PROXY, AWS_ENDPOINT_URL'
  }
}
