import { toJson } from '../../../core/config/node.ts'
import { asObject, type Json, type JsonObject } from '../../../core/json.ts'
import { parseYaml } from '../../../core/yaml.ts'
import type { GraphNode } from './record.ts'

/** The arguments of a node by name, each read as YAML, as the peer reads them; null when one cannot be read. */
export function argumentsOf({ Args = [] }: GraphNode): JsonObject | null {
  const read: [string, Json][] = []
  for (const { Name, Value } of Args) {
    if (typeof Name !== 'string') continue
    const parsed = parseYaml({ file: '', text: Value ?? '' })
    if (!parsed.ok) return null
    read.push([Name, parsed.value.root === null ? null : toJson(parsed.value.root)])
  }
  return Object.fromEntries(read)
}

/** A mapping among them; empty where there is none. */
export function mappingIn(holder: JsonObject, name: string): JsonObject {
  return asObject(holder[name]) ?? {}
}

/** A text among them that says something. */
export function textIn(holder: JsonObject, name: string): string | null {
  const value = holder[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** `connection_options.path`, or the first of `paths` (glue.py get_s3_uri). */
export function s3UriIn(args: JsonObject): string | null {
  const options = mappingIn(args, 'connection_options')
  const paths = options.paths
  const uri: unknown = options.path ?? (Array.isArray(paths) ? paths[0] : null)
  return typeof uri === 'string' ? uri : null
}
