import { type ConfigMap, type ConfigNode, type ConfigScalar, keyText } from '../core/config/node.ts'
import type { Diagnostic, Position } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import { quoted } from '../core/quote.ts'
import { suggest } from '../core/suggest.ts'
import type { YamlMap, YamlNode, YamlScalar } from '../core/yaml-node.ts'
import { type ExpansionProblem, expandText, type Variables } from './expand-text.ts'
import { faultOfTarget, markReferences, marksIn, type Reference, withoutMarks } from './references.ts'

/** Values that see other variables than the rest. */
export interface LimitedVariables {
  readonly env: Environment
  applies(node: YamlScalar): boolean
}

export interface ExpandOptions {
  readonly file: string
  readonly env: Environment
  readonly limited?: LimitedVariables | undefined
  /** Whether a variable that is not set is a value that is not known here, and no error. */
  mayBeOpen(name: string): boolean
  /** The variables that there will be, where somebody says so. */
  readonly declared?: readonly string[] | undefined
  /** What references to AWS stand for, by their text, as far as it is known yet. */
  readonly values: ReadonlyMap<string, string>
}

/** Fills in the variables of every string in the tree, and says where that cannot be done: all places at once. */
export function expandTree(
  root: YamlMap,
  options: ExpandOptions
): { readonly root: ConfigMap; readonly problems: readonly Diagnostic[]; readonly references: readonly Reference[] } {
  const tree = new Tree(options)
  return { root: tree.map(root, []), problems: tree.problems, references: tree.references }
}

class Tree {
  readonly problems: Diagnostic[] = []
  /** Those whose value is not known yet. */
  readonly references: Reference[] = []
  readonly #options: ExpandOptions
  readonly #variables: Variables
  readonly #limited: Variables

  constructor(options: ExpandOptions) {
    this.#options = options
    this.#variables = variablesOf(options.env)
    this.#limited = variablesOf(options.limited?.env ?? {})
  }

  map(node: YamlMap, path: readonly string[]): ConfigMap {
    const entries = node.entries.map(({ key, value }) => ({ key, value: this.#node(value, [...path, keyText(key)]) }))
    return { ...node, entries }
  }

  #node(node: YamlNode, path: readonly string[]): ConfigNode {
    if (node.kind === 'map') return this.map(node, path)
    if (node.kind === 'list') return { ...node, items: node.items.map((item) => this.#node(item, path)) }
    return this.#scalar(node, path)
  }

  #scalar(node: YamlScalar, path: readonly string[]): ConfigScalar {
    if (node.type !== 'string') return node
    const variables = this.#options.limited?.applies(node) === true ? this.#limited : this.#variables
    const { marked, references, problems: inside } = markReferences(node.value, variables)
    const { value, names, problems: around } = expandText(marked, variables)
    const problems = [...inside, ...around]
    const told = problems.filter((problem) => problem.kind === 'syntax' || !this.#options.mayBeOpen(problem.lacking))
    for (const problem of told) this.problems.push(this.#diagnostic(problem, node.at))
    if (problems.length > 0) return { ...node, open: true, written: node.value }
    const used = marksIn(value).flatMap((index) => references[index] ?? [])
    const unknown = used.filter(({ text }) => !this.#options.values.has(text))
    for (const reference of unknown) this.#remember({ ...reference, at: node.at, path })
    if (unknown.length > 0) return { ...node, open: true, written: node.value }
    const filled = withoutMarks(value, (index) => this.#options.values.get(references[index]?.text ?? '') ?? '')
    return names.length === 0 && used.length === 0
      ? { ...node, value: filled }
      : { ...node, value: filled, written: node.value }
  }

  #remember(reference: Reference): void {
    const fault = faultOfTarget(reference.target)
    if (fault === null) return void this.references.push(reference)
    const place = { file: this.#options.file, ...reference.at, severity: 'error' } as const
    const message = `${quoted(reference.text)} ${fault.message}`
    this.problems.push({ ...place, code: 'bad-reference', message, cure: fault.cure })
  }

  #diagnostic(problem: ExpansionProblem, at: Position): Diagnostic {
    const place = { file: this.#options.file, ...at, severity: 'error' } as const
    if (problem.kind === 'syntax') {
      const cure = `write variables as \${NAME} or \${NAME:-default}, and a dollar sign itself as \\$`
      return { ...place, code: 'bad-variable', message: `this cannot be expanded: ${problem.message}`, cure }
    }
    const { name, message, indirect } = problem
    const said = message === null ? 'is not set' : `is not set: ${quoted(message)}`
    const near = suggest(name, this.#options.declared ?? [])
    const set = `set it in the step's \`env:\` or in the env-file, or give it a default: \${${name}:-…}`
    const cure = near === null ? set : `did you mean \${${near}}? Otherwise ${set}`
    const which = indirect ? `that ${name} names` : name
    return { ...place, code: 'missing-variable', message: `the variable ${which} ${said}`, cure }
  }
}

/** The variables that are set. */
export const variablesOf = (env: Environment): Variables =>
  new Map(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
