import { type CommandDefinition, ENV_FILE, FAIL_ON, HELP, LOG_LEVEL, NO_COLOR, STRICT_WARNINGS } from './options.ts'

/*
 * Commands that write to DataHub.
 */

/** `datahub-glue ingest`. */
export const INGEST: CommandDefinition = {
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
}

/** `datahub-glue dag`. */
export const DAG: CommandDefinition = {
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
}

/** `datahub-glue mcps`. */
export const MCPS: CommandDefinition = {
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
}
