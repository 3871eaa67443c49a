import type { Dag } from '../../../src/dag/dag.ts'
import { type EmitTransitions, instanceName, type RunRecord } from '../../../src/dag/record.ts'
import { runDag } from '../../../src/dag/runner.ts'
import type { TaskContext, TaskResult } from '../../../src/dag/task.ts'
import { FakeClock } from '../fake-clock.ts'
import type { FakeTasks } from './fake-tasks.ts'
import type { Verdict } from './formats.ts'

interface Held {
  readonly context: TaskContext
  readonly end: (result: TaskResult) => void
}

/** How to drive a run: which of the tasks that run now end next, in order, each time nothing else is left to do. */
export interface Schedule {
  readonly pace: 'eager' | 'wave'
  readonly next: (running: readonly TaskContext[], dag: Dag) => readonly TaskContext[]
  readonly emit?: EmitTransitions
}

/** All that run, by effective weight and then in definition order: the schedule that the corpora were made under. */
export const WAVES: Schedule = {
  pace: 'wave',
  next: (running, dag) =>
    [...running].sort((a, b) => {
      const [x, y] = [dag.task(a.taskId), dag.task(b.taskId)]
      return y.weight - x.weight || x.order - y.order || a.mapIndex - b.mapIndex
    })
}

/** Runs a record to its end with fake tasks, holding each until the schedule ends it. Nothing sleeps. */
export async function drive(dag: Dag, record: RunRecord, tasks: FakeTasks, schedule: Schedule): Promise<RunRecord> {
  const held = new Map<TaskContext, Held>()
  const clock = new FakeClock(1_000)
  const onIdle = (running: number, until: number | null): void => {
    if (running === 0 && until !== null) clock.advanceTo(until)
    for (const context of schedule.next([...held.keys()], dag)) {
      const task = held.get(context)
      held.delete(context)
      task?.end(tasks.result(context))
    }
  }
  const execute = (context: TaskContext): Promise<TaskResult> =>
    new Promise((end) => {
      held.set(context, { context, end })
    })
  const limits = { parallelism: 1_000_000, maxTisPerQuery: 0 }
  const emit = schedule.emit === undefined ? {} : { emit: schedule.emit }
  const outcome = await runDag({ dag, record, execute, clock, onIdle, pace: schedule.pace, ...limits, ...emit })
  return outcome.record
}

/** What a run came to, as the corpora write it. */
export const verdictOf = (record: RunRecord): Required<Verdict> => ({
  run: record.state,
  states: Object.fromEntries(record.instances.map((instance) => [instanceName(instance), instance.state])),
  tries: Object.fromEntries(record.instances.map((instance) => [instanceName(instance), instance.tryNumber]))
})
