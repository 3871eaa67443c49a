import type { Task } from './dag.ts'
import { pastHinders } from './past.ts'
import type { RunRecord } from './record.ts'
import type { DagRun, Instance } from './run.ts'
import { doneOf, sumTallies } from './tally.ts'
import { judgeTriggerRule, type RuleVerdict, type UpstreamCounts } from './trigger-rule.ts'

/** What a pass finds out about an instance: it may begin, it has to wait, or it takes a final state without running. */
export type Finding =
  | { readonly kind: 'run' | 'wait'; readonly why: string }
  | { readonly kind: 'set'; readonly state: 'skipped' | 'upstream_failed' | 'removed'; readonly why: string }

/** What holds for all instances of a task alike, as it is before the pass. */
export interface Outlook {
  readonly direct: UpstreamCounts
  readonly setups: UpstreamCounts | null
  /** Instances between a teardown and its setups that have not ended. */
  readonly openScope: number
  readonly past: string | null
  /** Direct upstreams of which some instance has ended: those whose decisions hold. */
  readonly ended: readonly string[]
}

export function outlookOf(run: DagRun, task: Task, previous: RunRecord | null): Outlook {
  return {
    direct: count(run, task.upstream),
    setups: task.indirectSetups.length === 0 ? null : count(run, task.indirectSetups),
    openScope: task.scope.reduce((sum, id) => sum + run.tally(id).total - doneOf(run.tally(id)), 0),
    past: pastHinders(task, run.dag, previous),
    ended: task.upstream.filter((id) => doneOf(run.tally(id)) > 0)
  }
}

const count = (run: DagRun, ids: readonly string[]): UpstreamCounts =>
  sumTallies(ids.map((id) => ({ tally: run.tally(id), setup: run.dag.task(id).role === 'setup' })))

/**
 * Asks everything that an instance depends on. All is asked even when one thing already hinders it, as Airflow does:
 * an instance that waits for its retry is skipped when a branch above decides so meanwhile.
 *
 * Where two checks set different states in one pass, Airflow's answer depends on the order of a Python set. Here a
 * branch's decision comes first, as it overwrites everything when it is made; then a failure; then what is mapped over.
 * `mapped` is what `mapSourceEnded` says now, in the midst of the pass.
 */
export function decide(
  run: DagRun,
  instance: Instance,
  outlook: Outlook,
  mapped: Finding | null,
  now: number
): Finding {
  const branch = branchSkips(run, instance, outlook.ended)
  if (branch !== null) return branch
  const rule = ruleFinding(instance, outlook)
  if (rule.kind === 'set' && rule.state === 'upstream_failed') return rule
  if (mapped?.kind === 'set') return mapped
  if (rule.kind === 'set') return rule
  const { retryAt } = instance.record
  if (retryAt !== null && retryAt > now) return { kind: 'wait', why: 'its retry is not due' }
  if (outlook.past !== null) return { kind: 'wait', why: outlook.past }
  return mapped ?? rule
}

/** Whether a branch or short circuit right above decided against the task. Its decision is kept until it runs again. */
function branchSkips(run: DagRun, { task, record }: Instance, ended: readonly string[]): Finding | null {
  for (const id of ended) {
    const parent = run.dag.task(id)
    const decision = run.instance(id, parent.expand === null ? -1 : record.mapIndex)?.record.decision ?? null
    if (decision === null) continue
    const skip = 'followed' in decision ? !decision.followed.includes(task.id) : decision.skipped.includes(task.id)
    if (skip) return { kind: 'set', state: 'skipped', why: `${id} did not choose it` }
  }
  return null
}

/** What becomes of a mapped task when a task that it maps over, and that was not itself expanded, ended without a list. */
export function mapSourceEnded(run: DagRun, task: Task): Finding | null {
  const ended = task.mapSources.flatMap((id) => {
    const source = run.instance(id, -1)
    return source === undefined || source.record.state === null ? [] : [source.record]
  })
  const bad = ended.find(({ state }) => state === 'failed' || state === 'upstream_failed')
  if (bad !== undefined)
    return { kind: 'set', state: 'upstream_failed', why: `it maps over ${bad.taskId}, which failed` }
  const skipped = ended.find(({ state }) => state === 'skipped')
  if (skipped !== undefined)
    return { kind: 'set', state: 'skipped', why: `it maps over ${skipped.taskId}, which was skipped` }
  const removed = ended.find(({ state }) => state === 'removed')
  return removed === undefined ? null : { kind: 'wait', why: `it maps over ${removed.taskId}, which was removed` }
}

/** The trigger rule, with what setups and teardowns add to it. */
function ruleFinding({ task, record }: Instance, outlook: Outlook): Finding {
  if (task.upstream.length === 0) return { kind: 'run', why: 'no upstream' }
  if (task.triggerRule === 'always') return { kind: 'run', why: 'always' }
  const constraint = outlook.setups === null ? null : setupConstraint(outlook.setups, record.mapIndex)
  if (constraint?.kind === 'set') return constraint
  const rule = findingOf(judgeTriggerRule(task.triggerRule, outlook.direct, record.mapIndex))
  if (rule.kind === 'set') return rule
  if (constraint !== null) return constraint
  if (rule.kind === 'run' && outlook.openScope > 0) {
    return { kind: 'wait', why: `${outlook.openScope} instances between it and its setups have not ended` }
  }
  return rule
}

/** The setups that bear on a task without being direct upstreams have to succeed, whatever the trigger rule says. */
function setupConstraint(setups: UpstreamCounts, mapIndex: number): Finding | null {
  if (setups.failed + setups.upstreamFailed > 0) {
    return { kind: 'set', state: 'upstream_failed', why: 'one of its setups failed' }
  }
  if (setups.skipped > 0) return { kind: 'set', state: 'skipped', why: 'one of its setups was skipped' }
  const mapped = mapIndex >= 0
  if (mapped && setups.removed > 0 && setups.success > 0 && mapIndex >= setups.success) {
    return { kind: 'set', state: 'removed', why: `only ${setups.success} of its setups' instances are left` }
  }
  const missing = setups.total - setups.success - (mapped ? setups.removed : 0)
  return missing > 0 ? { kind: 'wait', why: `${missing} of its setups have not succeeded` } : null
}

function findingOf(verdict: RuleVerdict): Finding {
  return verdict.kind === 'set'
    ? { kind: 'set', state: verdict.state, why: verdict.reason }
    : { kind: verdict.kind, why: verdict.reason }
}
