import type { InstanceRecord, RunRecord, Transition } from '../model/dag-run.ts'

export type { Decision, InstanceRecord, RunRecord, Transition } from '../model/dag-run.ts'
// The record of a run is the model's, as stages exchange it; the dag's own files find it here.
export { instanceName } from '../model/dag-run.ts'

/**
 * Is told what changes, as it changes: transitions that belong together at once, such as a branch's success and its
 * skips. Whoever keeps a journal writes all of them or none, so that a killed run never goes on from half a change.
 * Never throws, never waits.
 */
export type EmitTransitions = (transitions: readonly Transition[]) => void

/** The record after these transitions. Applying some again that it holds already changes nothing. */
export function applyTransitions(record: RunRecord, transitions: readonly Transition[]): RunRecord {
  const tasks = new Map<string, Map<number, InstanceRecord>>()
  for (const instance of record.instances) put(tasks, instance)
  let run = record
  for (const transition of transitions) {
    if (transition.type === 'task') put(tasks, transition.instance)
    else if (transition.type === 'run') run = withRunState(run, transition)
    else tasks.set(transition.taskId, new Map(transition.instances.map((instance) => [instance.mapIndex, instance])))
  }
  const instances = [...tasks.values()].flatMap((task) => [...task.values()].sort((a, b) => a.mapIndex - b.mapIndex))
  return { ...run, instances }
}

function put(tasks: Map<string, Map<number, InstanceRecord>>, instance: InstanceRecord): void {
  const task = tasks.get(instance.taskId)
  if (task === undefined) tasks.set(instance.taskId, new Map([[instance.mapIndex, instance]]))
  else task.set(instance.mapIndex, instance)
}

function withRunState(run: RunRecord, { to, at, reason }: Extract<Transition, { type: 'run' }>): RunRecord {
  const ended = to === 'success' || to === 'failed'
  return { ...run, state: to, reason, startedAt: run.startedAt ?? at, endedAt: ended ? at : null }
}
