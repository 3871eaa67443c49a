import type { Fault } from '../http/faults.ts'
import type { EmulatedRequest, Reply, Service } from '../http/server.ts'
import { assumeRole, assumeRoleWithWebIdentity, type StsOutcome } from './assume-role.ts'
import type { Authentication, AuthenticationFailure } from './credentials.ts'
import type { StsContext } from './sts-context.ts'
import { errorXml, faultXml, resultXml, type StsError } from './sts-xml.ts'

/**
 * AWS Security Token Service, query protocol of 2011-06-15: AssumeRoleWithWebIdentity, AssumeRole, GetCallerIdentity.
 * https://docs.aws.amazon.com/STS/latest/APIReference/
 */
export function stsService(context: StsContext): Service {
  return {
    label: (request) => {
      const parameters = parametersOf(request)
      return `${parameters.get('Action') ?? '?'} ${parameters.get('RoleArn') ?? ''}`.trim()
    },
    answer: (request) => answer(request, context),
    failure: (fault: Fault) => faultXml(fault)
  }
}

async function answer(request: EmulatedRequest, context: StsContext): Promise<Reply> {
  const parameters = parametersOf(request)
  const action = parameters.get('Action')
  const outcome = await perform(action, parameters, request, context)
  return outcome.ok ? resultXml(action ?? '', outcome.members) : errorXml(outcome.error)
}

function parametersOf(request: EmulatedRequest): URLSearchParams {
  return request.method === 'POST' ? new URLSearchParams(request.body.toString()) : request.query
}

async function perform(
  action: string | null,
  parameters: URLSearchParams,
  request: EmulatedRequest,
  context: StsContext
): Promise<StsOutcome> {
  if (action === 'AssumeRoleWithWebIdentity') return assumeRoleWithWebIdentity(parameters, context)
  if (action !== 'AssumeRole' && action !== 'GetCallerIdentity') {
    const message = `Could not find operation ${action ?? ''} for version 2011-06-15`
    return { ok: false, error: { status: 400, code: 'InvalidAction', message } }
  }
  const caller: Authentication = context.credentials.authenticate(request)
  if (!caller.ok) return { ok: false, error: AUTHENTICATION_ERRORS[caller.failure] }
  if (action === 'AssumeRole') return assumeRole(parameters, caller.principal, context)
  const { arn, userId, account } = caller.principal
  return { ok: true, members: { Arn: arn, UserId: userId, Account: account } }
}

const AUTHENTICATION_ERRORS: Readonly<Record<AuthenticationFailure, StsError>> = {
  missing: {
    status: 403,
    code: 'MissingAuthenticationToken',
    message: 'Request is missing Authentication Token'
  },
  'unknown-key': {
    status: 403,
    code: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.'
  },
  expired: { status: 403, code: 'ExpiredToken', message: 'The security token included in the request is expired' },
  'bad-signature': {
    status: 403,
    code: 'SignatureDoesNotMatch',
    message:
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'
  }
}
