import { isObject, type Json, type JsonObject } from '../../core/json.ts'
import { err, ok, type Result } from '../../core/result.ts'

/** A param: its default, if it has one, and its JSON Schema. */
export interface Param {
  readonly name: string
  /** undefined: it has to be given. */
  readonly fallback: Json | undefined
  readonly description: string
  readonly schema: JsonObject
}

/** The keywords of JSON Schema that are known here; any other is refused. */
export const SCHEMA_KEYWORDS: readonly string[] = [
  'type',
  'enum',
  'const',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'pattern',
  'items',
  'minItems',
  'maxItems',
  'title',
  'examples'
]

/** The params of a run: defaults under what was given, as Airflow merges them: values replace, unknown names are new. */
export function resolveParams(params: readonly Param[], given: JsonObject): Result<JsonObject, readonly string[]> {
  const faults: string[] = []
  const values: Record<string, Json> = Object.create(null) as Record<string, Json>
  for (const [name, value] of Object.entries(given)) if (value !== undefined) values[name] = value
  for (const { name, fallback, schema } of params) {
    // Given null is a value: it takes the default's place, as in Airflow.
    const value = Object.hasOwn(values, name) ? values[name] : fallback
    if (value === undefined) {
      faults.push(`param ${name}: no value is given`)
      continue
    }
    const typed = typeof value === 'string' ? fromText(value, schema) : value
    const fault = faultOf(typed, schema)
    if (fault !== null) faults.push(`param ${name}: ${fault}`)
    values[name] = typed
  }
  return faults.length > 0 ? err(faults) : ok(Object.fromEntries(Object.entries(values)))
}

/** `workflow_dispatch` gives everything as text: a text becomes what the schema asks for, where it can be read so. */
function fromText(value: string, { type }: JsonObject): Json {
  const types: readonly Json[] = Array.isArray(type) ? type : [type ?? 'string']
  if (types.includes('string')) return value
  try {
    const parsed: Json = JSON.parse(value)
    return types.some((one) => isOfType(parsed, one)) ? parsed : value
  } catch {
    return value
  }
}

function isOfType(value: Json, type: Json): boolean {
  if (type === 'null') return value === null
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  return typeof value === type
}

/** What the schema finds wrong, in a line; null when nothing. */
export function faultOf(value: Json, schema: JsonObject): string | null {
  const { type } = schema
  const types: readonly Json[] = Array.isArray(type) ? type : type === undefined ? [] : [type]
  if (types.length > 0 && !types.some((one) => isOfType(value, one)))
    return `${shown(value)} is not of type ${types.map(shown).join(' or ')}`
  if (Array.isArray(schema.enum) && !schema.enum.some((one) => same(one, value))) {
    return `${shown(value)} is not one of ${schema.enum.map(shown).join(', ')}`
  }
  if (schema.const !== undefined && !same(schema.const, value)) return `${shown(value)} is not ${shown(schema.const)}`
  if (typeof value === 'number') return limits(value, schema.minimum, schema.maximum, 'the number')
  if (typeof value === 'string') return textFault(value, schema)
  if (Array.isArray(value)) return listFault(value, schema)
  return null
}

function textFault(value: string, { minLength, maxLength, pattern }: JsonObject): string | null {
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value))
    return `${shown(value)} does not match ${pattern}`
  return limits([...value].length, minLength, maxLength, 'the length')
}

function listFault(value: readonly Json[], { items, minItems, maxItems }: JsonObject): string | null {
  if (isObject(items)) {
    for (const item of value) {
      const fault = faultOf(item, items)
      if (fault !== null) return fault
    }
  }
  return limits(value.length, minItems, maxItems, 'the number of items')
}

function limits(value: number, least: Json | undefined, most: Json | undefined, what: string): string | null {
  if (typeof least === 'number' && value < least) return `${what} is ${value}, less than ${least}`
  if (typeof most === 'number' && value > most) return `${what} is ${value}, more than ${most}`
  return null
}

const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b)
const shown = (value: Json): string => JSON.stringify(value).slice(0, 80)
