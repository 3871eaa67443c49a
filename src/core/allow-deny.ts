/** Decides by name what is let through. Made by core/pattern.ts from a recipe's `{allow, deny, ignoreCase}`. */
export interface NameFilter {
  /** Whether `name` is let through. */
  allows(name: string): boolean
  /** The pattern that decided, as written in the recipe: the deny that matched, the allow that matched, or null. */
  decidedBy(name: string): Decision
}

/** What was decided about a name, and by which pattern. */
export interface Decision {
  readonly allowed: boolean
  readonly pattern: string | null
  /** The pattern's place in its list, `allow` or `deny`, from 0; null: there is no pattern. */
  readonly index: number | null
}
