import type { JsonObject } from '../core/json.ts'
import { DAG_FILE_SCHEMA } from '../dag/file/schema.ts'
import { recipeSchema } from '../recipe/schema.ts'
import { DAG_RUN_SCHEMA } from '../report/dag-schema.ts'
import { PLAN_SCHEMA } from '../report/plan-schema.ts'
import { REPORT_SCHEMA } from '../report/schema.ts'

/** The JSON Schemas that the build writes to dist/schema, by file name. */
export const jsonSchemas = (): Readonly<Record<string, JsonObject>> => ({
  'report.schema.json': REPORT_SCHEMA,
  'plan.schema.json': PLAN_SCHEMA,
  'dag-run.schema.json': DAG_RUN_SCHEMA,
  'dag.schema.json': DAG_FILE_SCHEMA,
  'recipe.schema.json': recipeSchema()
})
