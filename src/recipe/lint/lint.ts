import type { ConfigMap } from '../../core/config/node.ts'
import type { ReadContext } from '../../core/config/types.ts'
import { lintConnection } from './connection.ts'
import { lintDeprecated } from './deprecated.ts'
import { lintPatterns } from './patterns.ts'
import { lintPlaces } from './places.ts'
import type { Lint } from './rule.ts'
import { lintSecrets } from './secrets.ts'

const LINTS: readonly Lint[] = [lintPatterns, lintPlaces, lintSecrets, lintConnection, lintDeprecated]

/** Tells what a recipe may say and hardly means: warnings all, for it runs. What aliases repeat is told once. */
export function lintRecipe(root: ConfigMap, context: ReadContext): void {
  const told = new Set<string>()
  const once: ReadContext = {
    ...context,
    tell(at, severity, problem) {
      const key = `${at.line}:${at.column} ${problem.code} ${problem.message}`
      if (!told.has(key)) context.tell(at, severity, problem)
      told.add(key)
    }
  }
  for (const lint of LINTS) lint(root, once)
}
