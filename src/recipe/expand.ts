import type { Diagnostic, Position } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import type { YamlNode, YamlScalar } from '../core/yaml-node.ts'
import { type ExpansionProblem, expandText, type Variables } from './expand-text.ts'
import type { RecipeNode, RecipeScalar } from './node.ts'

export interface ExpandOptions {
  readonly file: string
  readonly env: Environment
  /** A variable that is not set: an error, or a value that is not known here. */
  readonly unset: 'error' | 'open'
}

/** Fills in the variables of every string in the tree, and says where that cannot be done: all places at once. */
export function expandTree(
  root: YamlNode,
  options: ExpandOptions
): { readonly root: RecipeNode; readonly problems: readonly Diagnostic[] } {
  const tree = new Tree(options)
  return { root: tree.expand(root), problems: tree.problems }
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

  expand(node: YamlNode): RecipeNode {
    if (node.kind === 'list') return { ...node, items: node.items.map((item) => this.expand(item)) }
    if (node.kind === 'scalar') return this.#scalar(node)
    return { ...node, entries: node.entries.map(({ key, value }) => ({ key, value: this.expand(value) })) }
  }

  #scalar(node: YamlScalar): RecipeScalar {
    if (node.type !== 'string') return node
    const { value, problems } = expandText(node.value, this.#variables)
    const told = problems.filter(({ kind }) => kind === 'syntax' || this.#options.unset === 'error')
    for (const problem of told) this.problems.push(this.#diagnostic(problem, node.at, node.value))
    return problems.length === 0 ? { ...node, value } : { ...node, open: true }
  }

  #diagnostic(problem: ExpansionProblem, at: Position, text: string): Diagnostic {
    const place = { file: this.#options.file, ...at, severity: 'error' } as const
    if (problem.kind === 'syntax') {
      const cure = `write variables as \${NAME} or \${NAME:-default}, and a dollar sign itself as \\$`
      return { ...place, code: 'bad-variable', message: `'${text}' cannot be expanded: ${problem.message}`, cure }
    }
    const { name, message } = problem
    const said = message === null ? 'is not set' : `is not set: ${message}`
    const cure = `set it in the step's \`env:\` or in the env-file, or give it a default: \${${name}:-…}`
    return { ...place, code: 'missing-variable', message: `the variable ${name} ${said}`, cure }
  }
}
