import type { Instance } from './run.ts'

/** How many instances may run at once. */
export interface Limits {
  /** Slots by pool name; -1 means without limit. */
  readonly pools: ReadonlyMap<string, number>
  /** Most of one run (`max_active_tasks`). */
  readonly maxActiveTasks: number
  /** Most altogether (`core.parallelism`). */
  readonly parallelism: number
  /** Most that one round looks at (`scheduler.max_tis_per_query`); 0 for no limit. */
  readonly maxTisPerQuery: number
}

/** What one round gave slots to, and what it looked at. */
export interface Round {
  readonly picked: readonly Instance[]
  readonly examined: readonly Instance[]
}

/**
 * One round of handing slots to waiting instances, as Airflow's `_executable_task_instances_to_queued`: the first of
 * the line that the limits leave room for are looked at in turn. One that asks for more slots than are open is passed
 * over and those behind it may go. A round that gave nothing and set something aside looks again without that.
 *
 * `waiting` is in order of preference; `active` are the instances that hold slots now.
 */
export function pickRound(waiting: Iterable<Instance>, active: Iterable<Instance>, limits: Limits): Round {
  const desk = new Desk(limits, active)
  const line = [...waiting]
  const most = Math.min(limits.maxTisPerQuery || Number.POSITIVE_INFINITY, desk.room(), desk.openSlots())
  const picked: Instance[] = []
  const examined = new Set<Instance>()
  while (most > 0) {
    const window = firstOf(line, Math.min(limits.maxActiveTasks, most), (instance) => !desk.isAside(instance))
    const aside = desk.asideCount()
    for (const instance of window) {
      examined.add(instance)
      if (desk.admit(instance)) picked.push(instance)
    }
    if (picked.length > 0 || window.length < most || desk.asideCount() === aside) break
  }
  return { picked, examined: [...examined] }
}

function firstOf(
  line: readonly Instance[],
  most: number,
  wanted: (instance: Instance) => boolean
): readonly Instance[] {
  const found: Instance[] = []
  for (const instance of line) {
    if (found.length >= most) break
    if (wanted(instance)) found.push(instance)
  }
  return found
}

/** Keeps count of slots in use, and of what need not be looked at again in this round. */
class Desk {
  readonly #limits: Limits
  readonly #open: Map<string, number>
  readonly #activeOf = new Map<string, number>()
  readonly #fullPools = new Set<string>()
  readonly #passedOver = new Set<string>()
  #active = 0
  #runIsFull = false

  constructor(limits: Limits, active: Iterable<Instance>) {
    this.#limits = limits
    this.#open = new Map([...limits.pools].map(([name, n]) => [name, n < 0 ? Number.POSITIVE_INFINITY : n]))
    for (const instance of active) this.#occupy(instance)
    for (const [name, open] of this.#open) if (open <= 0) this.#fullPools.add(name)
  }

  /** Places left before the machine is full; none when the run itself is. */
  room(): number {
    return this.#active >= this.#limits.maxActiveTasks ? 0 : this.#limits.parallelism - this.#active
  }

  openSlots(): number {
    return [...this.#open.values()].reduce((sum, open) => sum + Math.max(0, open), 0)
  }

  isAside({ task }: Instance): boolean {
    return this.#runIsFull || this.#fullPools.has(task.pool) || this.#passedOver.has(task.id)
  }

  asideCount(): number {
    return this.#fullPools.size + this.#passedOver.size + (this.#runIsFull ? 1 : 0)
  }

  /** Gives the instance its slots, or sets aside what stands in its way. */
  admit(instance: Instance): boolean {
    const { task } = instance
    const open = this.#open.get(task.pool) ?? 0
    const most = task.maxActiveTis ?? Number.POSITIVE_INFINITY
    if (open <= 0) this.#fullPools.add(task.pool)
    else if (task.poolSlots > open) this.#passedOver.add(task.id)
    else if (this.#active >= this.#limits.maxActiveTasks) this.#runIsFull = true
    else if ((this.#activeOf.get(task.id) ?? 0) >= most) this.#passedOver.add(task.id)
    else {
      this.#occupy(instance)
      return true
    }
    return false
  }

  #occupy({ task }: Instance): void {
    this.#active += 1
    this.#activeOf.set(task.id, (this.#activeOf.get(task.id) ?? 0) + 1)
    const open = this.#open.get(task.pool)
    if (open !== undefined) this.#open.set(task.pool, open - task.poolSlots)
  }
}

/**
 * All that may begin now: rounds until one gives nothing, and then on down the line without what was passed over, so
 * that nothing waits only because what is before it cannot go.
 */
export function* pickAll(
  waiting: Iterable<Instance>,
  active: readonly Instance[],
  limits: Limits
): Generator<Instance> {
  let line = [...waiting]
  const busy = [...active]
  while (line.length > 0) {
    const { picked, examined } = pickRound(line, busy, limits)
    if (examined.length === 0) return
    const gone = new Set(picked.length > 0 ? picked : examined)
    line = line.filter((instance) => !gone.has(instance))
    busy.push(...picked)
    yield* picked
  }
}
