import { AppError } from '../core/errors.ts'
import type { IdentityOptions } from '../model/identity-options.ts'

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, `RoleSessionName` and `DurationSeconds`. */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/u
const SHORTEST_SECONDS = 900
const LONGEST_SECONDS = 43_200

/** Refuses inputs that STS would refuse, before anyone is asked for a token. @throws AppError (input) */
export function checkIdentityOptions(identity: IdentityOptions): void {
  const { roleSessionName, roleDurationSeconds, allowedAccountIds } = identity
  if (!SESSION_NAME.test(roleSessionName)) {
    throw wrong(
      `"${roleSessionName}" cannot be the name of a role session`,
      'Set role-session-name to 2 to 64 letters, digits and _ + = , . @ -'
    )
  }
  if (
    !Number.isInteger(roleDurationSeconds) ||
    roleDurationSeconds < SHORTEST_SECONDS ||
    roleDurationSeconds > LONGEST_SECONDS
  ) {
    throw wrong(
      `A role session cannot last ${roleDurationSeconds} seconds`,
      `Set role-duration-seconds to a whole number from ${SHORTEST_SECONDS} to ${LONGEST_SECONDS}`
    )
  }
  const strange = allowedAccountIds.find((id) => !/^\d{12}$/u.test(id))
  if (strange !== undefined) {
    throw wrong(
      `"${strange}" in allowed-account-ids is not an AWS account`,
      'Write account ids with all their twelve digits'
    )
  }
}

/** The guard against acting in the wrong account; checked on the identity that the run ends up with, however it came by it. */
export function checkAccount(account: string, arn: string, allowed: readonly string[]): void {
  if (allowed.length === 0 || allowed.includes(account)) return
  throw new AppError(`This run would act in account ${account} (as ${arn}), which allowed-account-ids does not name`, {
    kind: 'cannot-begin',
    code: 'account-not-allowed',
    cure: `Correct the role, or add ${account} to allowed-account-ids (now ${allowed.join(', ')})`
  })
}

function wrong(message: string, cure: string): AppError {
  return new AppError(message, { kind: 'input', code: 'identity-input-invalid', cure })
}
