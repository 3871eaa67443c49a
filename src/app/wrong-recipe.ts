import { type Diagnostic, formatDiagnostic } from '../core/diagnostic.ts'
import { AppError } from '../core/errors.ts'

/**
 * All that keeps a recipe from being gone by, with the cures: `validate` would tell neither of variables that are not set
 * here nor of values that AWS does not have. `what` stands before the place of the first.
 */
export function wrongRecipe(what: string, file: string, diagnostics: readonly Diagnostic[]): AppError {
  const [first, ...others] = diagnostics.filter(({ severity }) => severity === 'error')
  const place = first === undefined ? file : `${file}:${first.line}:${first.column}`
  const message = `${what} ${place}: ${first?.message ?? 'the recipe is wrong'}`
  const cure = [...(first?.cure === undefined ? [] : [first.cure]), ...others.map(formatDiagnostic)].join('\n')
  return new AppError(message, { kind: 'input', code: 'bad-recipe', ...(cure === '' ? {} : { cure }) })
}
