import { compareDiagnostics, type Diagnostic } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import { withoutIgnored } from '../core/ignore.ts'
import type { TextFile } from '../core/yaml.ts'
import type { AppDeps, ValidateRequest, ValidateResult } from '../model/request.ts'
import { IGNORABLE_RULES } from '../model/rules.ts'
import { parseRecipe } from '../recipe/parse.ts'
import { pipelineNameOf } from '../recipe/pipeline-name.ts'
import { duplicateNames } from './across-recipes.ts'
import { dagFindingsOf } from './dag/validate.ts'
import { recipeEnvironment } from './environment.ts'
import { findFiles } from './find-files.ts'
import { readRecipeText, sinkDefaults } from './load-recipe.ts'

/**
 * Looks at every recipe and DAG file without credentials and without the network (model/request.ts App).
 * @throws AppError when there is nothing to look at.
 */
export async function validate(request: ValidateRequest, deps: AppDeps): Promise<ValidateResult> {
  const files = [...(await findFiles(request.files, deps.cwd))]
  const variables = declaredBy(await recipeEnvironment(request, deps.env, deps.cwd), request)
  const looked: (TextFile & { readonly isDag: boolean })[] = []
  const found: Diagnostic[] = []
  // Recipes that a DAG names are looked at too: they join the end of the list.
  for (const file of files) {
    const text = await readRecipeText(file, deps.cwd)
    const dag = await dagFindingsOf({ file, text }, deps.cwd)
    looked.push({ file, text, isDag: dag !== null })
    if (dag !== null) {
      found.push(...dag.diagnostics)
      files.push(...dag.recipes.filter((recipe) => !files.includes(recipe)))
      continue
    }
    const parsed = parseRecipe({ file, text, ...variables, mode: 'validate', defaults: sinkDefaults(request) })
    found.push(...(parsed.ok ? parsed.value.diagnostics : parsed.error))
  }
  const recipes = looked.filter(({ isDag }) => !isDag)
  const names = recipes.flatMap(({ file, text }) => pipelineNameOf({ file, text, env: variables.env }) ?? [])
  found.push(...duplicateNames(names))
  return {
    files,
    dags: looked.filter(({ isDag }) => isDag).map(({ file }) => file),
    diagnostics: withoutSilenced(looked, found)
  }
}

interface Variables {
  readonly env: Environment
  readonly declared?: readonly string[]
}

/**
 * What is set to nothing has its value elsewhere: secrets are empty for pull requests from forks, and names in an env file
 * declare what the run sets. Without an env file nobody says which variables there will be.
 */
function declaredBy(env: Environment, { envFile }: ValidateRequest): Variables {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  return envFile === null ? { env: set } : { env: set, declared: Object.keys(env) }
}

/** What comments in the files silence is left out; what is left is sorted, worst first. */
function withoutSilenced(looked: readonly TextFile[], found: readonly Diagnostic[]): readonly Diagnostic[] {
  const byFile = new Map<string, Diagnostic[]>(looked.map(({ file }) => [file, []]))
  for (const diagnostic of found) byFile.get(diagnostic.file)?.push(diagnostic)
  return looked
    .flatMap((file) => withoutIgnored(file, byFile.get(file.file) ?? [], IGNORABLE_RULES))
    .sort(compareDiagnostics)
}
