import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Environment } from '../../core/environment.ts'
import type { Check } from '../../model/doctor.ts'
import type { Recipe } from '../../model/recipe.ts'
import type { RecipeInputs } from '../../model/request.ts'
import { type ParsedRecipe, parseRecipe } from '../../recipe/parse.ts'
import { formatNoun } from '../../report/render/format.ts'
import { type RecipeReader, recipeReader, sinkDefaults } from '../load-recipe.ts'
import { type About, failed, failedBy, outcomeOf, untested, warned, well } from './check.ts'

/** A recipe, or what stands in for it. */
export interface ReadRecipe {
  readonly check: Check
  /** Reads it again, as values of AWS become known; null: it is invalid, and only the inputs are known. */
  readonly reader: RecipeReader | null
  /** As it is before values of AWS are known. */
  readonly recipe: Recipe
  readonly parsed: ParsedRecipe
}

const RECIPE: About = { id: 'recipe', family: 'recipe', title: 'Recipe' }

/** A recipe that says nothing but what inputs and environment say; without a server its sink is none. */
function standIn(inputs: RecipeInputs, env: Environment): ParsedRecipe & { readonly ok: true } {
  const read = (sink: string): ParsedRecipe => {
    const text = `source: { type: glue, config: { extract_transforms: false } }\n${sink}`
    return parseRecipe({ file: 'inputs.yml', text, env, mode: 'ingest', defaults: sinkDefaults(inputs) })
  }
  const parsed = inputs.gmsUrl === null ? read(NO_SINK) : read('')
  const usable = parsed.ok ? parsed : read(NO_SINK)
  if (usable.ok) return usable
  throw new Error(`what stands in for a recipe is invalid: ${usable.error.map(({ message }) => message).join(', ')}`)
}

const NO_SINK = 'sink: { type: console }'

/** Reads the recipe in `file`; without one, or where it is invalid, what the inputs say stands in for it. */
export async function readRecipe(
  file: string | null,
  inputs: RecipeInputs,
  { env, cwd }: { readonly env: Environment; readonly cwd: string }
): Promise<ReadRecipe> {
  const inputsOnly = standIn(inputs, env)
  const rest = { reader: null, recipe: inputsOnly.value.recipe, parsed: inputsOnly }
  if (file === null) {
    const check = untested(RECIPE, 'none is given: what the inputs and the environment say is looked at')
    return { ...rest, check, reader: () => inputsOnly }
  }
  const read = await outcomeOf(() => recipeReader(file, { env, cwd, inputs, mode: 'ingest' }))
  if (read.error !== null) return { ...rest, check: failedBy(RECIPE, read.error) }
  const parsed = read.value(new Map())
  if (!parsed.ok) return { ...rest, check: invalid(file, parsed.error) }
  const { recipe, diagnostics } = parsed.value
  return { check: validCheck(file, diagnostics), reader: read.value, recipe, parsed }
}

const lineOf = ({ line, column, message, cure }: Diagnostic): string =>
  `${line}:${column} ${message}${cure === undefined ? '' : `; ${cure}`}`

const invalid = (file: string, diagnostics: readonly Diagnostic[]): Check =>
  failed(RECIPE, {
    code: diagnostics[0]?.code ?? 'invalid-recipe',
    found: `${file} is wrong`,
    details: diagnostics.filter(({ severity }) => severity === 'error').map(lineOf),
    cure: `'datahub-glue validate ${file}' tells all that is wrong`,
    isInput: true
  })

function validCheck(file: string, diagnostics: readonly Diagnostic[]): Check {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning')
  if (warnings.length === 0) return well(RECIPE, `${file} is valid`)
  return warned(RECIPE, {
    code: warnings[0]?.code ?? 'recipe-warning',
    found: `${file} is valid, with ${formatNoun(warnings.length, 'warning')}`,
    details: warnings.map(lineOf),
    cure: null
  })
}
