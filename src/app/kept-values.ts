import type { AwsSession } from '../aws/session.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { AppError } from '../core/errors.ts'
import { asObject } from '../core/json.ts'
import { AwsCallError } from '../model/aws-call-error.ts'
import { type KeptValues, parameterArn, secretArn } from '../model/iam-actions.ts'
import type { Reference } from '../recipe/references.ts'

/** What AWS gave for references, by their text, and what it has not. */
export interface Found {
  readonly values: ReadonlyMap<string, string>
  readonly missing: readonly Omit<Diagnostic, 'file'>[]
}

type SecretReference = Reference & { readonly target: { readonly service: 'secretsmanager' } }
const isSecret = (reference: Reference): reference is SecretReference => reference.target.service === 'secretsmanager'
const names = (references: readonly Reference[]): readonly string[] => [
  ...new Set(references.map(({ target }) => target.name))
]

/** The parameters and secrets that references name. */
export const keptBy = (references: readonly Reference[]): KeptValues => ({
  parameters: names(references.filter((reference) => !isSecret(reference))),
  secrets: names(references.filter(isSecret))
})

/**
 * Asks AWS for what references stand for, each parameter and secret once.
 * @throws AppError (cannot-begin) when AWS refuses or does not answer
 */
export async function readKeptValues(
  references: readonly Reference[],
  session: AwsSession,
  signal: AbortSignal
): Promise<Found> {
  const kept = keptBy(references)
  const parameters = await parametersOf(kept.parameters, { references, session, signal })
  const secrets = await secretsOf(kept.secrets, { references, session, signal })
  const values = new Map<string, string>()
  const missing: Omit<Diagnostic, 'file'>[] = []
  for (const reference of references) {
    const read = isSecret(reference)
      ? valueInSecret(reference, secrets.get(reference.target.name))
      : valueOrFault(parameters.get(reference.target.name), 'there is no such parameter')
    if (read.ok) values.set(reference.text, read.value)
    else missing.push(notThere(reference, read.fault, session))
  }
  return { values, missing }
}

interface Asking {
  readonly references: readonly Reference[]
  readonly session: AwsSession
  readonly signal: AbortSignal
}

async function parametersOf(wanted: readonly string[], asking: Asking): Promise<ReadonlyMap<string, string>> {
  if (wanted.length === 0) return new Map()
  const reader = await asking.session.parameterReader()
  try {
    return await reader.parameters(wanted, asking.signal)
  } catch (error) {
    const resources = wanted.map((name) => parameterArn(name, asking.session.identity))
    throw explained(
      error,
      asking.references.find((reference) => !isSecret(reference)),
      resources,
      asking
    )
  }
}

/** The texts of secrets; null: bytes. A secret that does not exist has none. */
async function secretsOf(wanted: readonly string[], asking: Asking): Promise<ReadonlyMap<string, string | null>> {
  const texts = new Map<string, string | null>()
  if (wanted.length === 0) return texts
  const reader = await asking.session.secretReader()
  for (const id of wanted) {
    try {
      texts.set(id, await reader.secret(id, asking.signal))
    } catch (error) {
      if (error instanceof AwsCallError && error.kind === 'not-found') continue
      const reference = asking.references.find(({ target }) => target.name === id)
      throw explained(error, reference, [secretArn(id, asking.session.identity)], asking)
    }
  }
  return texts
}

type Read = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: string }

const valueOrFault = (value: string | undefined, fault: string): Read =>
  value === undefined ? { ok: false, fault } : { ok: true, value }

/** The whole secret, or a member of the JSON that it holds. Nothing of the secret is told. */
function valueInSecret({ target }: SecretReference, text: string | null | undefined): Read {
  if (text === undefined) return { ok: false, fault: 'there is no such secret' }
  if (text === null) return { ok: false, fault: 'the secret holds bytes and no text' }
  if (target.key === null) return { ok: true, value: text }
  const members = objectIn(text)
  if (members === null) return { ok: false, fault: 'the secret holds no JSON object' }
  const value: unknown = Object.hasOwn(members, target.key) ? Reflect.get(members, target.key) : undefined
  if (value === undefined || value === null) return { ok: false, fault: `the secret has no key '${target.key}'` }
  return { ok: true, value: typeof value === 'string' ? value : JSON.stringify(value) }
}

function objectIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return asObject(value)
  } catch {
    return null
  }
}

function notThere({ text, at }: Reference, fault: string, { identity }: AwsSession): Omit<Diagnostic, 'file'> {
  const message = `${text} has no value: ${fault} in account ${identity.account}, ${identity.region}`
  const cure = 'check its name; what another account or region keeps is named by its ARN'
  return { ...at, severity: 'error', code: 'reference-without-value', message, cure }
}

/** Names the permission that is missing, as the statement to add. */
function explained(
  error: unknown,
  reference: Reference | undefined,
  resources: readonly string[],
  { session }: Asking
): unknown {
  if (!(error instanceof AwsCallError)) return error
  const { identity, region } = session
  const place = reference === undefined ? '' : ` (line ${reference.at.line} of the recipe)`
  const message = `${reference?.text ?? error.action} cannot be read${place}: ${error.message}`
  if (error.kind !== 'denied') {
    const cure = 'try again later, or check the name, and the network between here and AWS'
    return new AppError(message, { kind: 'cannot-begin', code: 'reference-failed', cure, cause: error })
  }
  const isKey = /kms|ciphertext|decrypt/iu.test(error.message)
  const statement = {
    Effect: 'Allow',
    Action: [isKey ? 'kms:Decrypt' : error.action],
    Resource: isKey ? [`arn:aws:kms:${region}:${identity.account}:key/*`] : resources
  }
  const cure = `Let ${identity.arn} do it by this statement:\n${JSON.stringify(statement, null, 2)}`
  return new AppError(message, { kind: 'cannot-begin', code: 'reference-denied', cure, cause: error })
}
