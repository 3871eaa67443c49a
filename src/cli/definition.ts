import { DOCTOR, PLAN, VALIDATE } from './commands/checks.ts'
import { DAG, INGEST, MCPS } from './commands/ingestion.ts'
import type { CommandDefinition } from './commands/options.ts'
import { DESCRIBE, EXPLAIN, SCAFFOLD } from './commands/recipes.ts'
import { RESTORE, ROLLBACK, RUNS } from './commands/runs.ts'

/** The commands that work in this version. */
export const CLI_COMMANDS: readonly CommandDefinition[] = [
  INGEST,
  VALIDATE,
  PLAN,
  DOCTOR,
  DAG,
  MCPS,
  RUNS,
  ROLLBACK,
  RESTORE,
  DESCRIBE,
  EXPLAIN,
  SCAFFOLD
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
