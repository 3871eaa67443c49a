import { faultOfRoleArn, parseRoleArn } from '../aws/arn.ts'
import { isObject } from '../core/json.ts'
import type { IdentityOptions } from '../model/identity-options.ts'
import type { InputReader } from './input-reader.ts'

/** The inputs that say as whom to act in AWS. */
export function identityOf(reader: InputReader): IdentityOptions {
  return {
    roleToAssume: roleOf(reader),
    region: regionOf(reader),
    roleSessionName: sessionNameOf(reader),
    roleDurationSeconds: reader.number('role-duration-seconds', { min: 900, max: 43_200, whole: true }) ?? 0,
    audience: reader.text('audience'),
    allowedAccountIds: accountsOf(reader),
    leastPrivilege: reader.boolean('least-privilege'),
    inlineSessionPolicy: inlinePolicyOf(reader),
    managedSessionPolicies: managedPoliciesOf(reader)
  }
}

function roleOf(reader: InputReader): string | null {
  const role = reader.optional('role-to-assume', ['AWS_ROLE'])
  if (role === null) return null
  if (parseRoleArn(role.value) === null) {
    const cure = 'write an ARN such as arn:aws:iam::123456789012:role/datahub-glue'
    reader.fault('role-to-assume', `'${role.value}' ${faultOfRoleArn(role.value)}`, cure, role.variable)
  }
  return role.value
}

/** As the SDK's own endpoints name regions: words and a number, joined by dashes. */
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/

function regionOf(reader: InputReader): string | null {
  const region = reader.optional('aws-region', ['AWS_REGION', 'AWS_DEFAULT_REGION'])
  if (region === null) return null
  if (!REGION.test(region.value)) {
    const cure = 'write a region code such as eu-central-1'
    reader.fault('aws-region', `'${region.value}' cannot be the name of an AWS region`, cure, region.variable)
  }
  return region.value
}

function sessionNameOf(reader: InputReader): string {
  const name = reader.text('role-session-name')
  if (!/^[\w=,.@+-]{2,64}$/.test(name)) {
    reader.fault('role-session-name', `'${name}' is not a session name`, 'write 2 to 64 letters, digits and _=,.@+-')
  }
  return name
}

function accountsOf(reader: InputReader): readonly string[] {
  const ids = reader.list('allowed-account-ids', { commas: true })
  const wrong = ids.filter((id) => !/^\d{12}$/.test(id))
  if (wrong.length > 0) {
    const cure = 'an account id has 12 digits; in YAML put it in quotes, for it may begin with 0'
    reader.fault('allowed-account-ids', `'${wrong.join("', '")}' cannot be an account id`, cure)
  }
  return ids
}

function inlinePolicyOf(reader: InputReader): string | null {
  const policy = reader.optional('inline-session-policy')?.value ?? null
  if (policy !== null && !isJsonObject(policy)) {
    reader.fault('inline-session-policy', 'it is not a JSON object', 'write an IAM policy document as JSON')
  }
  return policy
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value)
  } catch {
    return false
  }
}

/** STS takes at most 10 (AssumeRole, PolicyArns). */
const MAX_POLICIES = 10

function managedPoliciesOf(reader: InputReader): readonly string[] {
  const arns = reader.list('managed-session-policies', { commas: true })
  const wrong = arns.filter((arn) => !/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/.+$/.test(arn))
  if (wrong.length > 0) {
    const cure = 'write ARNs such as arn:aws:iam::aws:policy/AWSGlueConsoleFullAccess'
    reader.fault('managed-session-policies', `'${wrong.join("', '")}' is not the ARN of a managed policy`, cure)
  }
  if (arns.length > MAX_POLICIES) {
    reader.fault(
      'managed-session-policies',
      `${arns.length} policies are too many`,
      `STS takes ${MAX_POLICIES} at most`
    )
  }
  return arns
}
