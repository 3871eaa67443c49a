import { hasErrors } from '../../core/diagnostic.ts'
import type { RecipePlan } from '../../model/plan.ts'
import type { AppDeps, PlanRequest, PlanResult } from '../../model/request.ts'
import { noPlanCounts } from '../../report/plan-total.ts'
import { findBase } from './base.ts'
import { type ChangedRecipe, type Clone, changedRecipes, newRecipes } from './changed.ts'
import { Git } from './git.ts'
import { planVariables, type Variables } from './variables.ts'
import { versionsOf } from './versions.ts'

/**
 * Tells what a change of recipes would do, recipe by recipe, and does nothing of it (model/request.ts App).
 * @throws AppError when there is nothing to compare, such as a base that is not in the clone.
 */
export async function plan(request: PlanRequest, deps: AppDeps): Promise<PlanResult> {
  const clone = await cloneOf(request, deps)
  const recipes =
    clone === null ? await newRecipes(request.files, deps.cwd) : await changedRecipes(request.files, deps.cwd, clone)
  const variables = await planVariables(request, deps, clone)
  const plans: RecipePlan[] = []
  for (const recipe of recipes) plans.push(await planRecipe(recipe, request, variables))
  return { base: clone?.commit ?? null, recipes: plans }
}

async function cloneOf(
  { base: asked }: PlanRequest,
  { cwd, env, signal, github, logger }: AppDeps
): Promise<Clone | null> {
  const git = new Git(cwd, env, signal)
  const root = await git.root()
  const base = root === null ? null : await findBase(git, asked, github)
  if (root === null || base === null) {
    logger.warning('There is no git commit to compare with: each recipe is planned as a new one')
    return null
  }
  logger.info(`Compared with ${base.commit.slice(0, 12)}, ${base.why}`)
  return { git, root, commit: base.commit }
}

async function planRecipe(recipe: ChangedRecipe, request: PlanRequest, variables: Variables): Promise<RecipePlan> {
  const versions = versionsOf(recipe, request, variables)
  const known = {
    recipe: recipe.path,
    pipelineName: versions.pipelineName,
    edit: recipe.edit,
    renamedFrom: recipe.renamedFrom,
    diagnostics: versions.diagnostics,
    options: versions.options
  }
  const nothing = { code: 'recipe-wrong', message: 'the recipe is wrong', fault: null }
  return {
    ...known,
    identity: null,
    unread: hasErrors(versions.diagnostics) ? nothing : null,
    unasked: hasErrors(versions.diagnostics) ? nothing : null,
    counts: noPlanCounts(),
    databases: [],
    others: {},
    aspects: {},
    held: null,
    stale: null,
    failures: [],
    warnings: []
  }
}
