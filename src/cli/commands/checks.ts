import { type CommandDefinition, ENV_FILE, FAIL_ON, HELP, LOG_LEVEL, NO_COLOR, STRICT_WARNINGS } from './options.ts'

/*
 * Commands that tell what is, or would be, and change nothing.
 */

/** `datahub-glue validate`. */
export const VALIDATE: CommandDefinition = {
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
}

/** `datahub-glue plan`. */
export const PLAN: CommandDefinition = {
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
}

/** `datahub-glue doctor`. */
export const DOCTOR: CommandDefinition = {
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
}
