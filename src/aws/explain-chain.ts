import { AppError } from '../core/errors.ts'
import type { AwsCallError } from '../model/aws-call-error.ts'
import type { RoleToAssume } from '../model/recipe.ts'
import { isSessionOf, parseRoleArn } from './arn.ts'
import { assumeRoleTrust } from './trust-policy.ts'

/** One link of a role chain that AWS refused. */
export interface RefusedLink {
  readonly role: RoleToAssume
  /** The identity that asked, as GetCallerIdentity names it. */
  readonly callerArn: string
  /** The role that this identity is a session of, where this run assumed it; null: some other principal. */
  readonly callerRole: string | null
}

/** AccessDenied on AssumeRole: which role, asked by whom, and what either side's policy needs. */
export function explainRefusedLink(error: AwsCallError, link: RefusedLink): AppError {
  const { role, callerArn } = link
  const principal = principalOf(link)
  const target = parseRoleArn(role.roleArn)
  const external =
    role.externalId === null
      ? 'If it asks for an external id, write the role as {RoleArn: …, ExternalId: …} in the recipe.'
      : 'The external id in the recipe must be the one in the trust policy, character by character.'
  const cure = [
    `1. The trust policy of ${target?.name ?? role.roleArn} needs:`,
    '',
    assumeRoleTrust(principal, role.externalId),
    '',
    `2. ${principal} needs:`,
    '',
    JSON.stringify({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role.roleArn }, null, 2),
    '',
    external
  ]
  if (/session policy/iu.test(error.message)) {
    cure.push(
      'The session policy of this run stands in the way: check inline-session-policy and managed-session-policies.'
    )
  }
  return new AppError(`${callerArn} may not assume the role ${role.roleArn}`, {
    kind: 'cannot-begin',
    code: 'role-chain-denied',
    cure: cure.join('\n'),
    cause: error
  })
}

/** What a trust policy names: a session's role rather than the session, whose name may change. */
function principalOf({ callerArn, callerRole }: RefusedLink): string {
  if (callerRole !== null && isSessionOf(callerArn, callerRole)) return callerRole
  const [, partition, account, name] = /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\//u.exec(callerArn) ?? []
  return partition === undefined ? callerArn : `arn:${partition}:iam::${account ?? ''}:role/${name ?? ''}`
}
