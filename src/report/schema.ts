import type { Json, JsonObject } from '../core/json.ts'
import { doctorDefinitions } from './doctor-schema.ts'

/** Objects whose every member is always there, but for the optional ones; nothing else is allowed in. */
export function object(properties: Readonly<Record<string, Json>>, optional: readonly string[] = []): JsonObject {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    properties
  }
}

export const ref = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` })
export const list = (items: Json): JsonObject => ({ type: 'array', items })
export const orNull = (schema: Json): JsonObject => ({ anyOf: [schema, { type: 'null' }] })
export const oneOf = (...values: readonly string[]): JsonObject => ({ type: 'string', enum: values })
export const described = (description: string, schema: JsonObject): JsonObject => ({ ...schema, description })

export const TEXT: JsonObject = { type: 'string' }
export const COUNT: JsonObject = { type: 'integer', minimum: 0 }
export const SECONDS: JsonObject = { type: 'number', minimum: 0, description: 'seconds' }
export const INSTANT: JsonObject = { type: 'string', format: 'date-time' }

const COUNTS = [
  'databases',
  'tables',
  'views',
  'filtered',
  'skipped',
  'produced',
  'written',
  'accepted',
  'unchanged',
  'rejected',
  'undelivered',
  'removed',
  'kept',
  'retried'
]

export const DEFINITIONS: Readonly<Record<string, JsonObject>> = {
  tool: object({ name: TEXT, version: TEXT }),
  status: oneOf('success', 'failure', 'cancelled'),
  exitCode: described('0 done; 1 something was lost or failed; 2 the input is wrong; 3 it could not begin', {
    type: 'integer',
    enum: [0, 1, 2, 3]
  }),
  counts: described(
    'written + accepted + unchanged + rejected + undelivered = produced',
    object(Object.fromEntries(COUNTS.map((name) => [name, COUNT])))
  ),
  stop: described(
    'why it did not come to its end',
    object({ kind: oneOf('input', 'cannot-begin', 'cancelled', 'defect'), code: TEXT, message: TEXT, cure: TEXT }, [
      'cure'
    ])
  ),
  identity: object({
    account: TEXT,
    arn: TEXT,
    region: TEXT,
    source: oneOf('github-oidc', 'default-chain', 'recipe-keys', 'recipe-profile'),
    roles: list(TEXT)
  }),
  sink: object({ type: TEXT, target: TEXT, version: orNull(TEXT) }),
  database: object({
    name: TEXT,
    tables: COUNT,
    views: COUNT,
    filtered: COUNT,
    skipped: COUNT,
    listing: oneOf('complete', 'incomplete', 'denied', 'empty')
  }),
  failures: described(
    'equal failures counted together, the most frequent first; count is exact, resources is a sample',
    list(object({ code: TEXT, message: TEXT, cure: TEXT, count: COUNT, resources: list(TEXT) }, ['cure']))
  ),
  filtered: described(
    'what a rule or a skip reason kept out; count is exact, names is a sample',
    list(
      object({ rule: TEXT, kind: oneOf('database', 'table', 'view'), message: TEXT, count: COUNT, names: list(TEXT) }, [
        'message'
      ])
    )
  ),
  retries: list(object({ service: TEXT, reason: TEXT, count: COUNT })),
  deadLetters: described(
    'what was rejected or not delivered, in the file-sink format; the command mcps sends it again',
    object({ path: TEXT, count: COUNT })
  ),
  changes: described(
    'what is otherwise than in the last run; breaking: a column is gone or of another type; tables is a sample',
    object({
      new: COUNT,
      changed: COUNT,
      breaking: COUNT,
      unread: COUNT,
      tables: list(
        object({
          urn: TEXT,
          kind: oneOf('new', 'changed'),
          added: list(TEXT),
          removed: list(TEXT),
          retyped: list(object({ column: TEXT, from: TEXT, to: TEXT }))
        })
      )
    })
  ),
  diagnostics: described(
    "what there is to say about the recipe's text, worst first",
    list(
      object(
        {
          file: TEXT,
          line: { type: 'integer', minimum: 1 },
          column: { type: 'integer', minimum: 1 },
          severity: oneOf('error', 'warning', 'notice'),
          code: TEXT,
          message: TEXT,
          cure: TEXT
        },
        ['cure']
      )
    )
  ),
  run: object({
    runId: TEXT,
    pipelineName: orNull(TEXT),
    recipe: TEXT,
    dryRun: { type: 'boolean' },
    status: ref('status'),
    exitCode: ref('exitCode'),
    startedAt: INSTANT,
    durationSeconds: SECONDS,
    identity: orNull(ref('identity')),
    sink: orNull(ref('sink')),
    stopped: orNull(ref('stop')),
    counts: ref('counts'),
    databases: list(ref('database')),
    filtered: ref('filtered'),
    changes: orNull(ref('changes')),
    removed: described('urns that were removed in DataHub; in a dry run: that would be', list(TEXT)),
    kept: ref('failures'),
    failures: ref('failures'),
    warnings: ref('failures'),
    notices: ref('failures'),
    retries: ref('retries'),
    deadLetters: orNull(ref('deadLetters')),
    diagnostics: ref('diagnostics')
  }),
  ingest: object({
    schema: { const: 1 },
    kind: { const: 'ingest' },
    tool: ref('tool'),
    status: ref('status'),
    exitCode: ref('exitCode'),
    dryRun: { type: 'boolean' },
    startedAt: INSTANT,
    durationSeconds: SECONDS,
    stopped: orNull(ref('stop')),
    counts: ref('counts'),
    recipes: described('one report for each recipe, in the order in which they were run', list(ref('run')))
  }),
  validate: object({
    schema: { const: 1 },
    kind: { const: 'validate' },
    tool: ref('tool'),
    status: ref('status'),
    exitCode: ref('exitCode'),
    stopped: orNull(ref('stop')),
    files: list(TEXT),
    dags: list(TEXT),
    diagnostics: ref('diagnostics')
  }),
  ...doctorDefinitions({ object, ref, list, orNull, oneOf, described })
}

/** The JSON Schema of report.json; the build writes it to dist/schema/report.schema.json. */
export const REPORT_SCHEMA: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'report.json of DataHub Glue Ingestion',
  oneOf: [ref('ingest'), ref('validate'), ref('doctor')],
  $defs: DEFINITIONS
}
