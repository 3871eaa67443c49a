import type { Position } from './diagnostic.ts'

/** What a scalar says, by YAML 1.1's types as PyYAML's safe_load resolves them. */
export type YamlValue =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'integer'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'null'; readonly value: null }
  /** A date or a date with a time, as written. */
  | { readonly type: 'timestamp'; readonly value: string }
  /** Base64 text, as written. */
  | { readonly type: 'binary'; readonly value: string }

/** A single value, and where it begins. */
export type YamlScalar = YamlValue & { readonly kind: 'scalar'; readonly at: Position }

/** One `key: value` of a mapping. */
export interface YamlEntry {
  readonly key: YamlScalar
  readonly value: YamlNode
}

/** A mapping without repeated keys: of equal keys the last one is kept, merge keys are resolved. */
export interface YamlMap {
  readonly kind: 'map'
  readonly at: Position
  readonly entries: readonly YamlEntry[]
}

/** A sequence. */
export interface YamlList {
  readonly kind: 'list'
  readonly at: Position
  readonly items: readonly YamlNode[]
}

/** A node of a YAML or JSON text. An alias is the very node that its anchor names, never a copy. */
export type YamlNode = YamlScalar | YamlMap | YamlList

/**
 * What makes two keys the same key, as in a Python dict: 1, 1.0 and true are one key, 1 and '1' are two.
 */
export function keyIdentity(key: YamlValue): string {
  if (key.type === 'boolean') return `n${key.value ? 1 : 0}`
  if (key.type === 'integer') return `n${key.value}`
  if (key.type === 'float' && Number.isInteger(key.value)) return `n${BigInt(key.value)}`
  if (key.type === 'float') return `n${key.value}`
  return `${key.type} ${key.value}`
}
