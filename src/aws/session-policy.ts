import { AppError } from '../core/errors.ts'
import { compactPolicy, type IamPolicy } from '../model/iam-actions.ts'
import type { IdentityOptions } from '../model/identity-options.ts'

/** What a role's session is narrowed to, in the words of STS. */
export interface SessionPolicy {
  /** JSON; null: all that the role may. */
  readonly policy: string | null
  readonly policyArns: readonly string[]
}

/** No narrowing. */
export const NO_SESSION_POLICY: SessionPolicy = { policy: null, policyArns: [] }

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html, `Policy` and `PolicyArns`. */
const MAX_POLICY_CHARACTERS = 2_048
const MAX_POLICY_ARNS = 10

type Inputs = Pick<IdentityOptions, 'inlineSessionPolicy' | 'leastPrivilege' | 'managedSessionPolicies'>

/**
 * The policy of every session of a run: the input `inline-session-policy`, else what the recipe needs unless
 * `least-privilege` is off; and `managed-session-policies` beside it.
 * @throws AppError (input) when STS would not take it.
 */
export function sessionPolicyOf(inputs: Inputs, needed: IamPolicy): SessionPolicy {
  const arns = inputs.managedSessionPolicies
  if (arns.length > MAX_POLICY_ARNS) {
    throw wrong(
      `managed-session-policies names ${arns.length} policies, STS takes ${MAX_POLICY_ARNS}`,
      'Name fewer of them'
    )
  }
  for (const arn of arns) {
    if (!/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/\S+$/u.test(arn)) {
      throw wrong(
        `"${arn}" in managed-session-policies is not the ARN of a policy`,
        'Write it as arn:aws:iam::123456789012:policy/NAME'
      )
    }
  }
  return { policy: inlinePolicy(inputs, needed), policyArns: arns }
}

function inlinePolicy(inputs: Inputs, needed: IamPolicy): string | null {
  if (inputs.inlineSessionPolicy !== null) return checkedInline(inputs.inlineSessionPolicy)
  if (!inputs.leastPrivilege) return null
  const policy = compactPolicy(needed)
  if (policy.length <= MAX_POLICY_CHARACTERS) return policy
  throw wrong(
    `The session policy that this recipe needs has ${policy.length} characters, STS takes ${MAX_POLICY_CHARACTERS}`,
    'Set least-privilege to false, or give a shorter policy as inline-session-policy (with * for the many roles, say)'
  )
}

function checkedInline(text: string): string {
  const compact = compactJson(text)
  if (compact.length > MAX_POLICY_CHARACTERS) {
    throw wrong(
      `inline-session-policy has ${compact.length} characters, STS takes ${MAX_POLICY_CHARACTERS}`,
      'Shorten it, or move it into a managed policy and name that in managed-session-policies'
    )
  }
  return compact
}

/** The document without the spaces that people write: they count too. */
function compactJson(text: string): string {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw wrong(
      'inline-session-policy is not JSON',
      'Give an IAM policy document: {"Version": "2012-10-17", "Statement": […]}'
    )
  }
  if (typeof document === 'object' && document !== null && 'Statement' in document) return JSON.stringify(document)
  throw wrong(
    'inline-session-policy has no Statement',
    'Give an IAM policy document: {"Version": "2012-10-17", "Statement": […]}'
  )
}

function wrong(message: string, cure: string): AppError {
  return new AppError(message, { kind: 'input', code: 'session-policy-invalid', cure })
}
