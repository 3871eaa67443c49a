import { type ConfigNode, memberOf } from '../core/config/node.ts'
import type { Position } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import type { TextFile } from '../core/yaml.ts'
import type { FilterName } from '../model/explain.ts'
import { expandedNode } from './open-texts.ts'

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
}

/** The places of a filter in a recipe that is known to be valid; null: the recipe does not have it. */
export function filterPlace(file: TextFile, filter: FilterName, env: Environment): FilterPlace | null {
  const node = expandedNode(file, ['source', 'config', filter], env)
  if (node === undefined) return null
  return { at: node.at, allow: patternsOf(memberOf(node, 'allow')), deny: patternsOf(memberOf(node, 'deny')) }
}

const patternsOf = (node: ConfigNode | undefined): readonly PatternPlace[] =>
  node?.kind === 'list'
    ? node.items.flatMap((item) =>
        item.kind === 'scalar' ? [{ written: item.written ?? String(item.value), at: item.at }] : []
      )
    : []
