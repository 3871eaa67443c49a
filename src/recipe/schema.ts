import { optionsSchema } from '../core/config/option.ts'
import { isObject, type Json, type JsonObject } from '../core/json.ts'
import { GLUE_OPTIONS } from './options/glue.ts'
import { PIPELINE_OPTIONS, SINK_OPTIONS, SOURCE_OPTIONS } from './options/pipeline.ts'
import { SINKS } from './options/sink.ts'
import { typedSchema } from './options/typed-schema.ts'

/** What Python takes for nothing is an empty mapping in `sink.config`, as with the peer. */
const NOTHING: JsonObject = { anyOf: [{ enum: [null, false, 0, ''] }, { type: 'array', maxItems: 0 }] }

const MAPPING = 'a mapping of type and config'

/** A text with a variable in it: what it will be is not known to an editor. */
const VARIABLE: JsonObject = { type: 'string', pattern: String.raw`\$` }

/**
 * The JSON Schema of recipes, from the tables that read them. What no schema can say (patterns that do not compile, options
 * that exclude each other, urns) is told by `validate` alone.
 */
export function recipeSchema(): JsonObject {
  const { properties, ...rest } = optionsSchema(PIPELINE_OPTIONS)
  const { source, sink } = PIPELINE_OPTIONS
  const sinks = Object.fromEntries(Object.entries(SINKS).map(([name, table]) => [name, optionsSchema(table)]))
  const schema = {
    ...rest,
    required: ['source'],
    properties: {
      ...(properties as JsonObject),
      source: {
        ...typedSchema(SOURCE_OPTIONS, { glue: optionsSchema(GLUE_OPTIONS) }, { always: true }),
        title: MAPPING,
        description: source.doc
      },
      sink: {
        anyOf: [typedSchema(SINK_OPTIONS, sinks, { nothing: NOTHING }), { type: 'null' }],
        title: MAPPING,
        description: sink.doc
      }
    }
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A DataHub recipe for AWS Glue',
    ...withVariables(schema)
  }
}

/** The schema with `${NAME}` accepted for every value that a text can stand for. Mappings and lists are never variables. */
function withVariables(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).map(([word, value]) => [word, value === undefined ? value : inside(word, value)])
  )
}

/** Words of JSON Schema that hold schemas of values; `if` decides by what is written and stays as it is. */
function inside(word: string, value: Json): Json {
  switch (word) {
    case 'properties':
      return isSchema(value)
        ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, isSchema(one) ? valueSchema(one) : one]))
        : value
    case 'items':
    case 'additionalProperties':
      return isSchema(value) ? valueSchema(value) : value
    case 'anyOf':
    case 'allOf':
      return Array.isArray(value) ? value.map((one) => (isSchema(one) ? withVariables(one) : one)) : value
    case 'then':
      return isSchema(value) ? withVariables(value) : value
    default:
      return value
  }
}

function valueSchema(schema: JsonObject): JsonObject {
  const inner = withVariables(schema)
  if (!isRestrictedScalar(schema)) return inner
  if (Array.isArray(inner.anyOf)) return { ...inner, anyOf: [...inner.anyOf, VARIABLE] }
  const { title, description, default: fallback, deprecated, ...restrictions } = inner
  return { title, description, default: fallback, deprecated, anyOf: [restrictions, VARIABLE] }
}

/** Whether some text, but not every text, is a value by this schema, or a number or a boolean is. */
function isRestrictedScalar(schema: JsonObject): boolean {
  const all = branches(schema)
  return !all.some(takesAnyText) && all.some(isScalar)
}

/** The schemas of which one has to hold, taken apart as far as that goes. */
const branches = (schema: JsonObject): readonly JsonObject[] =>
  Array.isArray(schema.anyOf) ? schema.anyOf.flatMap((one) => (isSchema(one) ? branches(one) : [])) : [schema]

const takesAnyText = ({ type, pattern, enum: words, const: word }: JsonObject): boolean =>
  (type === undefined || type === 'string') && pattern === undefined && words === undefined && word === undefined

const isScalar = ({ type }: JsonObject): boolean => type !== 'object' && type !== 'array' && type !== 'null'

const isSchema = (value: Json | undefined): value is JsonObject => isObject(value)
