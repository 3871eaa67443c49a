import { AppError } from '../../core/errors.ts'
import { quoted } from '../../core/quote.ts'
import { suggest } from '../../core/suggest.ts'
import { DAG_FILE_SCHEMA } from '../../dag/file/schema.ts'
import type { DescribedOption, DescribeResult } from '../../model/describe.ts'
import { recipeSchema } from '../../recipe/schema.ts'
import { ANY_NAME, type OptionNode, optionTree } from './tree.ts'

/** Tells of options by their paths, or by the ends of them (model/request.ts App). */
export function describeOptions(paths: readonly string[]): DescribeResult {
  const recipe = optionTree(recipeSchema(), { name: 'recipe', path: [], required: false })
  const dag = optionTree(DAG_FILE_SCHEMA, { name: 'dag', path: ['dag'], required: false })
  const all = [recipe, ...below(recipe), dag, ...below(dag)]
  const asked = paths.length === 0 ? ['recipe'] : paths
  const found = asked.flatMap((path) => nodesAt(path, all))
  return { options: [...new Set(found)].map(describedOption) }
}

const below = ({ children }: OptionNode): readonly OptionNode[] => children.flatMap((child) => [child, ...below(child)])

/**
 * The node of a path, or all those whose paths end in it; keys on the way may be left out.
 * @throws AppError when there is none.
 */
function nodesAt(path: string, all: readonly OptionNode[]): readonly OptionNode[] {
  const keys = path.split('.')
  const exact = all.find((node) => pathOf(node) === path)
  if (exact !== undefined) return [exact]
  const plain = all.filter((node) => leadsTo(keys, node.path))
  if (plain.length > 0) return plain
  const named = all.filter((node) => leadsTo(keys, node.path, ANY_NAME))
  if (named.length > 0) return named
  const names = [...new Set(all.map(({ name }) => name))].filter((name) => name !== ANY_NAME)
  const near = suggest(path, all.map(pathOf)) ?? suggest(keys.at(-1) ?? '', names)
  const cure = near === null ? "'datahub-glue describe' lists what a recipe holds" : `did you mean '${near}'?`
  throw new AppError(`There is no option ${quoted(path)}`, { kind: 'input', code: 'unknown-option', cure })
}

/** Whether the keys are among those of the path, in their order, and the last is the path's last. `any` is any key. */
function leadsTo(keys: readonly string[], path: readonly string[], any?: string): boolean {
  if (path.at(-1) !== keys.at(-1)) return false
  let at = 0
  for (const part of path) if (at < keys.length && (keys[at] === part || part === any)) at += 1
  return at === keys.length
}

const pathOf = ({ name, path }: OptionNode): string => (path.length === 0 ? name : path.join('.'))

/** What a type holds is shown with the type: its `config` alone is not worth a line. */
function describedOption(node: OptionNode): DescribedOption {
  const { schema, required } = node
  const members = insideOf(node).map((child) => ({
    name: child.name,
    schema: child.schema,
    required: child.required,
    holds: insideOf(child).map(({ name }) => name)
  }))
  return { path: pathOf(node), schema, required, members }
}

function insideOf({ children }: OptionNode): readonly OptionNode[] {
  const [only, ...others] = children
  return only?.name === 'config' && others.length === 0 ? insideOf(only) : children
}
