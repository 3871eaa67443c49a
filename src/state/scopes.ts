/** What the fail-safe threshold is applied to: all entities together, and each database by itself. */
export interface Scopes {
  readonly all: boolean
  readonly databases: ReadonlySet<string>
}

export const NOWHERE: Scopes = { all: false, databases: new Set() }

export const isAnywhere = ({ all, databases }: Scopes): boolean => all || databases.size > 0

/** What is in the one and in the other. */
export const inBoth = (a: Scopes, b: Scopes): Scopes => ({
  all: a.all && b.all,
  databases: new Set([...a.databases].filter((database) => b.databases.has(database)))
})
