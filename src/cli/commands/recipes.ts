import { type CommandDefinition, ENV_FILE, HELP } from './options.ts'

/*
 * Commands that help to write recipes, and what runs them.
 */

/** `datahub-glue describe`. */
export const DESCRIBE: CommandDefinition = {
  name: 'describe',
  operands: '[OPTION…]',
  summary: 'Tell what options of recipes and DAG files take, do, and are by default',
  options: [{ name: 'format', value: 'FORMAT', description: 'text or json (default: text)' }, HELP]
}

/** `datahub-glue explain`. */
export const EXPLAIN: CommandDefinition = {
  name: 'explain',
  operands: 'FILE',
  summary: 'Tell which databases and tables a recipe keeps, and by which pattern, without reaching AWS',
  options: [
    { name: 'name', value: 'NAME', repeatable: true, description: 'DATABASE or DATABASE.TABLE; several times' },
    { name: 'format', value: 'FORMAT', description: 'text or json (default: text)' },
    ENV_FILE,
    HELP
  ]
}

/** `datahub-glue scaffold`. */
export const SCAFFOLD: CommandDefinition = {
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
