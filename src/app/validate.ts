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
import { diagnosticOf, NotUtf8 } from './read-text.ts'
import { ingestSteps } from './workflow-variables.ts'

/**
 * Looks at every recipe and DAG file without credentials and without the network (model/request.ts App).
 * @throws AppError when there is nothing to look at.
 */
export async function validate(request: ValidateRequest, deps: AppDeps): Promise<ValidateResult> {
  const env = await recipeEnvironment(request, deps.env, deps.cwd)
  const { files, dags, recipes, found, unreadable, declared } = await readFiles(request.files, deps.cwd)
  const variables = variablesOf(env, request.envFile === null ? null : [...Object.keys(env), ...declared])
  const diagnosticsOf = (recipe: TextFile, known: Variables): readonly Diagnostic[] => {
    const parsed = parseRecipe({ ...recipe, ...known, mode: 'validate', defaults: sinkDefaults(request) })
    return parsed.ok ? parsed.value.diagnostics : parsed.error
  }
  const steps = variables.declared === undefined && recipes.length > 0 ? await ingestSteps(deps.cwd) : []
  for (const recipe of recipes) {
    found.push(...diagnosticsOf(recipe, variables))
    for (const { place, variables: names } of steps.filter((step) => step.recipes.includes(recipe.file))) {
      const known = { ...variables, declared: [...names, ...Object.keys(env), ...declared] }
      found.push(...unsetIn(place, diagnosticsOf(recipe, known)))
    }
  }
  found.push(...duplicateNames(recipes.flatMap((recipe) => pipelineNameOf({ ...recipe, env: variables.env }) ?? [])))
  const diagnostics = [...unreadable, ...withoutSilenced([...dags, ...recipes], found)]
  return { files, dags: dags.map(({ file }) => file), diagnostics }
}

/** Variables that the runner sets on every machine of GitHub's (docs.github.com, "Default environment variables"). */
const OF_THE_RUNNER = /^the variable (?:GITHUB_\w+|RUNNER_\w+|CI|HOME|PATH|LANG|USER|SHELL|PWD) /u

/** Variables that a step of a workflow does not set for a recipe that it runs: told of the recipe, as advice. */
const unsetIn = (place: string, told: readonly Diagnostic[]): readonly Diagnostic[] =>
  told
    .filter(({ code, message }) => code === 'missing-variable' && !OF_THE_RUNNER.test(message))
    .map((d) => ({ ...d, severity: 'warning', message: `${d.message} (by ${place}, which runs this recipe)` }))

interface Files {
  readonly files: readonly string[]
  readonly dags: readonly TextFile[]
  readonly recipes: readonly TextFile[]
  /** What there is to say about the DAGs. */
  readonly found: Diagnostic[]
  /** What there is to say about files that are neither. */
  readonly unreadable: readonly Diagnostic[]
  /** Variables that the DAGs' tasks set. */
  readonly declared: readonly string[]
}

/** Reads what there is to look at. Recipes that a DAG names are looked at too: they join the end of the list. */
async function readFiles(patterns: readonly string[], cwd: string): Promise<Files> {
  const files = [...(await findFiles(patterns, cwd))]
  const [dags, recipes]: [TextFile[], TextFile[]] = [[], []]
  const found: Diagnostic[] = []
  const unreadable: Diagnostic[] = []
  const declared: string[] = []
  for (const file of files) {
    const text = await textOrFault(file, cwd)
    if (text instanceof NotUtf8) {
      unreadable.push(diagnosticOf(file, text))
      continue
    }
    const read = { file, text }
    const dag = await dagFindingsOf(read, cwd)
    const kind = dag === null ? recipes : dags
    kind.push(read)
    found.push(...(dag?.diagnostics ?? []))
    declared.push(...(dag?.variables ?? []))
    files.push(...(dag?.recipes ?? []).filter((recipe) => !files.includes(recipe)))
  }
  return { files, dags, recipes, found, unreadable, declared }
}

/** What is no text is told with everything else. @throws AppError when it cannot be read. */
async function textOrFault(file: string, cwd: string): Promise<string | NotUtf8> {
  try {
    return await readRecipeText(file, cwd)
  } catch (error) {
    if (error instanceof NotUtf8) return error
    throw error
  }
}

/** Variables for looking at a recipe. */
export interface Variables {
  readonly env: Environment
  readonly declared?: readonly string[]
}

/**
 * What is set to nothing has its value elsewhere: secrets are empty for pull requests from forks, and names in an env file
 * declare what the run sets. `declared`: null where nobody says which variables there will be, as without an env file.
 */
export function variablesOf(env: Environment, declared: readonly string[] | null): Variables {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  return declared === null ? { env: set } : { env: set, declared }
}

/** What comments in the files silence is left out; what is left is sorted, worst first. */
function withoutSilenced(looked: readonly TextFile[], found: readonly Diagnostic[]): readonly Diagnostic[] {
  const byFile = new Map<string, Diagnostic[]>(looked.map(({ file }) => [file, []]))
  for (const diagnostic of found) byFile.get(diagnostic.file)?.push(diagnostic)
  return looked
    .flatMap((file) => withoutIgnored(file, byFile.get(file.file) ?? [], IGNORABLE_RULES))
    .sort(compareDiagnostics)
}
