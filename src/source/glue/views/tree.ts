/** A part of the parser's tree, which is plain JSON: only what is needed of it is looked at. */
export type Tree = Readonly<Record<string, unknown>>

/** Whether a value of the tree has members of its own. */
export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The name that an identifier has; null for what is none. */
export const nameIn = (identifier: unknown): string | null =>
  isTree(identifier) && typeof identifier.name === 'string' ? identifier.name : null

/** Whether a part is the name of a column, with or without its table. */
export const isColumn = (value: Tree): boolean => 'join_mark' in value
