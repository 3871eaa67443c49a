import { type ConfigNode, isOpen, memberOf } from '../core/config/node.ts'
import type { Position } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import { parseConfigFile, type TextFile } from '../core/yaml.ts'
import type { FilterName } from '../model/explain.ts'
import { expandTree } from './expand.ts'

/** One pattern of a list. */
export interface PatternPlace {
  /** With its variables, as in the file. */
  readonly written: string
  readonly at: Position
}

/** Where a filter of `source.config` is, and where its patterns are. */
export interface FilterPlace {
  readonly at: Position
  readonly allow: readonly PatternPlace[]
  readonly deny: readonly PatternPlace[]
  /** What names variables that are not set: nothing can be said of names while there is any. */
  readonly open: readonly PatternPlace[]
}

/** The places of a filter in a recipe that is known to be valid; null: the recipe does not have it. */
export function filterPlace({ file, text }: TextFile, filter: FilterName, env: Environment): FilterPlace | null {
  const document = parseConfigFile({ file, text })
  if (!document.ok || document.value.root?.kind !== 'map') return null
  const { root } = expandTree(document.value.root, { file, env, mayBeOpen: () => true, values: new Map() })
  const node = memberOf(memberOf(memberOf(root, 'source'), 'config'), filter)
  if (node === undefined) return null
  return {
    at: node.at,
    allow: patternsOf(memberOf(node, 'allow')),
    deny: patternsOf(memberOf(node, 'deny')),
    open: scalarsIn(node).filter(isOpen).flatMap(placesOf)
  }
}

const patternsOf = (node: ConfigNode | undefined): readonly PatternPlace[] =>
  node?.kind === 'list' ? node.items.flatMap(placesOf) : []

const placesOf = (node: ConfigNode): readonly PatternPlace[] =>
  node.kind === 'scalar' ? [{ written: node.written ?? String(node.value), at: node.at }] : []

function scalarsIn(node: ConfigNode): readonly ConfigNode[] {
  if (node.kind === 'map') return node.entries.flatMap(({ value }) => scalarsIn(value))
  return node.kind === 'list' ? node.items.flatMap(scalarsIn) : [node]
}
