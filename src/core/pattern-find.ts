import { compileCapturing } from './pattern.ts'
import type { PatternFault } from './pattern-syntax.ts'
import { ok, type Result } from './result.ts'

/** Finds the first match of a pattern anywhere in a text; null: there is none. */
export type FindGroup = (text: string) => FoundGroup | null

export interface FoundGroup {
  /** Where the match ends. */
  readonly end: number
  /** What the pattern's first group matched; null: it took no part, or there is none. */
  readonly group: string | null
}

/** Python's re.search (3.11, for str), and whether the pattern has a group at all. */
export function compileFind(
  pattern: string
): Result<{ readonly find: FindGroup; readonly hasGroup: boolean }, PatternFault> {
  const compiled = compileCapturing(pattern, { ignoreCase: false, use: 'search' })
  if (!compiled.ok) return compiled
  const { regExp, groups } = compiled.value
  const first = groups.get(1)
  const find: FindGroup = (text) => {
    const match = regExp.exec(text)
    if (match === null) return null
    return { end: match.index + match[0].length, group: first === undefined ? null : (match[first] ?? null) }
  }
  return ok({ find, hasGroup: first !== undefined })
}
