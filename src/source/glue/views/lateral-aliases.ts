import { isColumn, isTree, nameIn } from './tree.ts'

/**
 * Whether a query refers to an alias of the select list that it is in: `SELECT price * 2 AS twice, twice AS again`. Where
 * a table has a column of that name the column is meant, so that only the tables' columns tell which.
 */
export function usesLateralAlias(tree: unknown): boolean {
  if (Array.isArray(tree)) return tree.some(usesLateralAlias)
  if (!isTree(tree)) return false
  return isLateral(tree.expressions) || Object.values(tree).some(usesLateralAlias)
}

/** Whether one of the expressions names the alias of one before it. */
function isLateral(expressions: unknown): boolean {
  if (!Array.isArray(expressions)) return false
  const aliases = new Set<string>()
  return expressions.some((expression) => {
    if (aliases.size > 0 && namesOneOf(aliases, expression)) return true
    const alias = isTree(expression) && isTree(expression.alias) ? nameIn(expression.alias.alias) : null
    if (alias !== null) aliases.add(alias.toLowerCase())
    return false
  })
}

/** Whether a column without a table has one of the names. */
function namesOneOf(names: ReadonlySet<string>, tree: unknown): boolean {
  if (Array.isArray(tree)) return tree.some((part) => namesOneOf(names, part))
  if (!isTree(tree)) return false
  const name = isColumn(tree) && tree.table === null ? nameIn(tree.name) : null
  return (name !== null && names.has(name.toLowerCase())) || Object.values(tree).some((part) => namesOneOf(names, part))
}
