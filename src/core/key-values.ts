import { compilePattern } from './pattern.ts'
import type { PatternFault } from './pattern-syntax.ts'
import { err, ok, type Result } from './result.ts'

/** Gives the values that belong to a text, such as the tags that belong to an urn. */
export interface KeyValues {
  valuesOf(text: string): readonly string[]
}

/** The peer's KeyValuePattern (configuration/common.py). */
export interface KeyValueRules {
  /** Pattern → values; the order counts. */
  readonly rules: Readonly<Record<string, readonly string[]>>
  /** Only the first pattern that matches counts; otherwise all of them do, each value once. */
  readonly firstMatchOnly: boolean
}

/** A rule whose pattern cannot be used. */
export interface RuleFault extends PatternFault {
  readonly pattern: string
}

/** Patterns match at the start of a text, not its whole, and tell upper from lower case. */
export function compileKeyValues({ rules, firstMatchOnly }: KeyValueRules): Result<KeyValues, readonly RuleFault[]> {
  const faults: RuleFault[] = []
  const compiled = Object.entries(rules).flatMap(([pattern, values]) => {
    const regExp = compilePattern(pattern, { ignoreCase: false, use: 'match' })
    if (regExp.ok) return [{ regExp: regExp.value, values }]
    faults.push({ ...regExp.error, pattern })
    return []
  })
  if (faults.length > 0) return err(faults)
  return ok({
    valuesOf: (text) => {
      if (firstMatchOnly) return compiled.find(({ regExp }) => regExp.test(text))?.values ?? []
      return [...new Set(compiled.flatMap(({ regExp, values }) => (regExp.test(text) ? values : [])))]
    }
  })
}

/** The same values for every text. */
export const always = (values: readonly string[]): KeyValues => ({ valuesOf: () => values })
