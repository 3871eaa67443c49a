import { hasErrors } from '../core/diagnostic.ts'
import type { PlanCounts, PlanReport, RecipePlan } from '../model/plan.ts'
import type { Stop } from '../model/report.ts'
import type { PlanResult } from '../model/request.ts'
import { EXIT, STOP_CODE, type Verdict, worstOf } from './exit-code.ts'
import { type Invocation, outcomeOf } from './outcome.ts'
import { type About, verdictOfStop } from './total.ts'

/** The plan of an invocation, whatever becomes of it. Never rejects. */
export async function reportPlan(work: () => Promise<PlanResult>, invocation: Invocation): Promise<PlanReport> {
  const { tool, clock } = invocation
  const startedAt = clock.now()
  const begun = clock.monotonic()
  const ended = await outcomeOf(work, invocation)
  return planOf(ended.value, ended.stopped, { tool, startedAt, durationMs: clock.monotonic() - begun })
}

/** The plans of all recipes as one: counts added up, the worst verdict. `result` is null when there is none. */
export function planOf(result: PlanResult | null, stopped: Stop | null, about: Omit<About, 'dryRun'>): PlanReport {
  const recipes = result?.recipes ?? []
  const verdicts = recipes.map(planVerdict)
  const verdict = worstOf(stopped === null ? verdicts : [...verdicts, verdictOfStop(stopped)])
  return {
    schema: 1,
    kind: 'plan',
    tool: about.tool,
    status: verdict.status,
    exitCode: verdict.exitCode,
    startedAt: new Date(about.startedAt).toISOString(),
    durationSeconds: Math.round(about.durationMs) / 1000,
    stopped,
    base: result?.base ?? null,
    counts: recipes.map(({ counts }) => counts).reduce(addPlanCounts, noPlanCounts()),
    recipes
  }
}

/**
 * The verdict on one recipe's plan: its text is wrong (2), the catalogue could not be read although somebody should have
 * seen to it (as with a run), or not to its end (1). What only nobody's credentials keep from being known is no failure.
 */
export function planVerdict({ diagnostics, unread, failures }: RecipePlan): Verdict {
  if (hasErrors(diagnostics)) return { status: 'failure', exitCode: EXIT.input }
  const fault = unread?.fault ?? null
  if (fault !== null) {
    return { status: fault === 'cancelled' ? 'cancelled' : 'failure', exitCode: STOP_CODE[fault] }
  }
  return failures.length > 0 ? { status: 'failure', exitCode: EXIT.lost } : { status: 'success', exitCode: EXIT.done }
}

/** Nothing becomes otherwise. */
export const noPlanCounts = (): PlanCounts => ({ toAdd: 0, toChange: 0, toRemove: 0 })

/** The sum of two. */
export const addPlanCounts = (a: PlanCounts, b: PlanCounts): PlanCounts => ({
  toAdd: a.toAdd + b.toAdd,
  toChange: a.toChange + b.toChange,
  toRemove: a.toRemove + b.toRemove
})
