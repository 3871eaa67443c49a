import { err, ok, type Result } from '../../../core/result.ts'
import { pythonStr } from '../../../datahub/python-str.ts'
import { pythonInt, pythonStrip } from '../../../datahub/python-text.ts'
import type { Failure } from '../../../model/event.ts'
import type { GlueTable } from '../record.ts'
import { looksPrimitive } from './hive-parser.ts'
import { recordsOf, textOf, textsOf } from './record-values.ts'
import type { Column } from './schema-field.ts'

const PARTS = 'spark.sql.sources.schema.numParts'
const PART = 'spark.sql.sources.schema.part.'

/**
 * Whether Spark keeps the schema of this Delta table in its parameters, which leaves one column without meaning in the
 * descriptor (glue.py _is_delta_schema).
 */
export function isDeltaSchema(table: GlueTable): boolean {
  const parameters = textsOf(table.Parameters)
  const [column, ...others] = recordsOf(table.StorageDescriptor?.Columns)
  const standsIn = others.length === 0 && column?.Name === 'col' && column.Type === 'array<string>'
  return standsIn && parameters['spark.sql.sources.provider'] === 'delta' && (partsOf(parameters) ?? 1) > 0
}

/** How many parts the schema is kept in, as Python reads a number; null for any other text, which ends the peer's run. */
function partsOf(parameters: Readonly<Record<string, string>>): number | null {
  const text = pythonStrip(parameters[PARTS] ?? '0')
  const [, sign = '', digits] = /^([+-]?)(\p{Nd}+(?:_\p{Nd}+)*)$/u.exec(text) ?? []
  const count = digits === undefined ? null : pythonInt(digits.replaceAll('_', ''))
  return count === null ? null : Number(sign === '-' ? -count : count)
}

/** The columns that Spark wrote into the parameters, or why they cannot be read. */
export function deltaColumns(table: GlueTable): Result<readonly Column[], Failure> {
  const parameters = textsOf(table.Parameters)
  const parts = partsOf(parameters)
  if (parts === null) return err(UNREADABLE)
  try {
    const text = Array.from({ length: parts }, (_, i) => part(parameters, i)).join('')
    return ok(listed(member(parsePythonJson(text), 'fields'), 'fields').map(columnOf))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DeltaError || error instanceof RangeError) {
      return err(UNREADABLE)
    }
    throw error
  }
}

const UNREADABLE: Failure = {
  code: 'delta-schema-unreadable',
  message:
    'The schema that Spark wrote into the parameters of this Delta table cannot be read: it is shown without columns',
  cure: 'Write the table’s schema again with Spark, or set extract_delta_schema_from_parameters to false'
}

/** What Spark would not have written. */
class DeltaError extends Error {}

function part(parameters: Readonly<Record<string, string>>, index: number): string {
  const text = parameters[`${PART}${index}`]
  if (text === undefined) throw new DeltaError(`part ${index} is missing`)
  return text
}

function columnOf(field: unknown): Column {
  const type = hiveType(has(field, 'type') ? member(field, 'type') : 'unknown')
  return {
    name: nameOf(field, type),
    type,
    description: textOf(member(field, 'description')),
    nullable: truthy(has(field, 'nullable') ? member(field, 'nullable') : true)
  }
}

/** A name that is no text is put into the path as Python prints it, and breaks the types that need one. */
function nameOf(field: unknown, type: string): string {
  const name = member(field, 'name')
  if (typeof name === 'string') return name
  if (!has(field, 'name') || !looksPrimitive(type)) throw new DeltaError('a column has no name')
  return pythonStr(name)
}

/** A type in Spark's JSON as Hive writes it; maps become nothing, as with the peer (utilities/delta.py). */
function hiveType(type: unknown): string {
  if (typeof type === 'string') return type
  if (member(type, 'type') === 'array') return `array<${hiveType(member(type, 'elementType'))}>`
  if (member(type, 'type') !== 'struct') return ''
  const fields = listed(member(type, 'fields'), 'fields').map(
    (field) => `${pythonStr(member(field, 'name'))}:${hiveType(member(field, 'type'))}`
  )
  return `struct<${`${fields.join(',')}`.replace(/,+$/, '')}>`
}

function member(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) throw new DeltaError(`no ${name}`)
  return Reflect.get(holder, name)
}

const has = (holder: unknown, name: string): boolean => Object.hasOwn(Object(holder), name)

/** A list, or what Python goes through like an empty one. */
function listed(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  const isEmpty = value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  if (!isEmpty) throw new DeltaError(`${name} is no list`)
  return []
}

const STRING_OR_CONSTANT = /"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g

/** Python's json.loads takes NaN and Infinity for numbers; nothing here depends on which number it is. */
function parsePythonJson(text: string): unknown {
  return JSON.parse(text.replace(STRING_OR_CONSTANT, (token) => (token.startsWith('"') ? token : '1')))
}

/** As Python's bool() of what JSON holds. */
const truthy = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value)
