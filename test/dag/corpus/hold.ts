import { isDeepStrictEqual } from 'node:util'
import { logicalDateText } from '../../../src/dag/backoff.ts'
import { clearRun } from '../../../src/dag/clear.ts'
import { pickRound } from '../../../src/dag/pick.ts'
import { instanceName, type RunRecord } from '../../../src/dag/record.ts'
import { decideRetry } from '../../../src/dag/retry.ts'
import { DagRun, newRun } from '../../../src/dag/run.ts'
import { drive, verdictOf, WAVES } from './drive.ts'
import { FakeTasks } from './fake-tasks.ts'
import type { AnyCase, DagCase, RetryCase, SchedCase, Verdict } from './formats.ts'
import { dagOf, schedDagOf } from './to-dag.ts'

/** What holding one case against the runner showed. */
export interface Held {
  readonly id: string
  /** Airflow itself has no sane answer; counted apart. */
  readonly hazard: boolean
  /** The differences, each `what: ours … Airflow's …`; none when the case passed. */
  readonly differences: readonly string[]
}

/** Holds a case of any format against the real runner. A case that it refuses differs. */
export async function hold(c: AnyCase): Promise<Held> {
  const hazard = c.kind === 'dag' && c.value.expected.hazard !== undefined
  try {
    return { id: c.value.id, hazard, differences: await differencesOf(c) }
  } catch (thrown) {
    return { id: c.value.id, hazard, differences: [thrown instanceof Error ? thrown.message : String(thrown)] }
  }
}

async function differencesOf(c: AnyCase): Promise<readonly string[]> {
  switch (c.kind) {
    case 'dag':
      return holdDag(c.value)
    case 'retry':
      return holdRetry(c.value)
    case 'sched':
      return holdSched(c.value)
  }
}

async function holdDag(c: DagCase): Promise<readonly string[]> {
  const { expected } = c
  const dag = dagOf(c)
  const first = await drive(dag, newRun(dag, c.id, null), new FakeTasks(c.tasks, 1), WAVES)
  const possible = expected.why === undefined ? [] : (expected.possible ?? [])
  if (c.clear === undefined) return compareVerdicts(verdictOf(first), expected, possible)
  const { task_ids: taskIds } = c.clear
  const cleared = clearRun(dag, first, {
    onlyFailed: c.clear.only_failed ?? false,
    upstream: c.clear.include_upstream ?? false,
    downstream: c.clear.include_downstream ?? false,
    ...(taskIds ? { tasks: taskIds } : {})
  })
  const last = await drive(dag, cleared.record, new FakeTasks(c.tasks, 2), WAVES)
  return [
    ...(expected.first === undefined ? [] : compareVerdicts(verdictOf(first), expected.first, [], 'first ')),
    ...compareCleared(c, cleared.record, cleared.cleared),
    ...compareVerdicts(verdictOf(last), expected, possible)
  ]
}

function compareCleared(c: DagCase, record: RunRecord, cleared: readonly string[]): readonly string[] {
  const wanted = c.expected.after_clear
  if (wanted === undefined) return []
  const maxTries = Object.fromEntries(record.instances.map((i) => [instanceName(i), i.maxTries]))
  return [
    ...differ('cleared', [...cleared].sort(), [...wanted.cleared].sort()),
    ...differ('count', cleared.length, wanted.count),
    ...differ('run after clear', record.state, wanted.run),
    ...differ('max_tries', maxTries, wanted.max_tries)
  ]
}

function compareVerdicts(ours: Required<Verdict>, theirs: Verdict, possible: readonly Verdict[], when = ''): string[] {
  const same = (v: Verdict): boolean => ours.run === v.run && isDeepStrictEqual(ours.states, v.states)
  if (!same(theirs) && possible.some(same)) return []
  return [
    ...differ(`${when}run`, ours.run, theirs.run),
    ...differByKey(`${when}state of`, ours.states, theirs.states),
    ...(theirs.tries === undefined ? [] : differByKey(`${when}tries of`, ours.tries, theirs.tries))
  ]
}

function holdRetry(c: RetryCase): readonly string[] {
  const backoff = typeof c.retry_exponential_backoff === 'boolean' ? (c.retry_exponential_backoff ? 2 : 0) : null
  const logicalDate = logicalDateText(c.logical_date)
  const decision = decideRetry({
    dagId: c.dag_id,
    taskId: c.task_id,
    logicalDate,
    tryNumber: c.try_number,
    maxTries: c.try_number,
    options: {
      retries: c.try_number,
      delaySeconds: c.retry_delay,
      backoff: backoff ?? Number(c.retry_exponential_backoff),
      maxDelaySeconds: c.max_retry_delay,
      rules: []
    },
    failure: { code: 'case', message: 'as the case says' },
    retry: 'default',
    ...(typeof c.retry_delay_override === 'number' ? { delaySeconds: c.retry_delay_override } : {})
  })
  const hashed = `${c.dag_id}#${c.task_id}#${logicalDate}#${c.try_number}`
  return [
    ...differ('delay', decision.kind === 'retry' ? decision.delaySeconds : null, c.expected.delay_seconds),
    ...(c.expected.hash_input === undefined ? [] : differ('hash input', hashed, c.expected.hash_input))
  ]
}

function holdSched(c: SchedCase): readonly string[] {
  const dag = schedDagOf(c)
  const states = new Map(c.tasks.map((task) => [task.id, task.state]))
  const fresh = newRun(dag, c.id, null)
  const instances = fresh.instances.map((i) => ({ ...i, state: states.get(i.taskId) ?? null }))
  const run = new DagRun(dag, { ...fresh, state: 'running', instances }, () => undefined)
  const { picked } = pickRound(run.scheduled, run.running, {
    pools: new Map(Object.entries(c.pools)),
    maxActiveTasks: c.max_active_tasks,
    parallelism: c.parallelism,
    maxTisPerQuery: 16
  })
  const weights = Object.fromEntries([...dag.tasks.values()].map((task) => [task.id, task.weight]))
  const queued = picked.map((instance) => instance.task.id)
  const { expected } = c
  const arrange = (ids: readonly string[]): readonly string[] => (expected.ties === true ? [...ids].sort() : ids)
  const other = expected.why === undefined ? [] : (expected.possible ?? [])
  const possible = other.some((answer) => {
    const ids = 'queued' in answer ? answer.queued : answer
    return isDeepStrictEqual(arrange(ids), arrange(queued))
  })
  return [
    ...differByKey('weight of', weights, expected.weights),
    ...(possible ? [] : differ('queued', arrange(queued), arrange(expected.queued)))
  ]
}

const show = (value: unknown): string => JSON.stringify(value) ?? 'nothing'

const differ = (what: string, ours: unknown, theirs: unknown): readonly string[] =>
  isDeepStrictEqual(ours, theirs) ? [] : [`${what}: ours ${show(ours)}, Airflow's ${show(theirs)}`]

function differByKey(
  what: string,
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>
): readonly string[] {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])]
  return keys.flatMap((key) => differ(`${what} ${key}`, ours[key], theirs[key]))
}
