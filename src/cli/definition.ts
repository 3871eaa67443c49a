/** One option of a command. Named as `datahub` names it where it has it. */
export interface OptionDefinition {
  readonly name: string
  readonly short?: string
  /** What stands for its value in the help; null: it has none. */
  readonly value: string | null
  readonly repeatable?: boolean
  readonly description: string
}

/** One command, as the help shows it. */
export interface CommandDefinition {
  readonly name: string
  /** What follows the options. */
  readonly operands: string | null
  readonly summary: string
  readonly options: readonly OptionDefinition[]
}

const ENV_FILE: OptionDefinition = {
  name: 'env-file',
  value: 'FILE',
  description: 'NAME=value lines for variables of recipes; the environment wins'
}

const LOG_LEVEL: OptionDefinition = {
  name: 'log-level',
  value: 'LEVEL',
  description: 'debug, info, warning or error (default: info)'
}

const NO_COLOR: OptionDefinition = {
  name: 'no-color',
  value: null,
  description: 'No colour (as NO_COLOR says; FORCE_COLOR says the opposite)'
}

const HELP: OptionDefinition = { name: 'help', short: 'h', value: null, description: 'Show this and end' }

const FAIL_ON: OptionDefinition = {
  name: 'fail-on',
  value: 'WHAT',
  description: 'What gives exit status 1: failure, warning or never (default: failure)'
}

const STRICT_WARNINGS: OptionDefinition = {
  name: 'strict-warnings',
  value: null,
  description: 'The same as --fail-on warning'
}

/** The commands that work in this version. */
export const CLI_COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'ingest',
    operands: null,
    summary: 'Read the Glue catalogue that a recipe names and write it to DataHub',
    options: [
      {
        name: 'config',
        short: 'c',
        value: 'FILE',
        repeatable: true,
        description: 'The recipe: a path, a folder or a glob; may be given several times'
      },
      { name: 'dry-run', short: 'n', value: null, description: 'Read and map everything, write nothing' },
      { name: 'report-to', value: 'FILE', description: 'Write the report as JSON to this file, too' },
      { name: 'no-default-report', value: null, description: 'Do not show the run in DataHub’s ingestion tab' },
      STRICT_WARNINGS,
      FAIL_ON,
      { name: 'rate-limit', value: 'N', description: 'At most N requests a second to AWS Glue, from 0.1 to 1000' },
      { name: 'column-statistics', value: null, description: 'Make profiles of the column statistics that Glue has' },
      { name: 'incremental', value: null, description: 'Do not send again what is as the last run left it' },
      ENV_FILE,
      {
        name: 'no-least-privilege',
        value: null,
        description: 'Leave role sessions all that their role may do'
      },
      { name: 'out', value: 'DIR', description: 'Where report.json and other files go (default: .datahub-glue)' },
      { name: 'format', value: 'FORMAT', description: 'text or json: one document on stdout (default: text)' },
      LOG_LEVEL,
      { name: 'no-progress', value: null, description: 'No progress lines' },
      NO_COLOR,
      HELP
    ]
  },
  {
    name: 'validate',
    operands: 'FILE…',
    summary: 'Parse and check recipes, without reaching AWS or DataHub',
    options: [
      { name: 'format', value: 'FORMAT', description: 'text, json, or github for annotations (default: text)' },
      STRICT_WARNINGS,
      { ...FAIL_ON, description: 'With warning, a warning makes the exit status 1 (default: failure)' },
      ENV_FILE,
      LOG_LEVEL,
      NO_COLOR,
      HELP
    ]
  },
  {
    name: 'doctor',
    operands: '[RECIPE…]',
    summary: 'Try all that a recipe needs of AWS and DataHub, and tell who ingests Glue',
    options: [
      {
        name: 'config',
        short: 'c',
        value: 'FILE',
        repeatable: true,
        description: 'The recipe, as an operand; without one the environment is looked at'
      },
      { name: 'max-age', value: 'AGE', description: 'Fail when the newest Glue metadata is older, such as 26h or 2d' },
      { name: 'report-to', value: 'FILE', description: 'Write the report as JSON to this file, too' },
      STRICT_WARNINGS,
      { ...FAIL_ON, description: 'With warning, a warning makes the exit status 1 (default: failure)' },
      { name: 'column-statistics', value: null, description: 'Runs read column statistics, too: try it' },
      ENV_FILE,
      { name: 'no-least-privilege', value: null, description: 'Leave role sessions all that their role may do' },
      { name: 'out', value: 'DIR', description: 'Where report.json goes (default: .datahub-glue)' },
      { name: 'format', value: 'FORMAT', description: 'text, json, or github for annotations (default: text)' },
      LOG_LEVEL,
      NO_COLOR,
      HELP
    ]
  },
  {
    name: 'plan',
    operands: '[FILE…]',
    summary: 'Tell what a change of recipes would do, and do nothing of it',
    options: [
      {
        name: 'base',
        value: 'REF',
        description: 'A commit, branch or tag to compare with (default: see README)'
      },
      { name: 'rate-limit', value: 'N', description: 'At most N requests a second to AWS Glue, from 0.1 to 1000' },
      { name: 'column-statistics', value: null, description: 'Make profiles of the column statistics that Glue has' },
      ENV_FILE,
      { name: 'no-least-privilege', value: null, description: 'Leave role sessions all that their role may do' },
      { name: 'out', value: 'DIR', description: 'Where plan.json goes (default: .datahub-glue)' },
      { name: 'format', value: 'FORMAT', description: 'text, json, or github for annotations (default: text)' },
      LOG_LEVEL,
      { name: 'no-progress', value: null, description: 'No progress lines' },
      NO_COLOR,
      HELP
    ]
  },
  {
    name: 'dag',
    operands: 'FILE',
    summary: 'Run a DAG of recipes, commands and checks as Airflow would',
    options: [
      { name: 'params', value: 'JSON', description: 'Values of params, as a JSON object' },
      { name: 'tasks', value: 'TASKS', repeatable: true, description: 'Only these tasks; TASK+ with all after it' },
      {
        name: 'clear',
        value: 'TASKS',
        repeatable: true,
        description: 'Run these again in the last run; TASK+ with all after it'
      },
      { name: 'resume', value: null, description: 'Go on with the last run: what failed, or what did not end' },
      { name: 'dry-run', short: 'n', value: null, description: 'Recipes read and map everything, and write nothing' },
      FAIL_ON,
      { name: 'rate-limit', value: 'N', description: 'At most N requests a second to AWS Glue for each recipe' },
      ENV_FILE,
      { name: 'no-least-privilege', value: null, description: 'Leave role sessions all that their role may do' },
      { name: 'out', value: 'DIR', description: 'Where dag-run.json and records go (default: .datahub-glue)' },
      { name: 'format', value: 'FORMAT', description: 'text or json: one document on stdout (default: text)' },
      LOG_LEVEL,
      { name: 'no-progress', value: null, description: 'No progress line' },
      NO_COLOR,
      HELP
    ]
  },
  {
    name: 'mcps',
    operands: 'FILE',
    summary: 'Send a file of proposals to DataHub: dead letters, or what a file sink wrote',
    options: [
      { name: 'config', short: 'c', value: 'FILE', description: 'A recipe whose sink it goes to (default: GMS_URL)' },
      { name: 'dry-run', short: 'n', value: null, description: 'Read and check everything, send nothing' },
      { name: 'report-to', value: 'FILE', description: 'Write the report as JSON to this file, too' },
      STRICT_WARNINGS,
      FAIL_ON,
      ENV_FILE,
      { name: 'out', value: 'DIR', description: 'Where report.json and other files go (default: .datahub-glue)' },
      { name: 'format', value: 'FORMAT', description: 'text or json: one document on stdout (default: text)' },
      LOG_LEVEL,
      { name: 'no-progress', value: null, description: 'No progress lines' },
      NO_COLOR,
      HELP
    ]
  },
  {
    name: 'runs',
    operands: null,
    summary: 'List the runs that DataHub knows, the newest first',
    options: [
      {
        name: 'config',
        short: 'c',
        value: 'FILE',
        description: 'Only runs of this recipe, from its sink (default: GMS_URL)'
      },
      { name: 'limit', value: 'N', description: 'Look at the newest so many runs (default: 100)' },
      ENV_FILE,
      { name: 'format', value: 'FORMAT', description: 'text or json (default: text)' },
      HELP
    ]
  },
  {
    name: 'rollback',
    operands: 'RUN_ID',
    summary: 'Take back what a run has written, as `datahub ingest rollback` does',
    options: [
      { name: 'config', short: 'c', value: 'FILE', description: 'A recipe whose sink is asked (default: GMS_URL)' },
      { name: 'dry-run', short: 'n', value: null, description: 'Tell what would be taken back, and do nothing' },
      { name: 'force', short: 'f', value: null, description: 'Do it; without this or --dry-run nothing is done' },
      ENV_FILE,
      { name: 'format', value: 'FORMAT', description: 'text or json (default: text)' },
      HELP
    ]
  },
  {
    name: 'restore',
    operands: 'RUN_ID',
    summary: 'Bring back what a run has removed as stale',
    options: [
      { name: 'config', short: 'c', value: 'FILE', description: 'A recipe whose sink is asked (default: GMS_URL)' },
      { name: 'report', value: 'FILE', description: 'The report.json of the run (default: DataHub is asked)' },
      { name: 'dry-run', short: 'n', value: null, description: 'Tell what would be brought back, and do nothing' },
      ENV_FILE,
      { name: 'format', value: 'FORMAT', description: 'text or json (default: text)' },
      HELP
    ]
  },
  {
    name: 'describe',
    operands: '[OPTION…]',
    summary: 'Tell what options of recipes and DAG files take, do, and are by default',
    options: [{ name: 'format', value: 'FORMAT', description: 'text or json (default: text)' }, HELP]
  },
  {
    name: 'explain',
    operands: 'FILE',
    summary: 'Tell which databases and tables a recipe keeps, and by which pattern, without reaching AWS',
    options: [
      { name: 'name', value: 'NAME', repeatable: true, description: 'DATABASE or DATABASE.TABLE; several times' },
      { name: 'format', value: 'FORMAT', description: 'text or json (default: text)' },
      ENV_FILE,
      HELP
    ]
  },
  {
    name: 'scaffold',
    operands: 'KIND [FILE…]',
    summary: 'Make a recipe, a dag, their workflow, that of pull requests (checks), AWS roles (iam), or all of it',
    options: [
      {
        name: 'output',
        short: 'o',
        value: 'FILE',
        description: 'Where it goes; - is standard output; iam: .tf or .json'
      },
      { name: 'force', short: 'f', value: null, description: 'Write over a file that is there' },
      {
        name: 'uses',
        value: 'ACTION',
        description: 'The action, for workflows and JSON Schemas: OWNER/REPOSITORY@REF, or ./'
      },
      {
        name: 'repository',
        value: 'NAME',
        description: 'iam: OWNER/NAME, or OWNER@ID/NAME@ID (default: of this clone)'
      },
      { name: 'branch', value: 'NAME', description: 'iam: whose runs may assume the role (default: main)' },
      {
        name: 'pull-requests',
        value: null,
        description: 'iam: runs for pull requests may, too, but those from forks'
      },
      { name: 'role', value: 'ARN', description: 'iam: the role that GitHub assumes (default: AWS_ROLE)' },
      { name: 'column-statistics', value: null, description: 'iam: runs read column statistics, too' },
      ENV_FILE,
      HELP
    ]
  }
]

/** Commands that are planned and that this version does not have. */
export const UNAVAILABLE_COMMANDS: readonly string[] = ['shard-plan', 'shard', 'shard-merge']

/** Options of `datahub ingest` that this version does not have. */
export const UNAVAILABLE_OPTIONS: readonly string[] = [
  'preview',
  'preview-workunits',
  'test-source-connection',
  'record',
  'record-password',
  'record-output-path',
  'no-s3-upload',
  'no-secret-redaction'
]
