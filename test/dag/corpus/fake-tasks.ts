import type { TaskContext, TaskResult } from '../../../src/dag/task.ts'
import type { CaseTask, Outcome } from './formats.ts'

/** Which of the two runs of a case: the first, or the one after the clear. */
export type Phase = 1 | 2

/** What a case's tasks do: each try ends as the case says, at once. */
export class FakeTasks {
  readonly #tasks: ReadonlyMap<string, CaseTask>
  readonly #phase: Phase

  constructor(tasks: readonly CaseTask[], phase: Phase) {
    this.#tasks = new Map(tasks.map((task) => [task.id, task]))
    this.#phase = phase
  }

  result({ taskId, mapIndex, tryNumber }: TaskContext): TaskResult {
    const task = this.#tasks.get(taskId)
    if (task === undefined) throw new Error(`no task ${taskId}`)
    const outcome = this.#outcome(task, mapIndex, tryNumber)
    if (outcome === 'skipped') return { outcome: 'skipped', why: 'as the case says' }
    if (outcome === 'success') return this.#success(task)
    const failure = { code: 'case', message: 'as the case says' }
    return outcome === 'failed' ? { outcome: 'failed', failure } : { outcome: 'failed', failure, retry: 'never' }
  }

  #outcome(task: CaseTask, mapIndex: number, tryNumber: number): Outcome {
    const again = this.#phase === 2 ? (task.outcome2 ?? task.outcomes2?.[mapIndex]) : undefined
    if (again !== undefined) return again
    if (this.#phase === 1 && tryNumber <= (task.fail_times ?? 0)) return 'failed'
    return task.outcomes?.[mapIndex] ?? task.outcome ?? 'success'
  }

  #success(task: CaseTask): TaskResult {
    const length = (this.#phase === 2 ? task.returns_length2 : undefined) ?? task.returns_length ?? 0
    const output = Array.from({ length }, (_, index) => index)
    if (task.kind === 'branch') {
      const follow = task.follow ?? []
      const names = typeof follow === 'string' ? [follow] : follow
      return { outcome: 'success', output, choice: { kind: 'follow', names } }
    }
    if (task.kind === 'short_circuit' && task.condition !== true) {
      const scope = task.ignore_downstream_trigger_rules === false ? 'direct' : 'descendants'
      return { outcome: 'success', output, choice: { kind: 'short-circuit', scope } }
    }
    return { outcome: 'success', output }
  }
}
