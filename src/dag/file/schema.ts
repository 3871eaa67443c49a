import { optionsSchema } from '../../core/config/option.ts'
import type { JsonObject } from '../../core/json.ts'
import { DAG_OPTIONS } from './options.ts'

/** The JSON Schema of DAG files, from the tables that read them. Names and the graph are beyond it: see parse.ts. */
export const DAG_FILE_SCHEMA: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A DAG of DataHub Glue recipes, commands and checks',
  ...optionsSchema(DAG_OPTIONS)
}
