import { type ConfigNode, isOpen, keyText, memberOf } from '../core/config/node.ts'
import type { Position } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import { parseConfigFile, type TextFile } from '../core/yaml.ts'
import { expandTree } from './expand.ts'

/** A text whose variables are not all known. */
export interface OpenText {
  /** The keys that lead to it from where it was looked for; what stands in a list has a number. */
  readonly path: readonly string[]
  /** With its variables, as in the file. */
  readonly written: string
  readonly at: Position
}

/** The node at a path of a file, variables filled in as far as they are known; undefined: there is none. */
export function expandedNode(
  { file, text }: TextFile,
  path: readonly string[],
  env: Environment
): ConfigNode | undefined {
  const document = parseConfigFile({ file, text })
  if (!document.ok || document.value.root?.kind !== 'map') return undefined
  const { root } = expandTree(document.value.root, { file, env, mayBeOpen: () => true, values: new Map() })
  return path.reduce<ConfigNode | undefined>(memberOf, root)
}

/** What names variables that are not set, or values that AWS keeps, below a path of a recipe. */
export function openTexts(file: TextFile, path: readonly string[], env: Environment): readonly OpenText[] {
  const node = expandedNode(file, path, env)
  return node === undefined ? [] : openIn(node, [])
}

function openIn(node: ConfigNode, path: readonly string[]): readonly OpenText[] {
  if (node.kind === 'map') return node.entries.flatMap(({ key, value }) => openIn(value, [...path, keyText(key)]))
  if (node.kind === 'list') return node.items.flatMap((item, index) => openIn(item, [...path, String(index)]))
  return isOpen(node) ? [{ path, written: node.written ?? String(node.value), at: node.at }] : []
}
