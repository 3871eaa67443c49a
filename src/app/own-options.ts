import type { Environment } from '../core/environment.ts'
import type { Recipe } from '../model/recipe.ts'

/**
 * The recipe with what is this program's own. That is asked for by inputs, so that a recipe always stays valid for DataHub's
 * own CLI, and what that takes from its environment is taken from there.
 */
export const withOwnOptions = (
  recipe: Recipe,
  { columnStatistics }: { readonly columnStatistics: boolean },
  env: Environment
): Recipe => ({
  ...recipe,
  source: { ...recipe.source, columnStatistics, lowercaseUrns: env.DATAHUB_DATASET_URN_TO_LOWER === 'true' }
})
