import type { EmulatedRequest, Service } from '../http/server.ts'
import { textOf } from '../text.ts'
import { type CredentialStore, type Principal, refusal } from './credentials.ts'
import { authenticationError, GlueError, glueErrorReply, glueFault, glueHeaders } from './glue-errors.ts'

/** Secrets by name: their text, or null for one that holds bytes. */
export type SecretsManagerOptions = Readonly<Record<string, string | null>>

const TARGET = 'secretsmanager.'
/** AWS ends ARNs of secrets with six characters of its own. */
const SUFFIX = 'a1B2c3'

export const isForSecretsManager = (request: EmulatedRequest): boolean =>
  String(request.headers['x-amz-target'] ?? '').startsWith(TARGET)

/** AWS Secrets Manager: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
export function secretsManagerService(secrets: SecretsManagerOptions, credentials: CredentialStore): Service {
  return {
    label: (request) => `${operationOf(request)} ${idOf(request)}`,
    answer: (request) => {
      try {
        const caller = credentials.authenticate(request)
        if (!caller.ok) throw authenticationError(caller.failure)
        const answer = getSecretValue(request, secrets, caller)
        return { status: 200, headers: glueHeaders(), body: JSON.stringify(answer) }
      } catch (error) {
        if (error instanceof GlueError) return glueErrorReply(error)
        throw error
      }
    },
    failure: glueFault
  }
}

const operationOf = (request: EmulatedRequest): string => String(request.headers['x-amz-target']).slice(TARGET.length)
const idOf = (request: EmulatedRequest): string =>
  textOf((JSON.parse(request.body.toString() || '{}') as { readonly SecretId?: unknown }).SecretId)

function getSecretValue(
  request: EmulatedRequest,
  held: SecretsManagerOptions,
  { principal, region }: { readonly principal: Principal; readonly region: string }
): object {
  if (operationOf(request) !== 'GetSecretValue') throw new GlueError('UnknownOperationException', '')
  const id = idOf(request)
  const name = id.startsWith('arn:') ? id.replace(/^.*:secret:/u, '').replace(`-${SUFFIX}`, '') : id
  const arn = `arn:aws:secretsmanager:${region}:${principal.account}:secret:${name}-${SUFFIX}`
  const reason = refusal(principal, 'secretsmanager:GetSecretValue', arn)
  if (reason !== null) {
    const action = `User: ${principal.arn} is not authorized to perform: secretsmanager:GetSecretValue on resource: ${name}`
    throw new GlueError('AccessDeniedException', `${action} ${reason}`)
  }
  const text = held[name]
  if (text === undefined) {
    throw new GlueError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")
  }
  const content = text === null ? { SecretBinary: 'AAEC' } : { SecretString: text }
  return { ARN: arn, Name: name, VersionId: 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111', ...content }
}
