import type { Task } from './dag.ts'
import { decide, mapSourceEnded, type Outlook, outlookOf } from './decide.ts'
import { mapLength } from './mapping.ts'
import type { RunRecord } from './record.ts'
import type { DagRun, Instance } from './run.ts'
import { isSchedulable } from './state.ts'

/** What one pass did. */
export interface PassResult {
  /** Instances that took a final state without running, or came to be. */
  readonly changed: number
  /** Instances that now wait for slots. */
  readonly scheduled: number
}

/**
 * One scheduler pass (Airflow's `DagRun.update_state`): looks at the instances that something changed for, skips or
 * fails those that cannot run any more, expands mapped ones, and schedules those that may begin.
 *
 * What it judges by is the state before the pass: a task that it skips is seen by its downstreams in the next. Only
 * whether there is something to map over is asked anew for each task, in the order of task ids, as Airflow asks its
 * database for that in the midst of the pass.
 */
export function schedulerPass(run: DagRun, now: number, previous: RunRecord | null): PassResult {
  for (const instance of run.retrying) if ((instance.record.retryAt ?? 0) <= now) run.concern(instance.task)
  const looks = withMapped(run, run.takeConcerned()).map((task) => ({ task, outlook: outlookOf(run, task, previous) }))
  let changed = 0
  const ready: Instance[] = []
  for (const { task, outlook } of looks) {
    const done = settle(run, task, outlook, now)
    changed += done.changed
    ready.push(...done.ready)
  }
  for (const instance of ready) {
    run.move(instance, 'scheduled', now, { tryNumber: instance.record.tryNumber + 1, why: 'may begin' })
  }
  return { changed, scheduled: ready.length }
}

/** The tasks and those that map over them, in the order of their ids. */
function withMapped(run: DagRun, tasks: Iterable<Task>): readonly Task[] {
  const all = new Set(tasks)
  for (const task of all) {
    if (!task.mappedOver) continue
    for (const id of task.downstream) if (run.dag.task(id).mapSources.includes(task.id)) all.add(run.dag.task(id))
  }
  return [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Decides about the instances of one task. Those that may begin are returned, not yet scheduled. */
function settle(run: DagRun, task: Task, outlook: Outlook, now: number): { changed: number; ready: Instance[] } {
  const mapped = mapSourceEnded(run, task)
  let changed = 0
  const runnable = (instances: readonly Instance[]): Instance[] =>
    instances.filter((instance) => {
      const finding = decide(run, instance, outlook, mapped, now)
      if (finding.kind === 'set') {
        run.move(instance, finding.state, now, { endedAt: now, why: finding.why })
        changed += 1
      }
      return finding.kind === 'run'
    })
  const ready = runnable(run.instances(task.id).filter((instance) => isSchedulable(instance.record.state)))
  const grown = grow(run, task, ready, now)
  ready.push(...runnable(grown.fresh))
  const still = ready.filter((instance) => isSchedulable(instance.record.state) && isThere(run, instance))
  return { changed: changed + grown.changed, ready: [...still, ...grown.unasked] }
}

/** An instance that was expanded is there no more. */
const isThere = (run: DagRun, instance: Instance): boolean =>
  run.instance(instance.task.id, instance.record.mapIndex) === instance

interface Grown {
  readonly changed: number
  /** Instances that came to be and have to be judged like any other. */
  readonly fresh: readonly Instance[]
  /** Instances that came to be because a rerun upstream gave a longer list; they begin with the one that was ready. */
  readonly unasked: readonly Instance[]
}

const NOT_GROWN: Grown = { changed: 0, fresh: [], unasked: [] }

/** Gives a mapped task that may begin its instances: the first time, or anew when what it maps over has changed. */
function grow(run: DagRun, task: Task, runnable: readonly Instance[], now: number): Grown {
  const [first] = runnable
  if (task.expand === null || first === undefined) return NOT_GROWN
  const length = mapLength(task.expand, (taskId) => run.output(taskId))
  if (first.record.mapIndex >= 0) return length === null ? NOT_GROWN : revise(run, task, length, now)
  if (length === null || length === 0) {
    const state = length === null ? 'upstream_failed' : 'skipped'
    const why = length === null ? 'what it maps over is not there' : 'there is nothing to map over'
    run.move(first, state, now, { endedAt: now, why })
    return { changed: 1, fresh: [], unasked: [] }
  }
  return { changed: 1, fresh: run.expand(task.id, length, now), unasked: [] }
}

/** A rerun upstream may give a list of another length: what is beyond its end is removed, what is new is added. */
function revise(run: DagRun, task: Task, length: number, now: number): Grown {
  const surplus = run.instances(task.id).filter(({ record }) => record.mapIndex >= length && record.state !== 'removed')
  for (const instance of surplus) {
    run.move(instance, 'removed', now, { endedAt: now, why: `there are only ${length} values to map over` })
  }
  const unasked = run.instances(task.id).length < length ? run.expand(task.id, length, now) : []
  return { changed: surplus.length + unasked.length, fresh: [], unasked }
}
