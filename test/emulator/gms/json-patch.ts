import type { Json } from '../../../src/core/json.ts'
import { GmsError } from './gms-error.ts'

/** One operation of a JSON patch (RFC 6902). */
export interface PatchOperation {
  readonly op: string
  readonly path: string
  readonly from?: string
  readonly value?: Json
}

type Mutable = { [key: string]: Json } | Json[]

/**
 * Applies `operations` to a copy of `document`. Unlike RFC 6902, and as GMS's templates make possible, an `add` creates
 * the objects on its way, and a `remove` of what is not there does nothing.
 */
export function applyPatch(document: Json, operations: readonly PatchOperation[]): Json {
  let root = structuredClone(document)
  for (const operation of operations) root = applyOne(root, operation)
  return root
}

function applyOne(root: Json, operation: PatchOperation): Json {
  const path = pointer(operation.path)
  switch (operation.op) {
    case 'add':
    case 'replace':
      return set(root, path, newValue(operation), operation.op === 'add')
    case 'remove':
      return unset(root, path)
    case 'move':
    case 'copy': {
      const from = pointer(operation.from ?? '')
      const value = structuredClone(get(root, from))
      if (value === undefined) throw new GmsError(400, `JSON patch: nothing at ${operation.from ?? ''}`)
      return set(operation.op === 'move' ? unset(root, from) : root, path, value, true)
    }
    case 'test':
      if (JSON.stringify(get(root, path)) !== JSON.stringify(operation.value)) {
        throw new GmsError(400, `JSON patch: test failed at ${operation.path}`)
      }
      return root
    default:
      throw new GmsError(400, `JSON patch: unknown operation ${operation.op}`)
  }
}

/** The reference tokens of a JSON pointer (RFC 6901). */
export function pointer(path: string): readonly string[] {
  if (path === '') return []
  if (!path.startsWith('/')) throw new GmsError(400, `JSON patch: ${path} is not a JSON pointer`)
  return path
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function newValue(operation: PatchOperation): Json {
  if (operation.value === undefined) throw new GmsError(400, `JSON patch: no value at ${operation.path}`)
  return structuredClone(operation.value)
}

function isContainer(value: Json | undefined): value is Mutable {
  return typeof value === 'object' && value !== null
}

function get(root: Json, path: readonly string[]): Json | undefined {
  let current: Json | undefined = root
  for (const token of path) {
    if (!isContainer(current)) return undefined
    current = Array.isArray(current) ? current[Number(token)] : current[token]
  }
  return current
}

function set(root: Json, path: readonly string[], value: Json, create: boolean): Json {
  const last = path.at(-1)
  if (last === undefined) return value
  const parent = parentOf(root, path.slice(0, -1), create)
  if (Array.isArray(parent)) {
    if (last === '-') parent.push(value)
    else parent.splice(Number(last), create ? 0 : 1, value)
  } else {
    if (!create && parent[last] === undefined) throw new GmsError(400, `JSON patch: nothing at /${path.join('/')}`)
    parent[last] = value
  }
  return root
}

function parentOf(root: Json, path: readonly string[], create: boolean): Mutable {
  let current: Json | undefined = root
  for (const token of path) {
    if (!isContainer(current)) throw new GmsError(400, `JSON patch: /${path.join('/')} is not a container`)
    if (Array.isArray(current)) current = current[Number(token)]
    else {
      if (current[token] === undefined && create) current[token] = {}
      current = current[token]
    }
  }
  if (!isContainer(current)) throw new GmsError(400, `JSON patch: nothing at /${path.join('/')}`)
  return current
}

function unset(root: Json, path: readonly string[]): Json {
  const last = path.at(-1)
  const parent = get(root, path.slice(0, -1))
  if (last === undefined || !isContainer(parent)) return root
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
  return root
}
