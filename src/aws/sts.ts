import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { Clock } from '../core/clock.ts'
import type { Environment } from '../core/environment.ts'
import { AppError } from '../core/errors.ts'
import { AwsCallError } from '../model/aws-call-error.ts'
import type { Emit } from '../model/event.ts'
import type { Mask } from '../model/ports.ts'
import { type CallPolicy, callAws } from './call.ts'
import { explainSts } from './explain-sts.ts'
import type { CredentialSource } from './refreshing-credentials.ts'
import type { ClientSettings, Transport } from './transport.ts'

/** What every call to STS needs. */
export interface StsDeps {
  readonly env: Environment
  readonly clock: Clock
  readonly mask: Mask
  readonly emit: Emit
  readonly transport: Transport
  /** `aws_retry_num` of the recipe. */
  readonly retries: number
}

/** Who AWS says we are. */
export interface Caller {
  readonly account: string
  readonly arn: string
}

/** How STS is called: few calls, so nothing paces them. */
export function stsPolicy(deps: StsDeps, renew: CallPolicy['renew']): CallPolicy {
  const { clock, emit, retries } = deps
  return { service: 'sts', retries, clock, emit, limit: null, renew }
}

/** The configuration of any STS client of a run, the nested ones of the SDK's credential providers included. */
export function stsClientConfig(deps: StsDeps): ClientSettings {
  return deps.transport.settingsFor('STS')
}

/** Proves credentials by using them. GetCallerIdentity needs no permission. */
export async function whoAmI(credentials: CredentialSource, deps: StsDeps): Promise<Caller> {
  const client = new STSClient({ ...stsClientConfig(deps), credentials })
  const policy = stsPolicy(deps, credentials.dropOlderThan)
  try {
    const answer = await callAws(policy, 'GetCallerIdentity', () => client.send(new GetCallerIdentityCommand({})))
    if (answer.Account === undefined || answer.Arn === undefined) throw incomplete()
    return { account: answer.Account, arn: answer.Arn }
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error
    const { region } = deps.transport
    throw explainSts(error, { action: error.action, region, roleArn: null, durationSeconds: null })
  }
}

function incomplete(): AppError {
  return new AppError('AWS STS did not say who we are', {
    kind: 'cannot-begin',
    code: 'sts-failed',
    cure: 'Check AWS_ENDPOINT_URL_STS and AWS_ENDPOINT_URL: something that is not STS answers there'
  })
}
