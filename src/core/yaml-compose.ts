import { isAlias, isMap, isScalar, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Diagnostic, Position, Severity } from './diagnostic.ts'
import { quotedKey } from './quote.ts'
import { keyIdentity, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from './yaml-node.ts'
import type { RawText } from './yaml-read.ts'
import { resolvePlain, resolveTagged } from './yaml-scalar.ts'

const MAX_DEPTH = 100
/** Nodes, every alias counted as often as it is used: enough for any recipe, far from what an alias bomb unfolds to. */
const MAX_NODES = 100_000
const MERGE_TAG = 'tag:yaml.org,2002:merge'
const MAP_TAG = 'tag:yaml.org,2002:map'
const LIST_TAG = 'tag:yaml.org,2002:seq'

/** An anchor's node and how many nodes it unfolds to; null while it is still being composed. */
type Anchored = { readonly node: YamlNode; readonly size: number } | null

/** Resolves types, merge keys and aliases of a parsed text as PyYAML's safe_load does (composer.py, constructor.py). */
export class YamlComposer {
  readonly diagnostics: Diagnostic[] = []
  readonly #file: string
  readonly #text: string
  readonly #positionOf: (offset: number) => Position
  readonly #anchors = new Map<string, Anchored>()
  #nodes = 0
  /** How many [ ] and { } are open. */
  #flow = 0

  constructor(file: string, { text, positionOf }: Pick<RawText, 'text' | 'positionOf'>) {
    this.#file = file
    this.#text = text
    this.#positionOf = positionOf
  }

  /** The node that `raw` stands for. Where it is faulty, a null stands in and `diagnostics` says why. */
  compose(raw: ParsedNode, depth = 0): YamlNode {
    const at = this.#positionOf(raw.range[0])
    const before = this.#nodes
    this.#nodes += 1
    if (depth > MAX_DEPTH) return this.#refuse(at, 'yaml-too-deep', 'the text is nested too deeply', 'nest it less')
    if (isAlias(raw)) return this.#aliased(raw.source, at)
    const anchor = raw.anchor
    if (anchor !== undefined) this.#open(anchor, at)
    const node = isScalar(raw) ? this.#scalar(raw, at) : this.#collection(raw, at, depth)
    if (anchor !== undefined) this.#anchors.set(anchor, { node, size: this.#nodes - before })
    return node
  }

  #aliased(name: string, at: Position): YamlNode {
    const target = this.#anchors.get(name)
    if (target === undefined) {
      const message = 'an alias (*name) that no anchor (&name) above it defines'
      return this.#refuse(at, 'yaml-syntax', message, 'put the value in quotes')
    }
    if (target === null) return this.#refuse(at, 'yaml-alias', 'an alias stands inside what it stands for', 'remove it')
    this.#nodes += target.size
    return target.node
  }

  #open(anchor: string, at: Position): void {
    if (this.#anchors.has(anchor)) this.#say(at, 'error', 'yaml-alias', 'an anchor defined twice', 'rename one of them')
    this.#anchors.set(anchor, null)
  }

  #scalar(raw: Scalar.Parsed, at: Position): YamlScalar {
    const fault = this.#refuseScalar(raw)
    if (fault !== null) return this.#refuse(at, 'yaml-syntax', fault.message, fault.cure)
    const plain = raw.type === undefined || raw.type === 'PLAIN'
    const tag = raw.tag === '!' ? undefined : raw.tag
    if (tag === undefined && !plain) return { kind: 'scalar', at, type: 'string', value: raw.source }
    const value = tag === undefined ? resolvePlain(raw.source) : resolveTagged(tag, raw.source)
    if (value.ok) return { kind: 'scalar', at, ...value.value }
    return this.#refuse(at, 'yaml-value', value.error, 'put the value in quotes to make it text')
  }

  /** What the yaml package lets pass and PyYAML refuses. */
  #refuseScalar(raw: Scalar.Parsed): { readonly message: string; readonly cure: string } | null {
    const written = this.#text.slice(raw.range[0], raw.range[1])
    if (raw.type === 'QUOTE_SINGLE' && !/^'(?:[^']|'')*'$/.test(written)) {
      return {
        message: 'a closing single quote is missing',
        cure: "end the value with one ' (a '' stands for a quote in it)"
      }
    }
    if (raw.type === 'PLAIN' && this.#flow > 0 && written.includes('?')) {
      return { message: "an unquoted '?' inside [ ] or { }", cure: 'put the value in single quotes' }
    }
    if (raw.type === 'PLAIN' && this.#flow > 0 && written.startsWith(':')) {
      return {
        message: "an unquoted ':' at the beginning of a value inside [ ] or { }",
        cure: 'put the value in single quotes'
      }
    }
    if (raw.type === 'PLAIN' && written.includes('\t')) {
      return { message: 'a tab inside an unquoted value', cure: 'use spaces, or put the value in quotes' }
    }
    return null
  }

  #collection(raw: YAMLMap.Parsed | YAMLSeq.Parsed, at: Position, depth: number): YamlNode {
    const expected = isMap(raw) ? MAP_TAG : LIST_TAG
    if (raw.tag !== undefined && raw.tag !== expected && raw.tag !== '!') {
      return this.#refuse(at, 'yaml-value', 'a tag that is not read here', 'remove the tag')
    }
    const flow = raw.flow === true ? 1 : 0
    this.#flow += flow
    const node: YamlNode = isMap(raw)
      ? this.#map(raw as YAMLMap.Parsed, at, depth)
      : { kind: 'list', at, items: raw.items.map((item) => this.#item(item as ParsedNode, at, depth)) }
    this.#flow -= flow
    return node
  }

  #item(raw: ParsedNode | null, at: Position, depth: number): YamlNode {
    if (this.#nodes > MAX_NODES) {
      return this.#refuse(at, 'yaml-too-large', 'aliases make the text too large', 'use fewer aliases')
    }
    return raw === null ? { kind: 'scalar', at, type: 'null', value: null } : this.compose(raw, depth + 1)
  }

  #map(raw: YAMLMap.Parsed, at: Position, depth: number): YamlMap {
    const merged: YamlEntry[] = []
    const own: YamlEntry[] = []
    for (const pair of raw.items) {
      const keyAt = this.#positionOf(pair.key.range[0])
      if (isMergeKey(pair.key)) {
        merged.push(...this.#merge(this.#item(pair.value, keyAt, depth)))
        continue
      }
      const key = this.#key(pair.key, keyAt, depth)
      own.push({ key, value: this.#item(pair.value, keyAt, depth) })
    }
    this.#warnOfDuplicates(own)
    return { kind: 'map', at, entries: lastOfEachKey([...merged, ...own]) }
  }

  #key(raw: ParsedNode, at: Position, depth: number): YamlScalar {
    if (isScalar(raw) && raw.tag === undefined && raw.type !== 'QUOTE_SINGLE' && raw.type !== 'QUOTE_DOUBLE') {
      if (raw.source === '=') return { kind: 'scalar', at, type: 'string', value: '=' }
      if (raw.source === '') return this.#refuse(at, 'yaml-syntax', "a key is missing before ':'", 'write the key')
    }
    const key = this.compose(raw, depth + 1)
    if (key.kind === 'scalar') return key
    return this.#refuse(at, 'yaml-value', 'a list or a mapping used as a key', 'put the key in quotes')
  }

  /** What `<<:` brings in. Of several mappings the first one wins, so the later ones come first. */
  #merge(value: YamlNode): readonly YamlEntry[] {
    if (value.kind === 'list') return [...value.items].reverse().flatMap((item) => this.#mergeOne(item))
    return this.#mergeOne(value)
  }

  #mergeOne(value: YamlNode): readonly YamlEntry[] {
    if (value.kind === 'map') return value.entries
    this.#say(
      value.at,
      'error',
      'yaml-value',
      "'<<' merges something that is no mapping",
      'merge an alias of a mapping'
    )
    return []
  }

  #warnOfDuplicates(own: readonly YamlEntry[]): void {
    const seen = new Map<string, YamlScalar>()
    for (const { key } of own) {
      const first = seen.get(keyIdentity(key))
      seen.set(keyIdentity(key), key)
      if (first === undefined) continue
      const message = `the key ${quotedKey(String(key.value))} appears twice; this one wins, the one in line ${first.at.line} is dropped`
      this.#say(key.at, 'warning', 'duplicate-key', message, 'remove one of them')
    }
  }

  #refuse(at: Position, code: string, message: string, cure: string): YamlScalar {
    this.#say(at, 'error', code, message, cure)
    return { kind: 'scalar', at, type: 'null', value: null }
  }

  #say(at: Position, severity: Severity, code: string, message: string, cure: string): void {
    this.diagnostics.push({ file: this.#file, ...at, severity, code, message, cure })
  }
}

function isMergeKey(key: ParsedNode): boolean {
  if (!isScalar(key)) return false
  if (key.tag !== undefined) return key.tag === MERGE_TAG
  return key.source === '<<' && (key.type === undefined || key.type === 'PLAIN')
}

/** As in a Python dict: of equal keys the last value, in the place of the first. */
function lastOfEachKey(entries: readonly YamlEntry[]): YamlEntry[] {
  const byKey = new Map<string, YamlEntry>()
  for (const entry of entries) byKey.set(keyIdentity(entry.key), entry)
  return [...byKey.values()]
}
