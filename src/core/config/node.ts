import type { Json } from '../json.ts'
import { quoted } from '../quote.ts'
import type { YamlList, YamlMap, YamlNode, YamlScalar } from '../yaml-node.ts'

/** A scalar after its variables were filled in. */
export type ConfigScalar = YamlScalar & {
  /** It names a variable whose value is not known here: nothing can be said about it. */
  readonly open?: boolean
  /** The text with its variables, where it names some: what may be shown in place of the value. */
  readonly written?: string
}

export interface ConfigMap extends Omit<YamlMap, 'entries'> {
  readonly entries: readonly { readonly key: YamlScalar; readonly value: ConfigNode }[]
}

export interface ConfigList extends Omit<YamlList, 'items'> {
  readonly items: readonly ConfigNode[]
}

/** The text of a configuration file as a tree with positions, variables filled in. */
export type ConfigNode = ConfigScalar | ConfigMap | ConfigList

/** Whether the value depends on a variable that is not known here: nothing can be said about it. */
export const isOpen = (node: ConfigNode): boolean => node.kind === 'scalar' && node.open === true

const REFERENCE = /\$\{?[!#]?(\w+)/g

/**
 * A value for messages. Of what came from variables only their names are shown, `${NAME}`: they may be secrets. A text
 * with space in it is not shown either: in a broken recipe anything may have come together.
 */
export function shown(node: ConfigScalar): string {
  if (node.written !== undefined) {
    const names = [...node.written.matchAll(REFERENCE)].map(([, name = '']) => `\${${name}}`)
    const isAll = names.length === 1 && names[0] === node.written
    return `'${isAll ? node.written : `…${names.join('…')}…`}'${node.value === '' ? ' (which is empty)' : ''}`
  }
  const text = String(node.value)
  return /\S\s+\S/.test(text) ? "'…'" : quoted(text)
}

/** The key of an entry as text; keys that are no strings are shown as they would be in Python. */
export const keyText = (key: YamlScalar): string => (key.type === 'null' ? 'None' : String(key.value))

/** The value of `name` in a mapping. */
export const entryOf = (map: ConfigMap, name: string): ConfigMap['entries'][number] | undefined =>
  map.entries.find(({ key }) => key.type === 'string' && key.value === name)

/** What a node holds under `name`; undefined when it is no mapping or has no such key. */
export const memberOf = (node: ConfigNode | undefined, name: string): ConfigNode | undefined =>
  node?.kind === 'map' ? entryOf(node, name)?.value : undefined

/** The node at the end of a path of keys. */
export const nodeAt = (root: ConfigNode, path: readonly string[]): ConfigNode | undefined =>
  path.reduce<ConfigNode | undefined>(memberOf, root)

/** Whether a value depends on what is not known while a file is only looked at. */
export function isLeftOpen(root: ConfigNode, path: readonly string[]): boolean {
  const node = nodeAt(root, path)
  return node !== undefined && isOpen(node)
}

/** The plain value of a node. Integers that a number cannot hold become text. */
export function toJson(node: YamlNode | ConfigNode): Json {
  if (node.kind === 'map') {
    return Object.fromEntries(node.entries.map(({ key, value }) => [keyText(key), toJson(value)]))
  }
  if (node.kind === 'list') return node.items.map(toJson)
  if (node.type !== 'integer') return node.value
  const number = Number(node.value)
  return Number.isSafeInteger(number) ? number : String(node.value)
}

/** What a node is, for messages: `a number`, `a list`. */
export function kindOf(node: ConfigNode): string {
  if (node.kind === 'map') return 'a mapping'
  if (node.kind === 'list') return 'a list'
  return SCALARS[node.type]
}

const SCALARS = {
  string: 'a string',
  boolean: 'a boolean',
  integer: 'a number',
  float: 'a number',
  null: 'empty',
  timestamp: 'a date',
  binary: 'binary data'
} as const
