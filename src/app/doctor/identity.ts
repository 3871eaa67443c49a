import type { IdentityStep } from '../../aws/identity-step.ts'
import type { AppError } from '../../core/errors.ts'
import type { Check } from '../../model/doctor.ts'
import { type About, failedBy, untested, well } from './check.ts'

/** How far the way to an identity came, and what stopped it. */
export interface IdentityFacts {
  readonly steps: readonly IdentityStep[]
  /** null: nothing did. */
  readonly failure: AppError | null
  /** The input `allowed-account-ids`. */
  readonly allowedAccounts: readonly string[]
}

type Planned = Extract<IdentityStep, { kind: 'planned' }>
type Proven = Extract<IdentityStep, { kind: 'proven' }>

const about = (id: string, title: string): About => ({ id, family: 'identity', title })

const CREDENTIALS = about('aws-credentials', 'AWS credentials')
const CALLER = about('aws-identity', 'Identity (sts:GetCallerIdentity)')
const ACCOUNT = about('allowed-account-ids', 'Account')

/** The checks of the way to an identity: where it begins, each role of the chain, who it is in the end. */
export function identityChecks({ steps, failure, allowedAccounts }: IdentityFacts): readonly Check[] {
  const plan = steps.find((step) => step.kind === 'planned')
  if (plan === undefined) return failure === null ? [] : [failedBy(CREDENTIALS, failure)]
  const proven = steps.filter((step) => step.kind === 'proven')
  // The role that a token was exchanged for may be named by the recipe, too.
  const after = steps.filter((step) => step !== plan && step !== proven[0])
  const hops = plan.chain.map((role) => after.find((step) => step.kind !== 'planned' && step.role === role))
  const isWhole = proven.length > 0 && hops.every((hop) => hop !== undefined)
  return [
    beginning(plan, proven[0], failure),
    ...hopChecks(plan, hops, proven, failure),
    ...endChecks(plan, isWhole ? proven.at(-1) : undefined, { failure, allowedAccounts })
  ]
}

/** GitHub's token is exchanged for a role that has to trust it; anything else is only proven. */
function beginning({ firstRole, source }: Planned, first: Proven | undefined, failure: AppError | null): Check {
  const what = firstRole === null ? CREDENTIALS : about('role-trust', `Trust policy of ${nameOf(firstRole)}`)
  if (first === undefined) return failure === null ? untested(what, 'it was not asked for') : failedBy(what, failure)
  if (firstRole === null) return well(what, `${FROM[source]}: AWS knows them as ${first.caller.arn}`)
  return well(what, `${firstRole} lets this workflow's token in`)
}

const FROM: Readonly<Record<Planned['source'], string>> = {
  'github-oidc': "from GitHub's token",
  'default-chain': "from the SDK's default chain",
  'recipe-keys': "the recipe's keys",
  'recipe-profile': "the recipe's profile"
}

function hopChecks(
  { chain }: Planned,
  hops: readonly (IdentityStep | undefined)[],
  proven: readonly Proven[],
  failure: AppError | null
): readonly Check[] {
  const broken = proven.length === 0 ? -1 : hops.indexOf(undefined)
  return chain.map((role, index) => {
    const what = about(`role-chain-${index + 1}`, `Role ${nameOf(role)} (sts:AssumeRole)`)
    const hop = hops[index]
    if (hop?.kind === 'skipped') return well(what, `${role} is the current role already`)
    if (hop !== undefined) return well(what, `${role} was assumed`)
    if (index === broken && failure !== null) return failedBy(what, failure)
    return untested(what, 'the identity that would assume it is not there')
  })
}

function endChecks(
  { region }: Planned,
  last: Proven | undefined,
  { failure, allowedAccounts }: Pick<IdentityFacts, 'failure' | 'allowedAccounts'>
): readonly Check[] {
  if (last === undefined) return [untested(CALLER, 'the way to it is broken'), untested(ACCOUNT, 'it is not known')]
  const { arn, account } = last.caller
  return [
    well(CALLER, `${arn} in ${region}`),
    failure?.code === 'account-not-allowed'
      ? failedBy(ACCOUNT, failure)
      : well(ACCOUNT, `${account}${allowedAccounts.length > 0 ? ' is among allowed-account-ids' : '; any is allowed'}`)
  ]
}

/** The last part of a role's ARN. */
const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)
