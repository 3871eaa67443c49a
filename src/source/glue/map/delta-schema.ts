import { err, ok, type Result } from '../../../core/result.ts'
import type { Failure } from '../../../model/event.ts'
import type { GlueTable } from '../record.ts'
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
  return standsIn && parameters['spark.sql.sources.provider'] === 'delta' && partsOf(parameters) > 0
}

/** How many parts the schema is kept in, as Python reads a number; the peer ends its run over any other text. */
function partsOf(parameters: Readonly<Record<string, string>>): number {
  const text = parameters[PARTS]?.trim() ?? '0'
  return /^[+-]?\d+(?:_\d+)*$/.test(text) ? Number(text.replaceAll('_', '')) : 0
}

/** The columns that Spark wrote into the parameters, or why they cannot be read. */
export function deltaColumns(table: GlueTable): Result<readonly Column[], Failure> {
  const parameters = textsOf(table.Parameters)
  try {
    const text = Array.from({ length: partsOf(parameters) }, (_, i) => part(parameters, i)).join('')
    return ok(listed(member(JSON.parse(text), 'fields'), 'fields').map(columnOf))
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
  const name = textOf(member(field, 'name'))
  if (name === undefined) throw new DeltaError('a column has no name')
  return {
    name,
    type: hiveType(has(field, 'type') ? member(field, 'type') : 'unknown'),
    description: textOf(member(field, 'description')),
    nullable: truthy(has(field, 'nullable') ? member(field, 'nullable') : true)
  }
}

/** A type in Spark's JSON as Hive writes it; maps become nothing, as with the peer (utilities/delta.py). */
function hiveType(type: unknown): string {
  if (typeof type === 'string') return type
  if (member(type, 'type') === 'array') return `array<${hiveType(member(type, 'elementType'))}>`
  if (member(type, 'type') !== 'struct') return ''
  const fields = listed(member(type, 'fields'), 'fields').map(
    (field) => `${pythonText(member(field, 'name'))}:${hiveType(member(field, 'type'))}`
  )
  return `struct<${`${fields.join(',')}`.replace(/,+$/, '')}>`
}

/** A name as Python formats it: one that is missing is `None`. */
const pythonText = (name: unknown): string => textOf(name) ?? 'None'

function member(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) throw new DeltaError(`no ${name}`)
  return Reflect.get(holder, name)
}

const has = (holder: unknown, name: string): boolean => Object.hasOwn(Object(holder), name)

function listed(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new DeltaError(`${name} is no list`)
  return value
}

/** As Python's bool() of what JSON holds. */
const truthy = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value)
