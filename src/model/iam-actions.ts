import { partitionOf } from './aws-partition.ts'
import type { GlueOptions } from './recipe.ts'

/** One statement of an IAM policy. */
export interface IamStatement {
  readonly Sid?: string
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** An IAM policy document. */
export interface IamPolicy {
  readonly Version: '2012-10-17'
  readonly Statement: readonly IamStatement[]
}

/** Where a policy is to hold. */
export interface IamScope {
  readonly region: string
  /** The account that owns the catalogue; null where it is not known or several take part, as with resource links. */
  readonly account: string | null
  /** The roles that the session itself has to assume, as ARNs. */
  readonly rolesToAssume: readonly string[]
  /** What else is done with these roles: sts:TagSession, sts:SetSourceIdentity. */
  readonly roleActions?: readonly string[]
  /** Parameters and secrets that the recipe takes values from, by name or ARN. */
  readonly kept?: KeptValues
}

export interface KeptValues {
  readonly parameters: readonly string[]
  readonly secrets: readonly string[]
}

/** The options of a recipe that decide which permissions are needed. */
export type IamRelevantOptions = Pick<
  GlueOptions,
  'catalogId' | 'jobs' | 'profiling' | 'columnStatistics' | 'lakeFormationTags' | 's3BucketTags' | 's3ObjectTags'
>

/** What one part of the program needs of AWS. */
interface Need {
  /** Names the statement where there is room for it. */
  readonly sid: string
  readonly actions: readonly string[]
  /** Every recipe needs it, where its catalogue is read. */
  readonly ofCatalogue?: true
  /** Whether a recipe needs it at all. */
  readonly when: (options: IamRelevantOptions, scope: IamScope) => boolean
  readonly resources: (scope: IamScope) => readonly string[]
  readonly condition?: (scope: IamScope) => IamStatement['Condition']
}

/**
 * The one table of what a recipe's options need: session policies, the README's policies and the errors about missing
 * permissions are made from it. Actions and resource types:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html
 */
const NEEDS: readonly Need[] = [
  {
    sid: 'ReadGlueCatalog',
    // GetDatabase and GetTable confirm that what is no longer listed is really gone.
    actions: ['glue:GetDatabase', 'glue:GetDatabases', 'glue:GetTable', 'glue:GetTables'],
    ofCatalogue: true,
    when: () => true,
    resources: catalogArns
  },
  {
    // Calls to a catalogue that is encrypted with a customer managed key decrypt in the caller's name:
    // https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html
    sid: 'DecryptGlueCatalog',
    actions: ['kms:Decrypt'],
    ofCatalogue: true,
    when: () => true,
    resources: () => ['*'],
    condition: ({ region }) => ({
      StringEquals: { 'kms:ViaService': `glue.${region}.${partitionOf(region).dnsSuffix}` }
    })
  },
  {
    sid: 'ReadGluePartitions',
    actions: ['glue:GetPartitions'],
    when: ({ profiling, columnStatistics }) => profiling !== null || columnStatistics,
    resources: catalogArns
  },
  {
    sid: 'ReadGlueColumnStatistics',
    actions: ['glue:GetColumnStatisticsForPartition', 'glue:GetColumnStatisticsForTable'],
    when: ({ columnStatistics }) => columnStatistics,
    resources: catalogArns
  },
  {
    sid: 'ReadGlueJobs',
    actions: ['glue:GetConnection', 'glue:GetDataflowGraph', 'glue:GetJob', 'glue:GetJobs'],
    when: ({ jobs }) => jobs,
    // Lists and graphs have no resource of their own.
    resources: () => ['*']
  },
  {
    sid: 'ReadJobScripts',
    actions: ['s3:GetObject'],
    when: ({ jobs }) => jobs,
    resources: ({ region }) => [`arn:${partitionOf(region).id}:s3:::*/*`]
  },
  {
    sid: 'ReadLakeFormationTags',
    // It has no resource types: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslakeformation.html
    actions: ['lakeformation:GetResourceLFTags'],
    when: ({ lakeFormationTags }) => lakeFormationTags !== null,
    resources: () => ['*']
  },
  {
    sid: 'ReadBucketTags',
    actions: ['s3:GetBucketTagging'],
    when: ({ s3BucketTags }) => s3BucketTags,
    resources: ({ region }) => [`arn:${partitionOf(region).id}:s3:::*`]
  },
  {
    sid: 'ReadObjectTags',
    actions: ['s3:GetObjectTagging'],
    when: ({ s3ObjectTags }) => s3ObjectTags,
    resources: ({ region }) => [`arn:${partitionOf(region).id}:s3:::*/*`]
  },
  {
    sid: 'AssumeRecipeRoles',
    actions: ['sts:AssumeRole'],
    when: (_options, scope) => scope.rolesToAssume.length > 0,
    resources: (scope) => scope.rolesToAssume
  },
  ...['sts:TagSession', 'sts:SetSourceIdentity'].map(
    (action): Need => ({
      sid: action === 'sts:TagSession' ? 'TagRecipeSessions' : 'NameWhoStandsBehind',
      actions: [action],
      when: (_options, scope) => scope.roleActions?.includes(action) === true,
      resources: (scope) => scope.rolesToAssume
    })
  ),
  {
    sid: 'ReadParameters',
    actions: ['ssm:GetParameters'],
    when: (_options, { kept }) => (kept?.parameters.length ?? 0) > 0,
    resources: (scope) => (scope.kept?.parameters ?? []).map((name) => parameterArn(name, scope))
  },
  {
    sid: 'ReadSecrets',
    actions: ['secretsmanager:GetSecretValue'],
    when: (_options, { kept }) => (kept?.secrets.length ?? 0) > 0,
    resources: (scope) => (scope.kept?.secrets ?? []).map((name) => secretArn(name, scope))
  },
  {
    // Both services decrypt in the caller's name: https://docs.aws.amazon.com/kms/latest/developerguide/services-secrets-manager.html
    sid: 'DecryptParameters',
    actions: ['kms:Decrypt'],
    when: (_options, { kept }) => (kept?.parameters.length ?? 0) > 0,
    resources: () => ['*'],
    condition: viaService('ssm')
  },
  {
    sid: 'DecryptSecrets',
    actions: ['kms:Decrypt'],
    when: (_options, { kept }) => (kept?.secrets.length ?? 0) > 0,
    resources: () => ['*'],
    condition: viaService('secretsmanager')
  }
]

type Place = Pick<IamScope, 'region' | 'account'>

/** The ARN of a parameter; a version or label behind its name is no part of it. */
export function parameterArn(name: string, { region, account }: Place): string {
  if (name.startsWith('arn:')) return name.split(':').slice(0, 6).join(':')
  const path = (name.split(':')[0] ?? '').replace(/^\//u, '')
  return `arn:${partitionOf(region).id}:ssm:${region}:${account ?? '*'}:parameter/${path}`
}

/** The ARN of a secret; AWS ends it with six characters of its own. */
export function secretArn(name: string, { region, account }: Place): string {
  if (name.startsWith('arn:')) return name
  return `arn:${partitionOf(region).id}:secretsmanager:${region}:${account ?? '*'}:secret:${name}-??????`
}

function viaService(service: string): NonNullable<Need['condition']> {
  return ({ region }) => ({
    StringEquals: { 'kms:ViaService': `${service}.${region}.${partitionOf(region).dnsSuffix}` }
  })
}

/** The policy that holds what a recipe with these options needs, and nothing else. */
export function iamPolicy(options: IamRelevantOptions, scope: IamScope): IamPolicy {
  return {
    Version: '2012-10-17',
    Statement: NEEDS.filter((need) => need.when(options, scope)).map((need) => statementOf(need, scope))
  }
}

/** The policy of a role that reads no catalogue: it assumes others, and reads what the recipe takes from AWS for that. */
export function wayPolicy(scope: IamScope): IamPolicy {
  const needs = NEEDS.filter((need) => need.ofCatalogue !== true && need.when(NO_OPTIONS, scope))
  return { Version: '2012-10-17', Statement: needs.map((need) => statementOf(need, scope)) }
}

const NO_OPTIONS: IamRelevantOptions = {
  catalogId: null,
  jobs: false,
  profiling: null,
  columnStatistics: false,
  lakeFormationTags: null,
  s3BucketTags: false,
  s3ObjectTags: false
}

/** A policy as STS takes it for a session: every character counts, so no names and no spaces. */
export function compactPolicy(policy: IamPolicy): string {
  const statements = policy.Statement.map(({ Sid: _sid, ...statement }) => statement)
  return JSON.stringify({ ...policy, Statement: statements })
}

/** A policy as people read it: to paste into the console or Terraform. */
export function prettyPolicy(policy: IamPolicy): string {
  return JSON.stringify(policy, null, 2)
}

/** The statement that would allow one Glue action on one database, for the cure of an error. */
export function glueStatement(action: string, scope: Omit<IamScope, 'rolesToAssume'>, database?: string): IamStatement {
  const catalog = catalogArn(scope)
  const resources =
    database === undefined
      ? [`${catalog}:catalog`, `${catalog}:database/*`]
      : [`${catalog}:catalog`, `${catalog}:database/${database}`, `${catalog}:table/${database}/*`]
  return { Effect: 'Allow', Action: [action], Resource: resources }
}

function statementOf(need: Need, scope: IamScope): IamStatement {
  const condition = need.condition?.(scope)
  return {
    Sid: need.sid,
    Effect: 'Allow',
    Action: need.actions,
    Resource: need.resources(scope),
    ...(condition === undefined ? {} : { Condition: condition })
  }
}

/** `catalog*` also names the catalogues below the account's own, such as `catalog/s3tablescatalog`. */
function catalogArns(scope: IamScope): readonly string[] {
  const catalog = catalogArn(scope)
  return [`${catalog}:catalog*`, `${catalog}:database/*`, `${catalog}:table/*`]
}

function catalogArn({ region, account }: Pick<IamScope, 'region' | 'account'>): string {
  return `arn:${partitionOf(region).id}:glue:${region}:${account ?? '*'}`
}
