import type { AwsCallError } from '../../model/aws-call-error.ts'
import type { Check } from '../../model/doctor.ts'
import { type IamStatement, iamPolicy, type KeptValues } from '../../model/iam-actions.ts'
import type { GlueOptions } from '../../model/recipe.ts'
import type { Identity } from '../../model/report.ts'
import type { Trial } from '../../source/glue/read/trial.ts'
import { type About, failed, untested, warned, well } from './check.ts'

export interface PermissionFacts {
  readonly options: GlueOptions
  readonly identity: Identity
  /** Parameters and secrets that were read, since the recipe names them. */
  readonly kept: KeptValues
  readonly trials: readonly Trial[]
}

const about = (action: string): About => ({ id: action, family: 'permissions', title: action })

/** Roles are assumed before, and told hop by hop. */
const ELSEWHERE = /^sts:/u
const KMS = 'kms:Decrypt'

/** One check for each action that the recipe's options need, by the table that policies are made from. */
export function permissionChecks(facts: PermissionFacts): readonly Check[] {
  const statements = statementsFor(facts)
  const named = statements.flatMap((statement) => statement.Action.map((action) => ({ action, statement })))
  const checks = named
    .filter(({ action }) => !ELSEWHERE.test(action) && action !== KMS)
    .map(({ action, statement }) => actionCheck(action, statement, facts))
  return [...checks, kmsCheck(facts)]
}

/** The same actions, none of which could be tried. */
export const untriedPermissions = (options: GlueOptions, why: string): readonly Check[] =>
  iamPolicy(options, { region: 'us-east-1', account: null, rolesToAssume: [] })
    .Statement.flatMap(({ Action }) => Action)
    .map((action) => untested(about(action), why))

const statementsFor = ({ options, identity, kept }: PermissionFacts): readonly IamStatement[] =>
  iamPolicy(options, {
    region: identity.region,
    account: options.catalogId || identity.account,
    rolesToAssume: [],
    kept
  }).Statement

function actionCheck(action: string, statement: IamStatement, { identity, trials }: PermissionFacts): Check {
  const what = about(action)
  if (/^(?:ssm|secretsmanager):/u.test(action)) return well(what, "the recipe's references were read")
  const trial = trials.find((one) => one.action === action)
  if (trial === undefined) return untested(what, 'there is no call for it')
  switch (trial.outcome) {
    case 'allowed':
      return well(what, trial.said)
    case 'untried':
      return untested(what, trial.said)
    case 'empty':
      return warned(what, { code: 'glue-nothing-seen', found: trial.said, cure: emptyCure(identity) })
    case 'refused':
      return refused(what, trial, statement, identity)
  }
}

const emptyCure = ({ account, region, arn }: Identity): string =>
  `Check that the catalogue is that of account ${account} in ${region} (aws_region and catalog_id in the recipe). Where Lake Formation governs it, grant DESCRIBE on the databases and their tables to ${arn}: what a role may not describe, Glue leaves out without a word`

type Refused = Extract<Trial, { outcome: 'refused' }>

function refused(what: About, { error, resource }: Refused, statement: IamStatement, identity: Identity): Check {
  const isDenied = error.kind === 'denied'
  return failed(what, {
    code: isDenied ? 'aws-access-denied' : `aws-call-${error.kind}`,
    found: `AWS ${isDenied ? 'refuses it' : `answers ${error.code}`} on ${resource}: ${error.message}`,
    cure: isDenied ? grant(error, resource, statement, identity) : CURES[error.kind]
  })
}

const CURES: Readonly<Record<AwsCallError['kind'], string>> = {
  throttle: 'Run it at a quieter time: Athena, EMR and crawlers share the quota of the account',
  transient: 'Run it again; if it comes back, check the network between the runner and AWS',
  denied: 'Grant the permission that is named',
  'not-found': 'Check catalog_id in the recipe (an account id of twelve digits, as text in quotes) and aws_region',
  expired: 'Use role-to-assume, whose sessions are renewed',
  other: 'Check catalog_id and aws_region in the recipe; look for the error code in the AWS documentation'
}

/** Who stands in the way, by what AWS says, and what to add there. */
function grant(
  { action, message }: AwsCallError,
  resource: string,
  statement: IamStatement,
  identity: Identity
): string {
  const principal = principalOf(identity)
  if (isOfLakeFormation(message)) {
    const tags = action.startsWith('lakeformation:') ? ', and on its LF-Tags,' : ''
    return `Grant DESCRIBE on ${resource}${tags} to ${principal} in Lake Formation (Permissions, Data permissions)`
  }
  if (/kms:|\bKMS\b/u.test(message)) {
    return `Allow kms:Decrypt on the key that encrypts it, in the policies of ${principal} and of the key`
  }
  if (/session policy/iu.test(message)) {
    return 'The session policy of this run stands in the way: check inline-session-policy and managed-session-policies, or set least-privilege to false'
  }
  if (/service control policy|permissions boundary/iu.test(message)) {
    return `A service control policy or the permissions boundary of ${principal} denies it: ask who administers the AWS organisation`
  }
  const { Sid: _, ...rest } = statement
  const added = JSON.stringify({ ...rest, Action: [action] }, null, 2)
  const foreign = /resource-based policy/iu.test(message)
    ? '\n\nThe resource policy of what belongs to another account has to allow it, too.'
    : ''
  return `Add to the policy of ${principal}:\n\n${added}${foreign}`
}

/** IAM says who may not do what, and may name an action of Lake Formation; that service says which permission is insufficient. */
const isOfLakeFormation = (message: string): boolean =>
  /lake ?formation/iu.test(message) && !/not authorized to perform/iu.test(message)

/** The role, whose policy is edited, and not its session. */
const principalOf = ({ roles, arn }: Identity): string => roles.at(-1) ?? arn

/** No call asks for it by itself: services decrypt in the caller's name. */
function kmsCheck({ trials }: PermissionFacts): Check {
  const what = about(KMS)
  const denied = trials.find((trial) => trial.outcome === 'refused' && /kms:|\bKMS\b/u.test(trial.said))
  if (denied !== undefined) {
    const cure = `See ${denied.action}; without a customer managed key the catalogue needs no kms:Decrypt`
    return failed(what, { code: 'glue-kms-denied', found: `${denied.action} was refused for its key`, cure })
  }
  const isRead = trials.some(({ action, outcome }) => action.startsWith('glue:') && outcome === 'allowed')
  return isRead
    ? well(what, 'nothing was refused for its key: there is none, or it may be used')
    : untested(what, 'no call of Glue was answered')
}
