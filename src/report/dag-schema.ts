import type { JsonObject } from '../core/json.ts'

const TEXT = { type: 'string' } as const
const TEXT_OR_NULL = { type: ['string', 'null'] } as const
const NUMBER = { type: 'number' } as const
const NUMBER_OR_NULL = { type: ['number', 'null'] } as const

const object = (properties: JsonObject): JsonObject => ({
  type: 'object',
  required: Object.keys(properties),
  properties
})
const listOf = (items: JsonObject): JsonObject => ({ type: 'array', items })

const FAILURE: JsonObject = { type: 'object', required: ['code', 'message'], properties: { code: TEXT, message: TEXT } }

const STATE: JsonObject = {
  enum: ['scheduled', 'running', 'up_for_retry', 'success', 'failed', 'skipped', 'upstream_failed', 'removed', null]
}

const INSTANCE = object({
  taskId: TEXT,
  mapIndex: { type: 'integer', minimum: -1 },
  state: STATE,
  tryNumber: { type: 'integer', minimum: 0 },
  maxTries: { type: 'integer' },
  startedAt: NUMBER_OR_NULL,
  endedAt: NUMBER_OR_NULL,
  retryAt: NUMBER_OR_NULL,
  failure: { anyOf: [FAILURE, { type: 'null' }] },
  output: {},
  decision: { type: ['object', 'null'] }
})

const RECORD = object({
  schema: { const: 1 },
  dagId: TEXT,
  runId: TEXT,
  logicalDate: TEXT_OR_NULL,
  state: { enum: ['queued', 'running', 'success', 'failed'] },
  reason: { enum: ['success', 'task_failure', 'all_tasks_deadlocked', 'timed_out', null] },
  clearNumber: { type: 'integer' },
  startedAt: NUMBER_OR_NULL,
  endedAt: NUMBER_OR_NULL,
  instances: listOf(INSTANCE)
})

/** The JSON Schema of dag-run.json (model/dag-run.ts `DagRunDocument`). */
export const DAG_RUN_SCHEMA: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The run of a DAG by DataHub Glue Ingestion',
  ...object({
    schema: { const: 1 },
    kind: { const: 'dag-run' },
    tool: object({ name: TEXT, version: TEXT }),
    generation: { type: 'integer' },
    file: TEXT,
    dagId: TEXT,
    description: TEXT_OR_NULL,
    runId: TEXT,
    attempt: { type: 'integer', minimum: 1 },
    params: { type: 'object' },
    tasks: { type: ['array', 'null'], items: TEXT },
    databases: { type: 'object', additionalProperties: listOf(TEXT) },
    status: { enum: ['running', 'success', 'failure', 'cancelled'] },
    exitCode: { type: 'integer' },
    startedAt: TEXT,
    durationSeconds: NUMBER,
    stopped: { type: ['object', 'null'] },
    diagnostics: listOf({ type: 'object' }),
    graph: listOf(object({ taskId: TEXT, kind: TEXT, group: TEXT_OR_NULL, upstream: listOf(TEXT), role: TEXT })),
    record: RECORD,
    tries: listOf(object({ taskId: TEXT, mapIndex: NUMBER, tryNumber: NUMBER, startedAt: NUMBER, state: TEXT })),
    callbacks: object({ owed: listOf(TEXT), done: listOf(TEXT) }),
    warnings: listOf(FAILURE),
    blocked: listOf(object({ name: TEXT, why: TEXT }))
  })
}
