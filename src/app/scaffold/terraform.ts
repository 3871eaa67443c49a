import type { IamPolicy } from '../../model/iam-actions.ts'
import { attribute, block, list, text } from './hcl.ts'
import { pathOfRole, type RolePlan, SOME_ACCOUNT, type TrustPolicy, USUAL_ROLE } from './iam.ts'
import { yamlComment } from './yaml-text.ts'

/** Roles and their policies in Terraform. Roles behind the first may lie in other accounts: only their policies are made. */
export function terraformOf(plans: readonly RolePlan[], about: string): string {
  const [first, ...others] = plans
  if (first === undefined) return ''
  return `${[
    [yamlComment(about), 'data "aws_caller_identity" "current" {}'],
    [PROVIDER_NOTE, PROVIDER],
    ...documents(first, LABEL).map((one) => [one]),
    [role(first.arn)],
    [ROLE_POLICY],
    ...others.flatMap((plan, index) => further(plan, `${LABEL}_${index + 2}`))
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const LABEL = 'datahub_glue'

const PROVIDER_NOTE =
  '# Once for each account. Where there is one already, make this a data source: data "aws_iam_openid_connect_provider".'
const PROVIDER = block('resource "aws_iam_openid_connect_provider" "github"', [
  attribute('url', text('https://token.actions.githubusercontent.com')),
  attribute('client_id_list', list([text('sts.amazonaws.com')]))
])

const role = (arn: RolePlan['arn']): string =>
  block(`resource "aws_iam_role" "${LABEL}"`, [
    attribute('name', text(arn?.name ?? USUAL_ROLE)),
    ...(arn === null || pathOfRole(arn) === '/' ? [] : [attribute('path', text(pathOfRole(arn)))]),
    attribute('assume_role_policy', `data.aws_iam_policy_document.${LABEL}_trust.json`)
  ])

const ROLE_POLICY = block(`resource "aws_iam_role_policy" "${LABEL}"`, [
  attribute('name', text('datahub-glue')),
  attribute('role', `aws_iam_role.${LABEL}.name`),
  attribute('policy', `data.aws_iam_policy_document.${LABEL}.json`)
])

function further(plan: RolePlan, label: string): readonly (readonly string[])[] {
  const [trust = '', permissions = ''] = documents(plan, label)
  const about = `What ${plan.arn?.arn ?? USUAL_ROLE} needs, which the role before it assumes: add it where that role is made.`
  return [[yamlComment(about), trust], [permissions]]
}

const documents = ({ trust, permissions }: RolePlan, label: string): readonly string[] => [
  documentOf(trust, `${label}_trust`),
  documentOf(permissions, label)
]

type Statement = (TrustPolicy | IamPolicy)['Statement'][number]

const documentOf = ({ Statement: statements }: TrustPolicy | IamPolicy, label: string): string =>
  block(
    `data "aws_iam_policy_document" "${label}"`,
    statements.map((statement: Statement) =>
      block('statement', [
        ...('Sid' in statement && statement.Sid !== undefined ? [attribute('sid', text(statement.Sid))] : []),
        attribute('actions', texts(statement.Action)),
        ...('Resource' in statement ? [attribute('resources', texts(statement.Resource))] : []),
        ...('Principal' in statement ? Object.entries(statement.Principal).map(principal) : []),
        ...Object.entries(statement.Condition ?? {}).flatMap(([test, variables]) =>
          Object.entries(variables).map(([variable, values]) => condition(test, variable, values))
        )
      ])
    )
  )

/** GitHub's provider is made beside the role, so its ARN need not be known. */
const principal = ([type, arn]: readonly [string, string]): string =>
  block('principals', [
    attribute('type', text(type)),
    attribute(
      'identifiers',
      type === 'Federated' ? list(['aws_iam_openid_connect_provider.github.arn']) : list([text(arn)])
    )
  ])

const condition = (test: string, variable: string, values: string | readonly string[]): string =>
  block('condition', [
    attribute('test', text(test)),
    attribute('variable', text(variable)),
    attribute('values', texts(values))
  ])

/** An account that is not known is the one that Terraform runs in. */
const texts = (values: string | readonly string[]): string =>
  list(
    [values]
      .flat()
      .map((value) => text(value).replaceAll(SOME_ACCOUNT, `\${data.aws_caller_identity.current.account_id}`))
  )
