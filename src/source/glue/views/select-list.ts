import { isColumn, isTree, nameIn, type Tree } from './tree.ts'

/*
 * The columns of a query as DataHub shows how they are computed: every name in quotes and with its table, as sqlglot
 * writes a query that it has qualified.
 */

/** An expression in the parser's tree. */
export type Expression = Tree

/** What a query's tree says of its columns: the expression of each. Null for a union, and for what is no query. */
export function selectList(statements: unknown): readonly Expression[] | null {
  const [statement] = Array.isArray(statements) ? statements : []
  const select: unknown = isTree(statement) ? statement.select : undefined
  const expressions: unknown = isTree(select) ? select.expressions : undefined
  return Array.isArray(expressions) && expressions.every(isTree) ? expressions : null
}

/** The expression with all names in quotes; columns without a table get `table`, where there is only one. */
export function quotedNames(expression: Expression, table: string | null): Expression {
  return visit(expression, table) as Expression
}

function visit(value: unknown, table: string | null): unknown {
  if (Array.isArray(value)) return value.map((item) => visit(item, table))
  if (!isTree(value)) return value
  if (isIdentifier(value)) return { ...value, quoted: true }
  const members = Object.entries(value).map(([name, member]) => [name, visit(member, table)] as const)
  const copy: Record<string, unknown> = Object.fromEntries(members)
  if (isColumn(value) && value.table === null && table !== null) {
    copy.table = { ...identifierLike(value.name), name: table, quoted: true }
  }
  return copy
}

const isIdentifier = (value: Tree): boolean =>
  typeof value.name === 'string' && typeof value.quoted === 'boolean' && 'span' in value && !('args' in value)

const identifierLike = (identifier: unknown): Tree => (isTree(identifier) ? identifier : {})

/** A field of a struct that looks like a column of a table: `s.a`. Null for everything else. */
export function structField(expression: Expression): { readonly struct: string; readonly field: string } | null {
  const alias = expression.alias
  const inner = isTree(alias) && isTree(alias.this) ? alias.this : expression
  const column = inner.column
  if (!isTree(column)) return null
  const [field, struct] = [nameIn(column.name), nameIn(column.table)]
  return field !== null && struct !== null ? { struct, field } : null
}
