import { type CommandDefinition, ENV_FILE, HELP } from './options.ts'

/*
 * Commands about runs that DataHub knows.
 */

/** `datahub-glue runs`. */
export const RUNS: CommandDefinition = {
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
}

/** `datahub-glue rollback`. */
export const ROLLBACK: CommandDefinition = {
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
}

/** `datahub-glue restore`. */
export const RESTORE: CommandDefinition = {
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
}
