import { createRateLimits } from '../../aws/rate-limit.ts'
import { hasErrors } from '../../core/diagnostic.ts'
import type { Emit } from '../../model/event.ts'
import type { PlanGap, RecipePlan } from '../../model/plan.ts'
import type { FailureGroup } from '../../model/report.ts'
import type { AppDeps, PlanRequest, PlanResult } from '../../model/request.ts'
import { ReportFold } from '../../report/fold.ts'
import { noPlanCounts } from '../../report/plan-total.ts'
import { loggedStop } from '../../report/stop.ts'
import type { Invocation } from '../invocation.ts'
import { findBase } from './base.ts'
import { planCatalogue } from './catalogue.ts'
import { type ChangedRecipe, type Clone, changedRecipes, newRecipes } from './changed.ts'
import { DENIED, FORK, gapOf, NOTHING, WRONG } from './gaps.ts'
import { Git } from './git.ts'
import { merged, NO_END } from './side-fold.ts'
import { type OpenSide, openSide, Unreadable } from './sides.ts'
import { planVariables, type Variables } from './variables.ts'
import { type Version, type Versions, versionsOf } from './versions.ts'

/**
 * Tells what a change of recipes would do, recipe by recipe, and does nothing of it (model/request.ts App).
 * @throws AppError when there is nothing to compare, such as a base that is not in the clone.
 */
export async function plan(request: PlanRequest, deps: AppDeps): Promise<PlanResult> {
  const clone = await cloneOf(request, deps)
  const recipes =
    clone === null ? await newRecipes(request.files, deps.cwd) : await changedRecipes(request.files, deps.cwd, clone)
  const variables = await planVariables(request, deps, clone)
  const invocation = invocationOf(request, deps, variables)
  const plans: RecipePlan[] = []
  for (const recipe of recipes) plans.push(await planRecipe(recipe, { request, variables, invocation }))
  return { base: clone?.commit ?? null, recipes: plans }
}

interface Planning {
  readonly request: PlanRequest
  readonly variables: Variables
  readonly invocation: Invocation
}

/** What a reading is asked to do: as an ingestion, and none of it is written. */
function invocationOf(request: PlanRequest, deps: AppDeps, { env }: Variables): Invocation {
  const { files, base: _, ...asked } = request
  const options = { recipes: files, dryRun: true, failOn: 'failure', incremental: false, history: false } as const
  return { request: { ...asked, ...options }, deps, env, limits: createRateLimits(deps.clock, request.rateLimit) }
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

/** One recipe's plan. Never rejects: why it is not whole stands in it. */
async function planRecipe(recipe: ChangedRecipe, planning: Planning): Promise<RecipePlan> {
  const { request, variables, invocation } = planning
  const versions = versionsOf(recipe, request, variables)
  const known = {
    recipe: recipe.path,
    pipelineName: versions.pipelineName,
    edit: recipe.edit,
    renamedFrom: recipe.renamedFrom,
    diagnostics: versions.diagnostics,
    options: versions.options
  }
  const isFork = invocation.deps.github?.isForkPullRequest === true
  if (hasErrors(versions.diagnostics)) return { ...known, ...nothingKnown(WRONG) }
  if (isFork) return { ...known, ...nothingKnown(FORK), warnings: baseWarnings(versions) }
  const found = await lookAt(versions, invocation)
  return { ...known, ...found, warnings: [...baseWarnings(versions), ...found.warnings] }
}

type Found = Omit<RecipePlan, 'recipe' | 'pipelineName' | 'edit' | 'renamedFrom' | 'diagnostics' | 'options'>

const nothingKnown = (gap: PlanGap): Found => ({
  identity: null,
  unread: gap,
  unasked: gap,
  counts: noPlanCounts(),
  databases: [],
  others: {},
  aspects: {},
  held: null,
  stale: null,
  failures: [],
  warnings: []
})

function baseWarnings({ baseFault }: Versions): readonly FailureGroup[] {
  if (baseFault === null) return []
  const { line, column, message } = baseFault
  const said = `The recipe in base is wrong (${line}:${column} ${message}): the head's is planned as a new one`
  return [{ code: 'base-recipe-wrong', message: said, count: 1, resources: [] }]
}

async function lookAt(versions: Versions, invocation: Invocation): Promise<Found> {
  const { deps } = invocation
  const opened: OpenSide[] = []
  // What sessions and connections tell, of whichever version.
  const ends = new ReportFold()
  const emit: Emit = (event) => {
    ends.add(event)
    deps.onEvent(event)
  }
  try {
    deps.signal.throwIfAborted()
    const isSame = versions.options.length === 0 && versions.base !== null && versions.head !== null
    const open = async (version: Version | null): Promise<OpenSide | null> => {
      if (version === null) return null
      const side = await openSide(version, invocation, emit, opened[0] ?? null)
      opened.push(side)
      return side
    }
    const base = isSame ? null : await open(versions.base)
    const head = await open(versions.head)
    if (base === null && head === null) return nothingKnown(NOTHING)
    const { isDenied, ...found } = await planCatalogue({ base, head, isSame }, invocation)
    const told = ends.finish(NO_END)
    const failures = merged(told.failures, found.failures)
    if (isDenied) return { ...nothingKnown(DENIED), identity: found.identity, failures }
    return { ...found, unread: null, failures, warnings: merged(told.warnings, found.warnings) }
  } catch (thrown) {
    if (thrown instanceof Unreadable) return nothingKnown(thrown.gap)
    return nothingKnown(gapOf(loggedStop(thrown, deps), deps))
  } finally {
    for (const side of opened.reverse()) side.close()
  }
}
