import { isObject, type Json, type JsonObject } from '../../core/json.ts'

/** One thing that a file can hold, and what that holds: the JSON Schema as a tree of names. */
export interface OptionNode {
  readonly name: string
  /** From the file's top, this one last; the top itself has none. */
  readonly path: readonly string[]
  readonly schema: JsonObject
  readonly required: boolean
  readonly children: readonly OptionNode[]
}

/** Stands for a key that the user chooses. */
export const ANY_NAME = '<name>'

type Place = Pick<OptionNode, 'name' | 'path' | 'required'>

/** The tree of a schema. */
export function optionTree(schema: JsonObject, place: Place): OptionNode {
  return { ...place, schema, children: childrenOf(schema, place.path) }
}

/** Mappings, what may stand instead of them, what lists hold, and what keys of the user's own choice hold. */
function childrenOf(schema: JsonObject, path: readonly string[]): readonly OptionNode[] {
  const { properties, items, additionalProperties, anyOf } = schema
  const cases = casesOf(schema)
  const required = Array.isArray(schema.required) ? schema.required : []
  const own = Object.entries(isSchema(properties) ? properties : {}).flatMap(([name, value]) =>
    isSchema(value) && !(name === 'config' && cases.length > 0)
      ? [optionTree(value, { name, path: [...path, name], required: required.includes(name) })]
      : []
  )
  const free = isSchema(additionalProperties)
    ? optionTree(additionalProperties, { name: ANY_NAME, path: [...path, ANY_NAME], required: false })
    : null
  return onceEach([
    ...own,
    ...typed(cases, path),
    ...(free === null || free.children.length === 0 ? [] : [free]),
    ...(isSchema(items) ? childrenOf(items, path) : []),
    ...(Array.isArray(anyOf) ? anyOf.filter(isSchema).flatMap((one) => childrenOf(one, path)) : [])
  ])
}

/** One of something, and a list of it, hold the same. */
const onceEach = (nodes: readonly OptionNode[]): readonly OptionNode[] =>
  [...new Map([...nodes].reverse().map((node) => [node.name, node])).values()].reverse()

interface TypeCase {
  readonly type: string
  readonly config: JsonObject
  readonly required: boolean
}

/** `config` by `type` (recipe/options/typed-schema.ts). */
function casesOf({ allOf }: JsonObject): readonly TypeCase[] {
  const cases = Array.isArray(allOf) ? allOf.filter(isSchema) : []
  return cases.flatMap((one) => {
    const { if: condition, then } = one
    const type = memberOf(memberOf(memberOf(condition, 'properties'), 'type'), 'const')
    const config = memberOf(memberOf(then, 'properties'), 'config')
    const required = memberOf(then, 'required') !== undefined
    return typeof type === 'string' && isSchema(config) ? [{ type, config, required }] : []
  })
}

/** The one type that there is needs no name. */
function typed(cases: readonly TypeCase[], path: readonly string[]): readonly OptionNode[] {
  const configOf = ({ config, required }: TypeCase, around: readonly string[]): OptionNode =>
    optionTree(config, { name: 'config', path: [...around, 'config'], required })
  const [only, ...others] = cases
  if (only !== undefined && others.length === 0) return [configOf(only, path)]
  return cases.map((one) => {
    const inside = [...path, one.type]
    return { name: one.type, path: inside, schema: one.config, required: false, children: [configOf(one, inside)] }
  })
}

const memberOf = (value: Json | undefined, name: string): Json | undefined =>
  isSchema(value) ? value[name] : undefined

const isSchema = (value: Json | undefined): value is JsonObject => isObject(value)
