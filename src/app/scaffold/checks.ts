import { sourceOf, toSet } from './variables.ts'
import { CHECKOUT, UPLOAD, wrapped } from './workflow.ts'
import { yamlText } from './yaml-text.ts'

/** What the workflow for pull requests is made for. */
export interface ChecksSetting {
  /** Paths, folders or globs of recipes, relative to the repository. */
  readonly recipes: readonly string[]
  /** The action as workflows name it: `owner/repository@ref`, or `./`. */
  readonly uses: string
  /** Variables that the recipes name. */
  readonly variables: readonly string[]
}

const OWN = 'github.event.pull_request.head.repo.full_name == github.repository'

/** The workflow that validates the recipes of a pull request, and tells what its change of them would do. */
export function checksWorkflow({ recipes, uses, variables }: ChecksSetting): string {
  return [
    ...head(variables),
    'on:',
    '  pull_request:',
    '',
    'permissions: {}',
    '',
    'concurrency:',
    `  group: validate-recipes-\${{ github.event.pull_request.number || github.ref }}`,
    '  cancel-in-progress: true',
    '',
    'jobs:',
    ...validateJob(recipes, uses),
    '',
    ...planJob(recipes, uses, variables),
    ''
  ].join('\n')
}

function head(variables: readonly string[]): readonly string[] {
  const { vars, secrets } = toSet(variables)
  const hidden = ['DATAHUB_GMS_TOKEN, when GMS asks for a token', ...secrets]
  return [
    ...wrapped(
      'Checks every recipe of a pull request, and tells in a comment what its change of recipes would do. Nothing is ' +
        'written to DataHub. There is no path filter: a check that is required but does not run would hold a pull ' +
        'request up for ever.'
    ),
    '#',
    ...wrapped(
      'Pull requests from forks get no OIDC token, no secrets and no right to comment: there the recipes are validated ' +
        'and compared, and that is told on the page of the run. It is never pull_request_target, which would give all of that to ' +
        'what a fork has written.'
    ),
    '#',
    ...wrapped(
      `Repository variables: ${vars.join(', ')}, and RUNS_ON (the label of a self-hosted runner) when GMS is reachable ` +
        `from inside a network only. Repository secret${secrets.length === 0 ? '' : 's'}: ${hidden.join('; ')}. The role's trust policy has to let in ` +
        'the subject `repo:OWNER/NAME:pull_request`.'
    ),
    'name: Validate recipes',
    ''
  ]
}

const checkout = (depth: readonly string[]): readonly string[] => [
  '      - name: Check out the pull request',
  `        uses: ${CHECKOUT}`,
  '        with:',
  ...depth,
  '          persist-credentials: false'
]

function validateJob(recipes: readonly string[], uses: string): readonly string[] {
  return [
    '  validate:',
    '    name: Validate recipes',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 5',
    '    permissions:',
    '      contents: read # the recipes, by actions/checkout',
    '    steps:',
    ...checkout([]),
    '',
    '      - name: Validate',
    `        uses: ${uses}`,
    '        with:',
    '          command: validate',
    ...recipeInput(recipes)
  ]
}

function planJob(recipes: readonly string[], uses: string, variables: readonly string[]): readonly string[] {
  return [
    '  plan:',
    '    name: Plan',
    '    needs: validate',
    '    # A recipe that is wrong keeps nobody from seeing what the others would do.',
    `    if: \${{ !cancelled() }}`,
    '    # What a fork has written runs on no machine of ours.',
    `    runs-on: \${{ ${OWN} && vars.RUNS_ON || 'ubuntu-latest' }}`,
    '    timeout-minutes: 30',
    '    permissions:',
    '      contents: read # both versions of the recipes, by actions/checkout',
    "      id-token: write # GitHub's OIDC token, which AWS STS takes for the role",
    '      pull-requests: write # the comment',
    '    env:',
    ...variables.map((variable) => `      ${variable}: ${yamlText(sourceOf(variable))}`),
    '    steps:',
    ...checkout(['          fetch-depth: 2 # the base to compare with']),
    '',
    '      - name: Plan',
    '        id: plan',
    `        uses: ${uses}`,
    '        with:',
    '          command: plan',
    ...recipeInput(recipes),
    `          github-token: \${{ github.token }}`,
    `          gms-token: \${{ secrets.DATAHUB_GMS_TOKEN }}`,
    '',
    '      - name: Keep the plan',
    '        if: always()',
    `        uses: ${UPLOAD}`,
    '        with:',
    `          name: datahub-glue-plan-\${{ github.run_id }}-\${{ github.run_attempt }}`,
    `          path: \${{ runner.temp }}/datahub-glue/plan.json`,
    '          if-no-files-found: warn',
    '          retention-days: 30'
  ]
}

const recipeInput = (recipes: readonly string[]): readonly string[] =>
  recipes.length === 1
    ? [`          recipe: ${yamlText(recipes[0] ?? '')}`]
    : ['          recipe: |', ...recipes.map((recipe) => `            ${recipe}`)]
