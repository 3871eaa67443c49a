import type { NamedInSql } from './tables.ts'
import { isTree, nameIn, type Tree } from './tree.ts'

/*
 * The tables that a query names, from the parser's tree. Its own list of them keeps one table of each alias, so that of
 * `FROM staging.orders JOIN prod.orders` one is lost.
 */

/** Statements that read and do not write. */
const QUERIES = ['select', 'union', 'intersect', 'except', 'subquery']

/** Every table that a query names, in its order; none of what is no query. Names of `WITH` are no tables. */
export function namedTables(statements: unknown): readonly NamedInSql[] {
  const [statement] = Array.isArray(statements) ? statements : []
  if (!isTree(statement) || !QUERIES.some((kind) => kind in statement)) return []
  const found: NamedInSql[] = []
  visit(statement, new Set(), found)
  return found
}

/** What has been visited, and what a query writes. */
const SKIPPED: ReadonlySet<string> = new Set(['with', 'into'])

/** `known`: the names of `WITH` that mean something here, in small letters. */
function visit(value: unknown, known: ReadonlySet<string>, found: NamedInSql[]): void {
  if (Array.isArray(value)) for (const item of value) visit(item, known, found)
  if (!isTree(value)) return
  const table = tableIn(value)
  if (table !== null && !(table.schema === null && known.has(table.table.toLowerCase()))) found.push(table)
  const inside = isTree(value.with) ? visitWith(value.with, known, found) : known
  for (const [name, member] of Object.entries(value)) if (!SKIPPED.has(name)) visit(member, inside, found)
}

/** A name of `WITH` is known to those behind it, and to itself only where it is recursive. */
function visitWith(clause: Tree, known: ReadonlySet<string>, found: NamedInSql[]): ReadonlySet<string> {
  const names = new Set(known)
  for (const part of Array.isArray(clause.ctes) ? clause.ctes : []) {
    const name = isTree(part) ? nameIn(part.alias)?.toLowerCase() : undefined
    if (name !== undefined && clause.recursive === true) names.add(name)
    visit(part, new Set(names), found)
    if (name !== undefined) names.add(name)
  }
  return names
}

/** A column has the name of its table as text, a table its own as an identifier. */
function tableIn({ table }: Tree): NamedInSql | null {
  if (!isTree(table)) return null
  const name = nameIn(table.name)
  return name === null ? null : { catalog: nameIn(table.catalog), schema: nameIn(table.schema), table: name }
}
