import type { TaskSpec } from './model.ts'
import type { DagProblem, Edge } from './problem.ts'

/** The tasks of each group, those of its inner groups included, in definition order. */
export type Groups = ReadonlyMap<string, readonly string[]>

/** The groups that tasks say they are in, with their outer groups: `a.b` is in `a`. */
export function groupsOf(tasks: readonly TaskSpec[]): Groups {
  const groups = new Map<string, string[]>()
  for (const task of tasks) {
    for (let path = task.group ?? ''; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
      const members = groups.get(path)
      if (members === undefined) groups.set(path, [task.id])
      else members.push(task.id)
    }
  }
  return groups
}

/** Every name that `task` waits for: those it writes, and the tasks whose output it maps over. */
export function writtenUpstreams(task: TaskSpec): readonly string[] {
  return [...new Set([...task.dependsOn, ...mapSources(task)])]
}

/** The tasks whose output `task` maps over. */
export function mapSources(task: TaskSpec): readonly string[] {
  const { expand } = task
  if (expand === null) return []
  const sources = expand.kind === 'rows' ? [expand.source] : expand.args.map((arg) => arg.source)
  return [...new Set(sources.flatMap((source) => (source.from === 'task' ? [source.taskId] : [])))]
}

/** The edges that the tasks' names mean, or the names that mean nothing. Repeated edges are one. */
export function resolveEdges(tasks: readonly TaskSpec[], groups: Groups): { edges: Edge[]; problems: DagProblem[] } {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const meant = (written: string): readonly string[] | undefined => {
    if (byId.has(written)) return [written]
    const members = groups.get(written)
    return members === undefined ? undefined : groupLeaves(members, byId, groups)
  }
  const edges = new Map<string, Edge>()
  const problems: DagProblem[] = []
  for (const task of tasks) {
    for (const written of writtenUpstreams(task)) {
      const from = meant(written)
      if (from === undefined) problems.push(unknownUpstream(task, written, [...byId.keys(), ...groups.keys()]))
      for (const id of from ?? []) {
        const key = `${id}>${task.id}`
        if (!edges.has(key)) edges.set(key, { from: id, to: task.id, written })
      }
    }
  }
  return { edges: [...edges.values()], problems }
}

function unknownUpstream(task: TaskSpec, written: string, known: readonly string[]): DagProblem {
  const near = nearest(written, known)
  const expanded = !task.dependsOn.includes(written)
  return {
    code: 'unknown-upstream',
    message: `task ${task.id} ${expanded ? 'maps over' : 'depends on'} ${written}, which is no task or group of this DAG`,
    cure: near === undefined ? 'name a task_id or a group of this file' : `did you mean ${near}?`,
    taskId: task.id,
    key: expanded ? 'expand' : 'depends_on',
    value: written
  }
}

/**
 * What follows a group in place of it: its tasks without downstream inside the group; where that is a teardown, the
 * work before it (Airflow's `TaskGroup.get_leaves`).
 */
function groupLeaves(members: readonly string[], byId: ReadonlyMap<string, TaskSpec>, groups: Groups): string[] {
  const inside = members.flatMap((id) => byId.get(id) ?? [])
  const names = (task: TaskSpec): readonly string[] =>
    writtenUpstreams(task).flatMap((name) => (byId.has(name) ? [name] : (groups.get(name) ?? [])))
  const downstream = (id: string): TaskSpec[] => inside.filter((task) => names(task).includes(id))
  const leaves = new Set<string>()
  const seen = new Set<string>()
  const beforeTeardown = (teardown: TaskSpec): void => {
    if (seen.has(teardown.id)) return
    seen.add(teardown.id)
    for (const task of inside.filter((t) => names(teardown).includes(t.id))) {
      if (task.role === 'teardown') beforeTeardown(task)
      else if (task.role !== 'setup' && !downstream(task.id).some((d) => d.id !== teardown.id && d.role !== 'teardown'))
        leaves.add(task.id)
    }
  }
  for (const task of inside.filter((t) => downstream(t.id).length === 0)) {
    if (task.role === 'teardown') beforeTeardown(task)
    else leaves.add(task.id)
  }
  return [...leaves]
}

/** The name that differs least from `name`, if it differs by no more than a third of its letters. */
function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(name.length / 3))
  for (const candidate of known) {
    const distance = editDistance(name, candidate)
    if (distance <= least) {
      best = candidate
      least = distance - 1
    }
  }
  return best
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
