import { type ConfigNode, type ConfigScalar, isOpen, memberOf } from '../core/config/node.ts'
import type { Position } from '../core/diagnostic.ts'
import { parseConfigFile } from '../core/yaml.ts'
import { expandTree } from './expand.ts'
import type { RecipeText } from './parse.ts'

/** The name that a recipe's state is kept under, and the server that keeps it. */
export interface PipelineName {
  readonly file: string
  readonly at: Position
  /** Two recipes with the same one share their state. Not to be shown: it may come from variables. */
  readonly identity: string
}

/** The pipeline_name of a recipe, which need not be a good one; null: it has none. */
export function pipelineNameOf({ file, text, env }: Pick<RecipeText, 'file' | 'text' | 'env'>): PipelineName | null {
  if (!text.includes('pipeline_name')) return null
  const document = parseConfigFile({ file, text })
  if (!document.ok || document.value.root?.kind !== 'map') return null
  const { root } = expandTree(document.value.root, { file, env, mayBeOpen: () => true, values: new Map() })
  const name = memberOf(root, 'pipeline_name')
  if (name?.kind !== 'scalar' || name.type !== 'string' || name.value === '') return null
  return { file, at: name.at, identity: JSON.stringify([textOf(name), ...placesOf(root)]) }
}

/** Where state is kept: the provider's own place, else `datahub_api`, else the sink. */
function placesOf(root: ConfigNode): readonly (string | null)[] {
  const provider = memberOf(
    memberOf(memberOf(memberOf(root, 'source'), 'config'), 'stateful_ingestion'),
    'state_provider'
  )
  const kept = memberOf(provider, 'config')
  const servers = [
    memberOf(memberOf(kept, 'datahub_api'), 'server'),
    memberOf(memberOf(root, 'datahub_api'), 'server'),
    memberOf(memberOf(memberOf(root, 'sink'), 'config'), 'server')
  ]
  const server = servers.find((node) => node?.kind === 'scalar')
  const file = memberOf(kept, 'filename')
  return [file, server].map((node) => (node?.kind === 'scalar' ? textOf(node).replace(/\/+$/, '') : null))
}

/** What is not known here is the same when it is written the same. */
const textOf = (node: ConfigScalar): string => String(isOpen(node) ? (node.written ?? node.value) : node.value)
