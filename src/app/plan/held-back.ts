import { keyText, toJson } from '../../core/config/node.ts'
import type { Environment } from '../../core/environment.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../../core/yaml-node.ts'
import { type OptionPath, valueChanges } from '../../recipe/diff.ts'
import { type LimitedVariables, variablesOf } from '../../recipe/expand.ts'
import { expandText } from '../../recipe/expand-text.ts'
import { markReferences } from '../../recipe/references.ts'
import { hasSecretName } from '../../recipe/secrets.ts'

/** What a pull request's edit may rely on. */
export interface Trusted {
  /** The base branch's recipe; null: this one is new. */
  readonly base: YamlMap | null
  /** All variables. */
  readonly env: Environment
  /** Variables that the pull request's own files say: nothing of them is secret. */
  readonly ownEnv: Environment
  /** What the inputs say, as a recipe may repeat it: texts by option, such as `sink.config.server`. */
  readonly inputs: Readonly<Record<string, readonly string[]>>
}

/** A recipe in which the edit decides nothing that it may not. */
export interface HeldRecipe {
  readonly root: YamlMap
  readonly limited: LimitedVariables
  /** Why what the edit says at a path is not planned; null: it is. */
  readonly reasonAt: (path: OptionPath) => string | null
}

/**
 * Holds back what a pull request's edit may not decide. Servers, tokens, roles, keys, endpoints and files come from the base
 * branch's recipe, or for a new recipe from the inputs. Variables and references that the base branch's recipe does not name
 * apart from these have no value: a name in a plan would tell it to everybody.
 */
export function heldBack(head: YamlMap, trusted: Trusted): HeldRecipe {
  const holding = new Holding(trusted)
  const root = holding.map(head, trusted.base ?? undefined, [])
  const reasonAt = (path: OptionPath): string | null => {
    if (!isConnection(path)) return holding.reasonAt(path)
    return trusted.base === null && repeats(head, path, trusted.inputs) ? null : CONNECTION
  }
  return { root, limited: holding.limited, reasonAt }
}

const CONNECTION =
  'on a pull request, where and as whom to read comes from the inputs or the base branch, not from the edit'

/** Whether an option says to whom requests go, as whom, through what, and by which files. */
function isConnection([top, config, name, inner]: OptionPath): boolean {
  if (top === 'sink' || top === 'datahub_api') return true
  if (top !== 'source' || config !== 'config') return false
  return String(name).startsWith('aws_') || (name === 'stateful_ingestion' && inner === 'state_provider')
}

/** Whether a new recipe says at a path what the inputs say anyway. */
function repeats(head: YamlMap, path: OptionPath, inputs: Trusted['inputs']): boolean {
  const node = path.reduce<YamlNode | undefined>((at, part) => memberAt(at, part), head)
  return node?.kind === 'scalar' && (inputs[path.join('.')] ?? []).includes(String(node.value))
}

const memberAt = (node: YamlNode | undefined, part: string | number): YamlNode | undefined =>
  node?.kind === 'list' ? node.items[Number(part)] : valueIn(node, String(part))

const valueIn = (node: YamlNode | undefined, key: string): YamlNode | undefined =>
  node?.kind === 'map' ? node.entries.find((entry) => keyText(entry.key) === key)?.value : undefined

/** Variables whose values are no secret wherever they stand. */
const HARMLESS = ['AWS_REGION', 'AWS_DEFAULT_REGION']

class Holding {
  readonly limited: LimitedVariables
  readonly #reasons = new Map<string, string>()

  constructor({ base, env, ownEnv }: Trusted) {
    const scalars = base === null ? [] : [...scalarsIn(base, [])]
    const fromBase = new Set(scalars.map(({ node }) => node))
    const open = scalars.filter(({ path }) => !isConnection(path) && !path.some((part) => hasSecretName(String(part))))
    const named = new Set([...HARMLESS, ...open.flatMap(({ node }) => namesIn(node))])
    const known = Object.fromEntries(Object.entries(env).filter(([name]) => named.has(name)))
    this.limited = { env: { ...ownEnv, ...known }, applies: (node) => !fromBase.has(node) }
  }

  map(head: YamlMap, base: YamlNode | undefined, path: OptionPath): YamlMap {
    const edited = head.entries.flatMap(({ key, value }): readonly YamlEntry[] => {
      const kept = this.#value(value, valueIn(base, keyText(key)), [...path, keyText(key)])
      return kept === undefined ? [] : [{ key, value: kept }]
    })
    const others = base?.kind === 'map' ? base.entries : []
    const takenAway = others.filter(
      ({ key }) => isConnection([...path, keyText(key)]) && valueIn(head, keyText(key)) === undefined
    )
    return { ...head, entries: [...edited, ...takenAway] }
  }

  reasonAt(path: OptionPath): string | null {
    const lengths = path.map((_, index) => path.length - index)
    const known = lengths.map((length) => this.#reasons.get(keyOf(path.slice(0, length))))
    return known.find((reason) => reason !== undefined) ?? null
  }

  /** What is read in place of a value; undefined: nothing. */
  #value(head: YamlNode, base: YamlNode | undefined, path: OptionPath): YamlNode | undefined {
    if (isConnection(path)) return base
    if (base !== undefined && valueChanges(toJson(base), toJson(head)).length === 0) return base
    if (head.kind === 'map') return this.map(head, base, path)
    const unknown = [...scalarsIn(head, path)].map(({ node }) => this.#unknownIn(node)).find((one) => one !== null)
    if (unknown === undefined) return head
    this.#reasons.set(keyOf(path), `${unknown} ${NOT_NAMED}`)
    return base
  }

  /** The variable or reference in a text that has no value here; null: none. */
  #unknownIn(node: YamlScalar): string | null {
    if (node.type !== 'string' || !node.value.includes('$')) return null
    const variables = variablesOf(this.limited.env)
    const { marked, references, problems: inside } = markReferences(node.value, variables)
    const { names, problems: around } = expandText(marked, variables)
    const [problem] = [...inside, ...around]
    if (problem?.kind === 'unset') return `\${${problem.name}}`
    if (problem !== undefined) return 'what is written there'
    // A text that only begins with a variable stays as it is when that is not set.
    const bare = /^\$\w+/u.exec(node.value)?.[0]
    return references[0]?.text ?? (bare !== undefined && names.length === 0 ? bare : null)
  }
}

const NOT_NAMED =
  "has no value on a pull request: the base branch's recipe does not name it, or only in a connection or a secret"

const keyOf = (path: OptionPath): string => JSON.stringify(path)

function namesIn(node: YamlScalar): readonly string[] {
  return node.type === 'string' && node.value.includes('$') ? expandText(node.value, new Map()).names : []
}

function* scalarsIn(
  node: YamlNode,
  path: OptionPath
): Generator<{ readonly node: YamlScalar; readonly path: OptionPath }> {
  if (node.kind === 'scalar') yield { node, path }
  else if (node.kind === 'list')
    for (const [index, item] of node.items.entries()) yield* scalarsIn(item, [...path, index])
  else for (const { key, value } of node.entries) yield* scalarsIn(value, [...path, keyText(key)])
}
