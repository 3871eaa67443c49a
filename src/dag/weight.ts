import type { WeightRule } from './model.ts'

const INT32 = 2 ** 31

/** What a task's effective weight depends on. */
export interface WeightInput {
  readonly priorityWeight: number
  readonly weightRule: WeightRule
  readonly ancestors: ReadonlySet<string>
  readonly descendants: ReadonlySet<string>
}

/** Airflow keeps weights in 32 bits and clamps what does not fit. */
export const clampWeight = (weight: number): number => Math.max(-INT32, Math.min(INT32 - 1, weight))

/**
 * The weight by which a waiting task is preferred: its own, and by its rule those of all its distinct descendants or
 * ancestors. Relatives count with their own weight, whatever their rule.
 */
export function effectiveWeight(task: WeightInput, ownWeight: (id: string) => number): number {
  const relatives = { downstream: task.descendants, upstream: task.ancestors, absolute: [] }[task.weightRule]
  let sum = task.priorityWeight
  for (const id of relatives) sum += ownWeight(id)
  return clampWeight(sum)
}
