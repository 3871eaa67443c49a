import type { EmulatedRequest, Service } from '../http/server.ts'
import { textOf } from '../text.ts'
import { type CredentialStore, type Principal, refusal } from './credentials.ts'
import { authenticationError, GlueError, glueErrorReply, glueFault, glueHeaders } from './glue-errors.ts'

export interface Parameter {
  readonly value: string
  readonly type?: 'String' | 'StringList' | 'SecureString'
  /** Further versions, by number and by label; `value` is the latest. */
  readonly versions?: Readonly<Record<string, string>>
  /** The caller may not use its key. */
  readonly keyDenied?: boolean
}

/** Parameters by name, such as `/datahub/token`. */
export type SsmOptions = Readonly<Record<string, Parameter>>

const TARGET = 'AmazonSSM.'
const MOST_NAMES = 10

export const isForSsm = (request: EmulatedRequest): boolean =>
  String(request.headers['x-amz-target'] ?? '').startsWith(TARGET)

/** AWS Systems Manager's Parameter Store: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html */
export function ssmService(parameters: SsmOptions, credentials: CredentialStore): Service {
  return {
    label: (request) => `${operationOf(request)} ${namesOf(request).join(' ')}`,
    answer: (request) => {
      try {
        const caller = credentials.authenticate(request)
        if (!caller.ok) throw authenticationError(caller.failure)
        const answer = getParameters(request, parameters, caller)
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

interface Input {
  readonly Names?: readonly unknown[]
  readonly WithDecryption?: boolean
}

const inputOf = (request: EmulatedRequest): Input => JSON.parse(request.body.toString() || '{}') as Input
const namesOf = (request: EmulatedRequest): readonly string[] => (inputOf(request).Names ?? []).map(textOf)

interface Caller {
  readonly principal: Principal
  readonly region: string
}

function getParameters(request: EmulatedRequest, held: SsmOptions, caller: Caller): object {
  if (operationOf(request) !== 'GetParameters') throw new GlueError('UnknownOperationException', '')
  const names = namesOf(request)
  if (names.length === 0 || names.length > MOST_NAMES) {
    throw new GlueError('ValidationException', `'names' failed to satisfy constraint: at most ${MOST_NAMES} members`)
  }
  const found = names.map((asked) => answerFor(asked, held, caller, inputOf(request).WithDecryption === true))
  return {
    Parameters: found.filter((answer) => typeof answer === 'object'),
    InvalidParameters: found.filter((answer) => typeof answer === 'string')
  }
}

/** A parameter, or the name that was asked for when there is none. All of them must be allowed. */
function answerFor(asked: string, held: SsmOptions, { principal, region }: Caller, decrypt: boolean): object | string {
  const base = `arn:aws:ssm:${region}:${principal.account}:parameter/`
  const isArn = asked.startsWith('arn:')
  const [path = '', selector] = (isArn ? asked.slice(asked.indexOf(':parameter/') + 10) : asked).split(':')
  const arn = `${base}${path.replace(/^\//u, '')}`
  const reason = refusal(principal, 'ssm:GetParameters', arn)
  if (reason !== null) {
    const action = `User: ${principal.arn} is not authorized to perform: ssm:GetParameters on resource: ${arn}`
    throw new GlueError('AccessDeniedException', `${action} ${reason}`)
  }
  const parameter = held[path]
  const value = selector === undefined ? parameter?.value : parameter?.versions?.[selector]
  if (parameter === undefined || value === undefined) return asked
  const isSecure = parameter.type === 'SecureString'
  if (isSecure && parameter.keyDenied === true) {
    throw new GlueError('AccessDeniedException', 'The ciphertext refers to a customer master key that does not exist')
  }
  return {
    Name: path,
    Type: parameter.type ?? 'String',
    Value: isSecure && !decrypt ? 'AQICAHh…' : value,
    Version: 1,
    ...(selector === undefined ? {} : { Selector: `:${selector}` }),
    ARN: arn
  }
}
