import { faultOfRoleArn, parseRoleArn, type RoleArn } from '../../aws/arn.ts'
import { assumeRoleStatement, subjectForms, type TrustStatement, webIdentityStatement } from '../../aws/trust-policy.ts'
import { AppError } from '../../core/errors.ts'
import { quoted } from '../../core/quote.ts'
import { partitionOf } from '../../model/aws-partition.ts'
import {
  type IamPolicy,
  iamPolicy,
  type KeptValues,
  parameterArn,
  secretArn,
  wayPolicy
} from '../../model/iam-actions.ts'
import type { GlueOptions, RoleToAssume } from '../../model/recipe.ts'
import type { Repository } from './repository.ts'

/** One role of those that are assumed one after the other, and its two policies. */
export interface RolePlan {
  /** null: it does not exist yet, and its account is known only where it is made. */
  readonly arn: RoleArn | null
  readonly trust: TrustPolicy
  readonly permissions: IamPolicy
}

export interface TrustPolicy {
  readonly Version: '2012-10-17'
  readonly Statement: readonly TrustStatement[]
}

export interface IamFacts {
  readonly options: GlueOptions
  /** What the role reads that GitHub's tokens assume, and what the last. */
  readonly kept: { readonly first: KeptValues; readonly last: KeptValues }
  readonly region: string
  /** The role that GitHub's tokens assume; null: the first of the recipe, or one that is to be made. */
  readonly role: string | null
  readonly repository: Repository
  /** The branch whose runs may assume it. */
  readonly branch: string
  /** Whether runs for pull requests may, too; those from forks have no token. */
  readonly pullRequests: boolean
}

/** The account of a role that is not known. */
export const SOME_ACCOUNT = '<account>'

const AUDIENCE = 'sts.amazonaws.com'

/** The path of a role, such as `/team/`; `/` where it has none. */
export const pathOfRole = ({ arn, name }: RoleArn): string => arn.slice(arn.indexOf(':role/') + 5, -name.length) || '/'

/** What a role is called that nobody has named. */
export const USUAL_ROLE = 'datahub-glue'

/**
 * The roles that a recipe is run by, from the one that GitHub's tokens assume to the one that reads: each trusts the one
 * before it and nothing else, and may do what is left to do.
 */
export function rolePlans(facts: IamFacts): readonly RolePlan[] {
  const { options, region } = facts
  const chain = chainOf(facts)
  const known = chain.map(({ roleArn }) => roleOf(roleArn))
  const arns: readonly (RoleArn | null)[] = known.length === 0 ? [null] : known
  return arns.map((arn, index) => {
    const next = chain[index + 1]
    const own = arn ?? unknownRole(region)
    const before = arns[index - 1]
    const catalogue = { region, account: options.catalogId || own.account, rolesToAssume: [] }
    const kept = keptArns(index, next === undefined, facts, own)
    return {
      arn,
      trust: policyOf(
        before === undefined || before === null
          ? webIdentityStatement(own, claimsFor(facts), AUDIENCE, pullRequestsIn(facts))
          : trustIn(before.arn, chain[index])
      ),
      permissions:
        next === undefined
          ? iamPolicy(options, { ...catalogue, kept })
          : wayPolicy({ ...catalogue, kept, rolesToAssume: [next.roleArn], roleActions: actionsFor(next) })
    }
  })
}

/** Parameters and secrets are those of the role's own account, wherever the catalogue is. */
function keptArns(index: number, isLast: boolean, { kept, region }: IamFacts, { account }: RoleArn): KeptValues {
  const read = [...(index === 0 ? [kept.first] : []), ...(isLast ? [kept.last] : [])]
  const once = (arns: readonly string[]): readonly string[] => [...new Set(arns)]
  return {
    parameters: once(
      read.flatMap(({ parameters }) => parameters.map((name) => parameterArn(name, { region, account })))
    ),
    secrets: once(read.flatMap(({ secrets }) => secrets.map((name) => secretArn(name, { region, account }))))
  }
}

function chainOf({ options, role }: IamFacts): readonly RoleToAssume[] {
  const { roles } = options.aws
  if (role === null || roles[0]?.roleArn === role) return roles
  return [{ roleArn: role, externalId: null }, ...roles]
}

const unknownRole = (region: string): RoleArn => ({
  arn: '',
  partition: partitionOf(region).id,
  account: SOME_ACCOUNT,
  name: USUAL_ROLE
})

function roleOf(arn: string): RoleArn {
  const role = parseRoleArn(arn)
  if (role !== null) return role
  throw new AppError(`${quoted(arn)} ${faultOfRoleArn(arn)}`, {
    kind: 'input',
    code: 'bad-role-arn',
    cure: 'write it as arn:aws:iam::<account id>:role/<name>'
  })
}

/** Tags and a source identity have to be allowed by both sides. */
function trustIn(before: string, role: RoleToAssume | undefined): TrustStatement {
  const statement = assumeRoleStatement(before, role?.externalId ?? null)
  const more = role === undefined ? [] : actionsFor(role)
  return more.length === 0 ? statement : { ...statement, Action: [...[statement.Action].flat(), ...more] }
}

/** What STS asks for besides AssumeRole. */
const actionsFor = ({ others }: RoleToAssume): readonly string[] => [
  ...(others?.Tags === undefined ? [] : ['sts:TagSession']),
  ...(others?.SourceIdentity === undefined ? [] : ['sts:SetSourceIdentity'])
]

function claimsFor({ repository, branch }: IamFacts, context = `ref:refs/heads/${branch}`): TokenClaims {
  const { owner, name, ownerId, id } = repository
  return {
    issuer: null,
    subject: `repo:${owner}/${name}:${context}`,
    audience: null,
    repositoryId: id,
    repositoryOwnerId: ownerId
  }
}

/** The subject of pull requests, in both forms: https://docs.github.com/actions/reference/security/oidc */
const pullRequestsIn = (facts: IamFacts): readonly string[] =>
  facts.pullRequests ? subjectForms(claimsFor(facts, 'pull_request')) : []

type TokenClaims = Parameters<typeof webIdentityStatement>[1]

const policyOf = (statement: TrustStatement): TrustPolicy => ({ Version: '2012-10-17', Statement: [statement] })
