import type { JsonObject } from '../../core/json.ts'
import type { Merging } from '../../model/transformers.ts'
import { listOf, member, textsOf } from './associations.ts'
import { partsOf } from './dataset-name.ts'
import { heldAspect, type TransformDeps, type Transformer } from './transformer.ts'

type Legacy = Merging & { readonly templates: readonly string[] }

/** set_dataset_browse_path: the old kind of paths, from templates with PLATFORM, DATASET_PARTS and ENV. */
export function setLegacyBrowsePath(options: Legacy, deps: TransformDeps): Transformer {
  return {
    entityTypes: new Set(['dataset']),
    aspectName: 'browsePaths',
    transform: async ({ urn }, aspect) => {
      const made = options.templates.map((template) => filled(template, urn))
      const paths = [...(options.replaceExisting ? [] : textsOf(aspect, 'paths')), ...made]
      if (paths.length === 0) return { aspect: null }
      const held = options.patch ? textsOf(await heldAspect(deps, urn, 'browsePaths'), 'paths') : []
      return { aspect: { paths: [...held, ...paths.filter((path) => !held.includes(path))] } }
    }
  }
}

function filled(template: string, urn: string): string {
  const { platform, name, env } = partsOf(urn) ?? { platform: '', name: '', env: '' }
  return template
    .replaceAll('PLATFORM', () => platform)
    .replaceAll('DATASET_PARTS', () => name.replaceAll('.', '/'))
    .replaceAll('ENV', () => env.toLowerCase())
}

type Path = Merging & { readonly path: readonly string[] }

/** set_browse_path: entries as written, or urns of the path that there is: `$container[0]`, `$container[*]`. */
export const setBrowsePath = (options: Path): Transformer => ({
  entityTypes: new Set(['dataset', 'dataJob', 'dataFlow', 'container']),
  aspectName: 'browsePathsV2',
  transform: async (_entity, aspect) => {
    const existing = listOf(aspect, 'path')
    const made = options.path.flatMap((entry) => nodesOf(entry.trim(), existing)).filter((node) => node.trim() !== '')
    const path = [...made.map(stepOf), ...(options.replaceExisting ? [] : existing)]
    return { aspect: path.length === 0 && aspect === null ? null : { path } }
  }
})

const stepOf = (node: string): JsonObject => ({ id: node, ...(node.startsWith('urn:') ? { urn: node } : {}) })

const VARIABLE = /^\$([a-zA-Z]+)\[([0-9*]+)\]$/

function nodesOf(entry: string, path: readonly JsonObject[]): readonly string[] {
  const [, entityType, index] = VARIABLE.exec(entry) ?? []
  if (entityType === undefined || index === undefined) return [entry]
  const urns = path.map((step) => member(step, 'urn')).filter((urn) => typeOf(urn) === entityType)
  if (index === '*') return urns
  // Only an index written as a number is written is one: $container[01] names nothing.
  const urn = String(Number(index)) === index ? urns[Number(index)] : undefined
  return urn === undefined ? [] : [urn]
}

const typeOf = (urn: string): string => urn.split(':')[2] ?? ''
