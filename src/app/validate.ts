import { compareDiagnostics, type Diagnostic } from '../core/diagnostic.ts'
import type { AppDeps, ValidateRequest, ValidateResult } from '../model/request.ts'
import { dagFindings } from './dag/validate.ts'
import { recipeEnvironment } from './environment.ts'
import { findFiles } from './find-files.ts'
import { loadRecipe } from './load-recipe.ts'

/**
 * Looks at every recipe without credentials and without the network (model/request.ts App).
 * @throws AppError when there is nothing to look at.
 */
export async function validate(request: ValidateRequest, deps: AppDeps): Promise<ValidateResult> {
  const files = [...(await findFiles(request.files, deps.cwd))]
  const env = await recipeEnvironment(request, deps.env, deps.cwd)
  const diagnostics: Diagnostic[] = []
  const dags: string[] = []
  // Recipes that a DAG names are looked at too: they join the end of the list.
  for (const file of files) {
    const dag = await dagFindings(file, deps.cwd)
    if (dag !== null) {
      dags.push(file)
      diagnostics.push(...dag.diagnostics)
      files.push(...dag.recipes.filter((recipe) => !files.includes(recipe)))
      continue
    }
    const parsed = await loadRecipe(file, { env, cwd: deps.cwd, inputs: request, mode: 'validate' })
    diagnostics.push(...(parsed.ok ? parsed.value.diagnostics : parsed.error))
  }
  return { files, dags, diagnostics: diagnostics.sort(compareDiagnostics) }
}
