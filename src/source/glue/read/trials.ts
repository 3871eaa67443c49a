import type { Trial, TrialContext } from './trial.ts'
import { tryCatalogue } from './try-catalogue.ts'
import { tryJobs } from './try-jobs.ts'
import { tryTags } from './try-tags.ts'

/** Tries every action that a recipe with these options may need, each with the smallest call there is. */
export async function tryActions(context: TrialContext): Promise<readonly Trial[]> {
  const { trials, found } = await tryCatalogue(context)
  return [...trials, ...(context.options.jobs ? await tryJobs(context) : []), ...(await tryTags(context, found))]
}
