import type { ConfigMap, ConfigNode, ConfigScalar } from '../core/config/node.ts'
import type { Diagnostic, Position } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import { quoted } from '../core/quote.ts'
import type { YamlMap, YamlNode, YamlScalar } from '../core/yaml-node.ts'
import { type ExpansionProblem, expandText, type Variables } from './expand-text.ts'

export interface ExpandOptions {
  readonly file: string
  readonly env: Environment
  /** Whether a variable that is not set is a value that is not known here, and no error. */
  mayBeOpen(name: string): boolean
}

/** Fills in the variables of every string in the tree, and says where that cannot be done: all places at once. */
export function expandTree(
  root: YamlMap,
  options: ExpandOptions
): { readonly root: ConfigMap; readonly problems: readonly Diagnostic[] } {
  const tree = new Tree(options)
  return { root: tree.map(root), problems: tree.problems }
}

class Tree {
  readonly problems: Diagnostic[] = []
  readonly #options: ExpandOptions
  readonly #variables: Variables

  constructor(options: ExpandOptions) {
    this.#options = options
    const set = Object.entries(options.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const]
    )
    this.#variables = new Map(set)
  }

  map(node: YamlMap): ConfigMap {
    return { ...node, entries: node.entries.map(({ key, value }) => ({ key, value: this.#node(value) })) }
  }

  #node(node: YamlNode): ConfigNode {
    if (node.kind === 'map') return this.map(node)
    if (node.kind === 'list') return { ...node, items: node.items.map((item) => this.#node(item)) }
    return this.#scalar(node)
  }

  #scalar(node: YamlScalar): ConfigScalar {
    if (node.type !== 'string') return node
    const { value, names, problems } = expandText(node.value, this.#variables)
    const told = problems.filter((problem) => problem.kind === 'syntax' || !this.#options.mayBeOpen(problem.name))
    for (const problem of told) this.problems.push(this.#diagnostic(problem, node.at))
    if (problems.length > 0) return { ...node, open: true, written: node.value }
    return names.length === 0 ? { ...node, value } : { ...node, value, written: node.value }
  }

  #diagnostic(problem: ExpansionProblem, at: Position): Diagnostic {
    const place = { file: this.#options.file, ...at, severity: 'error' } as const
    if (problem.kind === 'syntax') {
      const cure = `write variables as \${NAME} or \${NAME:-default}, and a dollar sign itself as \\$`
      return { ...place, code: 'bad-variable', message: `this cannot be expanded: ${problem.message}`, cure }
    }
    const { name, message, indirect } = problem
    const said = message === null ? 'is not set' : `is not set: ${quoted(message)}`
    const cure = `set it in the step's \`env:\` or in the env-file, or give it a default: \${${name}:-…}`
    const which = indirect ? `that ${name} names` : name
    return { ...place, code: 'missing-variable', message: `the variable ${which} ${said}`, cure }
  }
}
