import type { ConfigNode } from '../../core/config/node.ts'
import type { ReadContext, Told } from '../../core/config/types.ts'
import { isObject, type Json, type JsonObject } from '../../core/json.ts'
import { suggest } from '../../core/suggest.ts'
import { faultOf, type Param, SCHEMA_KEYWORDS } from './params.ts'
import { nodeAt } from './task.ts'

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']

/** The params of a file; what is wrong with their schemas is told. */
export function paramsOf(
  values: Readonly<Record<string, Json>>,
  node: ConfigNode,
  context: ReadContext
): readonly Param[] {
  return Object.entries(values).map(([name, value]) => {
    if (!isSchema(value)) return { name, fallback: value, description: '', schema: {} }
    const { default: fallback, description, ...schema } = value
    const param = { name, fallback, description: typeof description === 'string' ? description : '', schema }
    const fault = schemaFault(schema, `params.${name}`) ?? defaultFault(param)
    if (fault !== null) context.tell(nodeAt(node, name).at, 'error', fault)
    return fault === null ? param : { ...param, schema: {} }
  })
}

/** A mapping is a param's description when it has a default or a type; any other mapping is a value. */
const isSchema = (value: Json): value is JsonObject => isObject(value) && ('default' in value || 'type' in value)

/** A schema that would not do what it says: a keyword that is not known, or a value that a keyword cannot have. */
function schemaFault(schema: JsonObject, where: string): Told | null {
  for (const [keyword, value] of Object.entries(schema)) {
    const fault = SCHEMA_KEYWORDS.includes(keyword) ? valueFault(keyword, value, where) : unknownFault(keyword, where)
    if (fault !== null) return fault
  }
  return isObject(schema.items) ? schemaFault(schema.items, `${where}.items`) : null
}

function unknownFault(keyword: string, where: string): Told {
  const near = suggest(keyword, SCHEMA_KEYWORDS)
  const cure = near === null ? `there are ${SCHEMA_KEYWORDS.join(', ')}` : `did you mean ${near}?`
  return { code: 'unknown-keyword', message: `${where} has the keyword ${keyword}, which is not known here`, cure }
}

/** What a keyword's value has to be. Those that are not listed may have any. */
const VALUES: Readonly<Record<string, readonly [what: string, fits: (value: Json | undefined) => boolean]>> = {
  minimum: ['a number', (value) => typeof value === 'number'],
  maximum: ['a number', (value) => typeof value === 'number'],
  minLength: ['a whole number from 0', isLength],
  maxLength: ['a whole number from 0', isLength],
  minItems: ['a whole number from 0', isLength],
  maxItems: ['a whole number from 0', isLength],
  enum: ['a list of values', (value) => Array.isArray(value) && value.length > 0],
  items: ['a schema', isObject]
}

function isLength(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function valueFault(keyword: string, value: Json | undefined, where: string): Told | null {
  const place = `${where}.${keyword}`
  if (keyword === 'type') return typeFault(value, place)
  if (keyword === 'pattern' && !(typeof value === 'string' && isPattern(value))) {
    return {
      code: 'bad-pattern',
      message: `${place} is no regular expression`,
      cure: "write one as JavaScript has it, in 'quotes'"
    }
  }
  const [what, fits] = VALUES[keyword] ?? ['', () => true]
  return fits(value)
    ? null
    : { code: 'bad-schema', message: `${place} is not ${what}`, cure: `give it ${what}, or remove it` }
}

function typeFault(value: Json | undefined, place: string): Told | null {
  const types: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value]
  const wrong = types.find((one) => typeof one !== 'string' || !TYPES.includes(one))
  if (wrong === undefined && types.length > 0) return null
  const near = typeof wrong === 'string' ? suggest(wrong, TYPES) : null
  const message = `${place} is not one of ${TYPES.join(', ')}`
  return { code: 'bad-schema', message, cure: near === null ? 'write one of them' : `did you mean ${near}?` }
}

function defaultFault({ name, fallback, schema }: Param): Told | null {
  const fault = fallback === undefined || fallback === null ? null : faultOf(fallback, schema)
  return fault === null
    ? null
    : {
        code: 'bad-default',
        message: `the default of params.${name}: ${fault}`,
        cure: 'change the default, or what the schema allows'
      }
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u').test('')
    return true
  } catch {
    return false
  }
}
