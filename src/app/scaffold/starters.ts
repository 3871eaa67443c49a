import { posix } from 'node:path'
import { yamlText } from './yaml-text.ts'

/** A recipe to begin with: everything that differs between places is a variable. */
export const STARTER_RECIPE = `# What is read from AWS Glue, and where it goes. Variables are set in the workflow, or on the command line.
source:
  type: glue
  config:
    aws_region: '\${AWS_DEFAULT_REGION}'
    aws_role: '\${AWS_ROLE}'
    # Jobs need permissions beyond those for tables (glue:GetJobs, s3:GetObject).
    extract_transforms: '\${GLUE_EXTRACT_TRANSFORMS:-false}'
    # Only some databases or tables:
    # database_pattern: { allow: ['^sales'] }
    # table_pattern: { deny: ['.*\\._tmp_.*'] }
sink:
  type: datahub-rest
  config:
    server: '\${GMS_URL}'
`

/** A DAG of these recipes, side by side, with a check behind each. */
export function starterDag(recipes: readonly string[]): string {
  const ids = taskIds(recipes)
  const tasks = recipes.flatMap((recipe, index) => {
    const id = ids[index] ?? ''
    return [
      `  - task_id: ${yamlText(id)}`,
      `    recipe: ${yamlText(recipe)}`,
      '',
      `  - task_id: ${yamlText(`${id}_enough`)}`,
      `    check: { task: ${yamlText(id)}, assert: [tables >= 1, undelivered == 0] }`,
      '    retries: 0',
      ''
    ]
  })
  return [
    '# Recipes as a DAG, with the words and semantics of Airflow.',
    '#   datahub-glue dag recipes/dag.yml',
    'dag_id: glue-catalogues',
    "schedule: '37 3 * * *'",
    'timezone: UTC',
    '',
    'default_args:',
    '  retries: 2',
    '  retry_delay: 30s',
    '  retry_exponential_backoff: 2',
    '  max_retry_delay: 5m',
    '  retry_rules:',
    '    # What a person has to mend first does not get better by trying again.',
    '    - { errors: [denied, input], action: fail }',
    '  execution_timeout: 45m',
    '',
    'tasks:',
    ...tasks
  ]
    .join('\n')
    .replace(/\n+$/u, '\n')
}

/** The names of the files; a name that comes twice is numbered. */
function taskIds(recipes: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return recipes.map((recipe) => {
    const name =
      posix
        .basename(recipe)
        .replace(/\.\w+$/u, '')
        .replace(/[^\w-]/gu, '_') || 'recipe'
    let id = name
    for (let number = 2; taken.has(id) || taken.has(`${id}_enough`); number++) id = `${name}_${number}`
    taken.add(id).add(`${id}_enough`)
    return id
  })
}
