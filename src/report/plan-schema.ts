import type { JsonObject } from '../core/json.ts'
import {
  DEFINITIONS as COMMON,
  COUNT,
  described,
  INSTANT,
  list,
  object,
  oneOf,
  orNull,
  ref,
  SECONDS,
  TEXT
} from './schema.ts'

/** Of what report.json has, too. */
const SHARED = ['tool', 'status', 'exitCode', 'stop', 'identity', 'failures', 'diagnostics'] as const

const FAULTS = ['input', 'cannot-begin', 'cancelled', 'defect', null]

const LISTINGS = oneOf('complete', 'incomplete', 'denied', 'empty')

const DEFINITIONS: Readonly<Record<string, JsonObject>> = {
  ...Object.fromEntries(SHARED.map((name) => [name, COMMON[name] ?? {}])),
  counts: described(
    'databases, tables and views that the edit lets in, makes otherwise, or leaves out',
    object({ toAdd: COUNT, toChange: COUNT, toRemove: COUNT })
  ),
  gap: described(
    'something that is not known, and why; fault: who has to act, null: nobody',
    object({ code: TEXT, message: TEXT, cure: TEXT, fault: { enum: FAULTS } }, ['cure'])
  ),
  option: described(
    'an option that base and head say otherwise, as JSON, as written; heldBack: why the edit is not planned',
    object({ path: TEXT, before: orNull(TEXT), after: orNull(TEXT), heldBack: orNull(TEXT) })
  ),
  columns: object({
    added: list(TEXT),
    removed: list(TEXT),
    retyped: list(object({ column: TEXT, from: TEXT, to: TEXT }))
  }),
  entity: object({
    name: TEXT,
    urn: TEXT,
    kind: oneOf('database', 'table', 'view'),
    change: oneOf('add', 'change', 'remove'),
    rule: described('what lets it in or keeps it out', orNull(TEXT)),
    aspects: list(TEXT),
    columns: orNull(ref('columns'))
  }),
  database: described(
    'counts are exact, entities is a sample',
    object({
      name: TEXT,
      change: oneOf('enters', 'leaves', 'changes', 'stays'),
      listing: LISTINGS,
      counts: ref('counts'),
      entities: list(ref('entity'))
    })
  ),
  held: described(
    'the next run compared with what DataHub holds: of its entities the first `asked`',
    object({ of: COUNT, asked: COUNT, toAdd: COUNT, toChange: COUNT, unchanged: COUNT })
  ),
  stale: described(
    'what stale removal would do at the next run; count is exact, removed is a sample',
    object({ count: COUNT, removed: list(TEXT), kept: ref('failures') })
  ),
  recipe: object({
    recipe: TEXT,
    pipelineName: orNull(TEXT),
    edit: oneOf('added', 'modified', 'removed', 'unchanged'),
    renamedFrom: orNull(TEXT),
    diagnostics: ref('diagnostics'),
    options: list(ref('option')),
    identity: orNull(ref('identity')),
    unread: described('why the catalogue was not read', orNull(ref('gap'))),
    counts: ref('counts'),
    databases: list(ref('database')),
    others: described('what is no database or table of the recipe, by entity type', {
      type: 'object',
      additionalProperties: ref('counts')
    }),
    aspects: described('aspect → how many entities it would be written otherwise for', {
      type: 'object',
      additionalProperties: COUNT
    }),
    held: orNull(ref('held')),
    unasked: described('why DataHub was not asked', orNull(ref('gap'))),
    stale: orNull(ref('stale')),
    failures: ref('failures'),
    warnings: ref('failures')
  })
}

/** The JSON Schema of plan.json; the build writes it to dist/schema/plan.schema.json. */
export const PLAN_SCHEMA: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'plan.json of DataHub Glue Ingestion',
  ...object({
    schema: { const: 1 },
    kind: { const: 'plan' },
    tool: ref('tool'),
    status: ref('status'),
    exitCode: ref('exitCode'),
    startedAt: INSTANT,
    durationSeconds: SECONDS,
    stopped: orNull(ref('stop')),
    base: described('the commit that the files were compared with', orNull(TEXT)),
    counts: ref('counts'),
    recipes: list(ref('recipe'))
  }),
  $defs: DEFINITIONS
}
