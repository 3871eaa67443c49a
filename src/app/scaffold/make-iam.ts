import { formatDiagnostic } from '../../core/diagnostic.ts'
import type { Environment } from '../../core/environment.ts'
import { AppError } from '../../core/errors.ts'
import { quoted } from '../../core/quote.ts'
import type { TextFile } from '../../core/yaml.ts'
import type { ScaffoldIam } from '../../model/request.ts'
import { openTexts } from '../../recipe/open-texts.ts'
import type { ReadRecipe } from '../../recipe/parse.ts'
import { isInAws } from '../../recipe/references.ts'
import { recipeEnvironment } from '../environment.ts'
import { keptBy } from '../kept-values.ts'
import { loadRecipe, readRecipeText } from '../load-recipe.ts'
import { pathOfRole, type RolePlan, rolePlans, USUAL_ROLE } from './iam.ts'
import { repositoryOf } from './repository.ts'
import { terraformOf } from './terraform.ts'

export interface MadeIam {
  readonly text: string
  readonly next: (path: string) => readonly string[]
}

/** The roles that the recipe in `file` is run by, with their policies, as Terraform or JSON. @throws AppError */
export async function makeIam(
  file: string,
  { inputs, env, repository: given, role, branch, pullRequests, columnStatistics }: ScaffoldIam,
  { cwd, format }: { readonly cwd: string; readonly format: 'terraform' | 'json' }
): Promise<MadeIam> {
  const environment = await recipeEnvironment(inputs, env, cwd)
  const parsed = await loadRecipe(file, { env: environment, cwd, inputs, mode: 'validate' })
  if (!parsed.ok) {
    const cure = parsed.error.map(formatDiagnostic).join('\n')
    throw new AppError(`The recipe '${file}' is wrong`, { kind: 'input', code: 'invalid-recipe', cure })
  }
  const { recipe, references } = parsed.value
  const open = openOptions({ file, text: await readRecipeText(file, cwd) }, environment)
  const repository = await repositoryOf(given, cwd)
  const plans = rolePlans({
    options: { ...recipe.source, columnStatistics },
    kept: { first: keptBy(references.filter(isInAws)), last: keptBy(references.filter((one) => !isInAws(one))) },
    region: regionOf(parsed.value, inputs.identity.region),
    role,
    repository,
    branch,
    pullRequests
  })
  const hints = [
    ...(repository.id === null ? [NUMBERS] : []),
    ...(open.length === 0 ? [] : [`Taken as their defaults, as their variables are not set: ${open.join(', ')}`])
  ]
  if (format === 'terraform') {
    const text = terraformOf(
      plans,
      `What ${file} needs of AWS, and who may ask: branch ${branch}${pullRequests ? ' and pull requests' : ''} of ${repository.owner}/${repository.name}.`
    )
    return { text, next: () => [...hints, 'Set the repository variable AWS_ROLE to the ARN of the role'] }
  }
  if (plans.some(({ arn }) => arn === null)) {
    throw wrong('The account of the role is not known, and JSON has no variables', 'write --role ARN, or set AWS_ROLE')
  }
  return { text: jsonOf(plans), next: (path) => [...hints, ...jsonSteps(plans, path)] }
}

const NUMBERS =
  'A repository made, renamed or transferred since 15 July 2026 has numbers in its tokens: write --repository OWNER@ID/NAME@ID'

const wrong = (message: string, cure: string): AppError =>
  new AppError(message, { kind: 'input', code: 'scaffold', cure })

/**
 * Options whose values are not known here; a role that is not known is one to be made.
 * @throws AppError when it is not known who assumes whom, or by which external id.
 */
function openOptions(written: TextFile, env: Environment): readonly string[] {
  const open = openTexts(written, ['source', 'config'], env)
  const ofRoles = open.filter(({ path: [name] }) => name === 'aws_role')
  const [first] = ofRoles
  const isOneRole = ofRoles.length === 1 && first?.path.length === 1
  if (first !== undefined && !isOneRole) {
    throw new AppError(
      `${written.file}:${first.at.line}:${first.at.column} aws_role depends on ${quoted(first.written)}, whose value is not known here`,
      {
        kind: 'input',
        code: 'missing-variable',
        cure: 'set its variables in the environment, or give them by --env-file'
      }
    )
  }
  return open.flatMap(({ path: [name = ''] }) => (name === 'aws_role' || name === 'aws_region' ? [] : [name]))
}

function regionOf({ recipe }: ReadRecipe, region: string | null): string {
  const known = recipe.source.aws.region ?? region
  if (known !== null && /^[a-z]{2,}(?:-[a-z]+)+-\d+$/u.test(known)) return known
  throw wrong('The region of the catalogue is not known', 'set AWS_REGION, or give the recipe an aws_region')
}

const jsonOf = (plans: readonly RolePlan[]): string =>
  `${JSON.stringify(
    {
      roles: plans.map(({ arn, trust, permissions }) => ({
        role: arn?.arn,
        trustPolicy: trust,
        permissionsPolicy: permissions
      }))
    },
    null,
    2
  )}\n`

const jsonSteps = ([first]: readonly RolePlan[], file: string): readonly string[] => {
  const part = (name: string): string => `"$(jq '.roles[0].${name}' ${file})"`
  const arn = first?.arn ?? null
  const name = arn?.name ?? USUAL_ROLE
  const path = arn === null || pathOfRole(arn) === '/' ? '' : ` --path ${pathOfRole(arn)}`
  return [
    `aws iam create-role --role-name ${name}${path} --assume-role-policy-document ${part('trustPolicy')}`,
    `aws iam put-role-policy --role-name ${name} --policy-name datahub-glue --policy-document ${part('permissionsPolicy')}`
  ]
}
