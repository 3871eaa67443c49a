import { type Options, optionsSchema } from '../../core/config/option.ts'
import type { JsonObject } from '../../core/json.ts'

interface TypedRules {
  /** Whether other types than these are accepted; nothing is then said about their `config`. */
  readonly others?: boolean
  /** Whether `config` has to be there even where it need not hold anything. */
  readonly always?: boolean
  /** What `config` may be in place of a mapping that need not hold anything. */
  readonly nothing?: JsonObject
}

/**
 * The JSON Schema of a mapping whose `type` decides what its `config` holds: `configs` by type. Where a `config` has to
 * hold something, it has to be there.
 */
export function typedSchema(
  table: Options,
  configs: Readonly<Record<string, JsonObject>>,
  rules: TypedRules
): JsonObject {
  const { properties, ...rest } = optionsSchema(table)
  const members = properties as Readonly<Record<string, JsonObject>>
  const type = { ...members.type, ...(rules.others === true ? {} : { enum: Object.keys(configs) }) }
  const { title, description } = members.config ?? {}
  return {
    ...rest,
    properties: { ...members, type, config: { title, description } },
    allOf: Object.entries(configs).map(([name, schema]) => caseOf(name, schema, rules))
  }
}

function caseOf(name: string, schema: JsonObject, { always = false, nothing }: TypedRules): JsonObject {
  const mayBeNothing = nothing !== undefined && schema.required === undefined
  return {
    if: { properties: { type: { const: name } }, required: ['type'] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: {
      ...(always || schema.required !== undefined ? { required: ['config'] } : {}),
      properties: { config: mayBeNothing ? { anyOf: [schema, nothing] } : schema }
    }
  }
}
