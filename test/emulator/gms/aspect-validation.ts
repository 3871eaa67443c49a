import { type MetadataModel, type ModelType, metadataModel } from './model.ts'

/**
 * What GMS would say is wrong with an aspect's content, one line a finding; empty when it is valid.
 * As GMS's RecordTemplateValidator: required fields must be there, unknown fields and wrong types are refused.
 */
export function validateAspect(aspectName: string, value: unknown): readonly string[] {
  const model = metadataModel()
  const aspect = model.aspects[aspectName]
  if (aspect === undefined) return [`ERROR :: / :: unknown aspect ${aspectName}`]
  const findings: string[] = []
  check({ model, findings }, aspect.type, value, '')
  return findings
}

interface Run {
  readonly model: MetadataModel
  readonly findings: string[]
}

function check(run: Run, type: ModelType, value: unknown, path: string): void {
  if (typeof type === 'string') checkNamed(run, type, value, path)
  else if (isUnion(type)) checkUnion(run, type, value, path)
  else if ('array' in type) checkArray(run, type.array, value, path)
  else checkMap(run, type.map, value, path)
}

function isUnion(type: ModelType): type is readonly ModelType[] {
  return Array.isArray(type)
}

const PRIMITIVES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  bytes: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  int: (value) => Number.isInteger(value),
  long: (value) => Number.isInteger(value),
  float: (value) => typeof value === 'number',
  double: (value) => typeof value === 'number'
}

function checkNamed(run: Run, name: string, value: unknown, path: string): void {
  const primitive = PRIMITIVES[name]
  if (primitive !== undefined) {
    if (!primitive(value)) fail(run, path, `${describe(value)} cannot be coerced to ${name}`)
    return
  }
  const named = run.model.types[name]
  if (named === undefined) return
  if ('enum' in named) {
    if (!named.enum.includes(String(value))) fail(run, path, `"${String(value)}" is not an enum symbol`)
  } else checkRecord(run, named.record, value, path)
}

function checkRecord(run: Run, fields: Readonly<Record<string, ModelType>>, value: unknown, path: string): void {
  if (!isObject(value)) {
    fail(run, path, `${describe(value)} is not a record`)
    return
  }
  if ('fieldDiscriminator?' in fields || 'fieldDiscriminator' in fields) return
  for (const [written, type] of Object.entries(fields)) {
    const optional = written.endsWith('?')
    const name = optional ? written.slice(0, -1) : written
    const member = value[name]
    if (member === undefined) {
      if (!optional) fail(run, `${path}/${name}`, 'field is required but not found and has no default value')
    } else check(run, optional ? withoutNull(type) : type, member, `${path}/${name}`)
  }
  for (const name of Object.keys(value)) {
    if (!(name in fields) && !(`${name}?` in fields)) {
      fail(run, `${path}/${name}`, 'unrecognized field found but not allowed')
    }
  }
}

function withoutNull(type: ModelType): ModelType {
  if (!isUnion(type)) return type
  const members = type.filter((member) => member !== 'null')
  return members.length === 1 && members[0] !== undefined ? members[0] : members
}

/** A union's value names its member: `{"com.linkedin.schema.StringType": {}}`. */
function checkUnion(run: Run, members: readonly ModelType[], value: unknown, path: string): void {
  const entries = isObject(value) ? Object.entries(value) : []
  const [entry] = entries
  const member = members.find((candidate) => nameOf(candidate) === entry?.[0])
  if (entries.length !== 1 || entry === undefined || member === undefined) {
    fail(run, path, `${describe(value)} is not a member type of union`)
    return
  }
  check(run, member, entry[1], `${path}/${entry[0]}`)
}

function nameOf(type: ModelType): string {
  if (typeof type === 'string') return type
  if (isUnion(type)) return 'union'
  return 'array' in type ? 'array' : 'map'
}

function checkArray(run: Run, items: ModelType, value: unknown, path: string): void {
  if (!Array.isArray(value)) fail(run, path, `${describe(value)} is not an array`)
  else for (const [index, item] of value.entries()) check(run, items, item, `${path}/${index}`)
}

function checkMap(run: Run, values: ModelType, value: unknown, path: string): void {
  if (!isObject(value)) fail(run, path, `${describe(value)} is not a map`)
  else for (const [key, item] of Object.entries(value)) check(run, values, item, `${path}/${key}`)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describe(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 80)
}

function fail(run: Run, path: string, what: string): void {
  run.findings.push(`ERROR :: ${path === '' ? '/' : path} :: ${what}`)
}
