import type { PlanGap, PlanReport, RecipePlan } from '../model/plan.ts'
import { type Annotation, limited, ofDiagnostic, ofGroup, ofStop } from './annotations.ts'

/** What a run's page shows of a plan, within GitHub's limits. What changes stands in the summary and the comment. */
export function planAnnotations(report: PlanReport): readonly Annotation[] {
  const all = [...(report.stopped === null ? [] : [ofStop(report.stopped)]), ...report.recipes.flatMap(ofRecipe)]
  return (['error', 'warning', 'notice'] as const).flatMap((level) =>
    limited(all.filter((annotation) => annotation.level === level))
  )
}

function ofRecipe(plan: RecipePlan): readonly Annotation[] {
  return [
    ...plan.diagnostics.map(ofDiagnostic),
    ...[plan.unread, plan.unasked].flatMap((gap) => (gap === null ? [] : [ofGap(gap, plan.recipe)])),
    ...plan.failures.map((group) => ofGroup(group, 'error')),
    ...plan.warnings.map((group) => ofGroup(group, 'warning'))
  ]
}

/** What nobody has to act on is a notice. */
function ofGap({ code, message, cure, fault }: PlanGap, recipe: string): Annotation {
  const told = ofStop({
    kind: 'input',
    code,
    message: `${recipe}: ${message}`,
    ...(cure === undefined ? {} : { cure })
  })
  return { ...told, level: fault === null ? 'notice' : 'error' }
}
