import type { Json, JsonObject } from '../core/json.ts'

/** What report/schema.ts builds its definitions of. */
export interface SchemaParts {
  readonly object: (properties: Readonly<Record<string, Json>>, optional?: readonly string[]) => JsonObject
  readonly ref: (name: string) => JsonObject
  readonly list: (items: Json) => JsonObject
  readonly orNull: (schema: Json) => JsonObject
  readonly oneOf: (...values: readonly string[]) => JsonObject
  readonly described: (description: string, schema: JsonObject) => JsonObject
}

const TEXT: JsonObject = { type: 'string' }
const COUNT: JsonObject = { type: 'integer', minimum: 0 }
const FLAG: JsonObject = { type: 'boolean' }
const INSTANT: JsonObject = { type: 'string', format: 'date-time' }

/** The definitions of the report of `doctor` (model/doctor.ts), for the JSON Schema of report.json. */
export function doctorDefinitions(parts: SchemaParts): Readonly<Record<string, JsonObject>> {
  const { object, ref, list, orNull, oneOf, described } = parts
  return {
    check: object({
      id: described('stable; an IAM action, or kebab-case', TEXT),
      family: oneOf('recipe', 'identity', 'permissions', 'gms', 'clock', 'ingestion'),
      title: TEXT,
      status: oneOf('ok', 'failed', 'warning', 'not-tested'),
      found: described('what was found; of what was not tested the reason', TEXT),
      details: list(TEXT),
      cure: described('what to change and where', orNull(TEXT)),
      code: orNull(TEXT),
      isInput: described('what is wrong was written by the user', FLAG)
    }),
    glueWrite: described(
      'the run that wrote a dataset last',
      object({ at: INSTANT, urn: TEXT, runId: TEXT, pipelineName: orNull(TEXT) })
    ),
    ingester: object({
      kind: oneOf('ui', 'cli', 'unknown'),
      name: TEXT,
      source: described('the urn of its ingestion source', orNull(TEXT)),
      pipelineName: orNull(TEXT),
      schedule: described('when DataHub runs it by itself', orNull(object({ cron: TEXT, timezone: TEXT }))),
      runs: described(
        'newest first',
        list(object({ runId: TEXT, status: TEXT, startedAt: orNull(INSTANT), endedAt: orNull(INSTANT) }))
      ),
      wrote: orNull(ref('glueWrite')),
      isRecipe: described("whether this recipe's own runs are shown as it", FLAG)
    }),
    freshness: object({
      checkedAt: INSTANT,
      maxAgeSeconds: orNull(COUNT),
      looked: described('Glue datasets that were looked at', COUNT),
      isAll: described('there are no others', FLAG),
      newest: orNull(ref('glueWrite')),
      succeededAt: described('the end of the newest run that succeeded', orNull(INSTANT)),
      ageSeconds: described('since the newest of both', orNull(COUNT))
    }),
    diagnosis: object({
      recipe: orNull(TEXT),
      pipelineName: orNull(TEXT),
      server: orNull(TEXT),
      identity: orNull(ref('identity')),
      checks: list(ref('check')),
      ingesters: list(ref('ingester')),
      freshness: orNull(ref('freshness'))
    }),
    doctor: object({
      schema: { const: 1 },
      kind: { const: 'doctor' },
      tool: ref('tool'),
      status: ref('status'),
      exitCode: ref('exitCode'),
      startedAt: INSTANT,
      durationSeconds: { type: 'number', minimum: 0, description: 'seconds' },
      stopped: orNull(ref('stop')),
      counts: object({ ok: COUNT, failed: COUNT, warnings: COUNT, notTested: COUNT }),
      recipes: described('one for each recipe, in their order', list(ref('diagnosis')))
    })
  }
}
