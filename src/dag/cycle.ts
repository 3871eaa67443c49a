import type { DagProblem, Edge } from './problem.ts'

/**
 * The cycles among `ids`, each as the trail on which it was found. Tasks are walked depth first in definition order;
 * cycles that share a task with one already found are not told again, as mending that one may mend them.
 */
export function findCycles(ids: readonly string[], edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const out = new Map<string, Edge[]>(ids.map((id) => [id, []]))
  for (const edge of edges) out.get(edge.from)?.push(edge)
  const ended = new Set<string>()
  const inCycle = new Set<string>()
  const found: (readonly Edge[])[] = []
  for (const id of ids) {
    for (const trail of walk(id, out, ended)) {
      if (trail.some((edge) => inCycle.has(edge.from))) continue
      for (const edge of trail) inCycle.add(edge.from)
      found.push(trail)
    }
  }
  return found
}

/** Walks depth first from `start` without recursion, so that a long chain cannot exhaust the stack. */
function* walk(start: string, out: ReadonlyMap<string, readonly Edge[]>, ended: Set<string>): Generator<Edge[]> {
  if (ended.has(start)) return
  const path: { id: string; by: Edge | null; next: number }[] = [{ id: start, by: null, next: 0 }]
  const onPath = new Set([start])
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const edge = out.get(top.id)?.[top.next++]
    if (edge === undefined) {
      ended.add(top.id)
      onPath.delete(top.id)
      path.pop()
    } else if (onPath.has(edge.to)) {
      const from = path.findIndex((step) => step.id === edge.to)
      yield [...path.slice(from + 1).flatMap((step) => step.by ?? []), edge]
    } else if (!ended.has(edge.to)) {
      onPath.add(edge.to)
      path.push({ id: edge.to, by: edge, next: 0 })
    }
  }
}

/** A cycle, shown edge by edge: `a → b → c → a`. */
export function cycleProblem(trail: readonly Edge[]): DagProblem {
  const last = trail.at(-1)
  const names = [...trail.map((edge) => edge.from), last?.to ?? '']
  return {
    code: 'cycle',
    message: `the tasks wait for one another: ${names.join(' → ')}`,
    cure: `take one of these away: ${trail.map((edge) => `${edge.to} depends on ${edge.written}`).join('; ')}`,
    taskId: last?.to ?? null,
    key: 'depends_on',
    ...(last === undefined ? {} : { value: last.written }),
    trail
  }
}
