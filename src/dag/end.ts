import type { Failure } from '../model/event.ts'
import { logicalDateText } from './backoff.ts'
import { type Chosen, resolveChoice } from './branch.ts'
import { unmappable } from './mapping.ts'
import { DEFAULTS } from './model.ts'
import { decideRetry } from './retry.ts'
import type { DagRun, Instance } from './run.ts'
import type { TaskResult } from './task.ts'

type Success = Extract<TaskResult, { outcome: 'success' }>
type Failed = Extract<TaskResult, { outcome: 'failed' }>

/**
 * Takes the result of a running instance's try into the run. Returns the other instances that were running and are now
 * failed, because of fail_fast: whoever runs them has to stop them.
 */
export function endTry(run: DagRun, instance: Instance, result: TaskResult, now: number): readonly Instance[] {
  switch (result.outcome) {
    case 'success':
      return succeed(run, instance, result, now)
    case 'skipped':
      run.move(instance, 'skipped', now, { endedAt: now, why: result.why })
      return []
    case 'failed':
      return fail(run, instance, result, now)
  }
}

function succeed(run: DagRun, instance: Instance, result: Success, now: number): readonly Instance[] {
  const { task, record } = instance
  const output = result.output ?? null
  const bad = task.mappedOver && record.mapIndex < 0 ? unmappable(output, DEFAULTS.maxMapLength) : null
  if (bad !== null) return fail(run, instance, failed('dag-unmappable-output', `task ${task.id} ${bad}`), now)
  let chosen: Chosen = { decision: null, skip: [] }
  if (result.choice !== undefined) {
    const resolved = resolveChoice(run.dag, task, result.choice)
    if (!resolved.ok) {
      const message = `task ${task.id} chose ${resolved.error.join(', ')}, which is no task or group of this DAG`
      return fail(run, instance, failed('dag-unknown-branch', message), now)
    }
    chosen = resolved.value
  }
  run.move(instance, 'success', now, { endedAt: now, output, decision: chosen.decision, why: 'done' })
  if (record.mapIndex < 0) skipNow(run, chosen.skip, task.id, now)
  return []
}

const failed = (code: string, message: string): Failed => ({ outcome: 'failed', failure: { code, message } })

/**
 * A branch's skips are written when it ends, over every state except those of instances that run or have run. Instances
 * of a mapped task that is expanded already are skipped by the next pass, which asks the decision again.
 */
function skipNow(run: DagRun, ids: readonly string[], by: string, now: number): void {
  for (const id of ids) {
    const instance = run.instance(id, -1)
    if (instance === undefined) continue
    const { state } = instance.record
    if (state === 'running' || state === 'success' || state === 'failed' || state === 'skipped') continue
    run.move(instance, 'skipped', now, { endedAt: now, why: `${by} did not choose it` })
  }
}

function fail(run: DagRun, instance: Instance, result: Failed, now: number): readonly Instance[] {
  const { task, record } = instance
  const decision = decideRetry({
    dagId: run.dag.dagId,
    taskId: task.id,
    logicalDate: logicalDateText(run.logicalDate),
    tryNumber: record.tryNumber,
    maxTries: record.maxTries,
    options: task.retry,
    failure: result.failure,
    retry: result.retry ?? 'default',
    ...(result.delaySeconds === undefined ? {} : { delaySeconds: result.delaySeconds })
  })
  const ended = { endedAt: now, failure: result.failure, why: decision.reason }
  if (decision.kind === 'retry') {
    run.move(instance, 'up_for_retry', now, { ...ended, retryAt: now + decision.delaySeconds * 1000 })
    return []
  }
  run.move(instance, 'failed', now, ended)
  return run.dag.failFast ? stopOthers(run, instance, now) : []
}

/**
 * Airflow's fail_fast: with the final failure of one task the instances of all others that are not teardowns and have
 * not succeeded or failed end: those that run as failed, all others, even those with a failed upstream, as skipped.
 */
function stopOthers(run: DagRun, culprit: Instance, now: number): readonly Instance[] {
  const stopped: Instance[] = []
  const failure: Failure = { code: 'dag-fail-fast', message: `stopped because ${culprit.task.id} failed` }
  for (const instance of [...run.all()]) {
    const { task, record } = instance
    if (task === culprit.task || task.role === 'teardown') continue
    if (record.state === 'success' || record.state === 'failed' || record.state === 'skipped') continue
    if (record.state === 'running') {
      run.move(instance, 'failed', now, { endedAt: now, failure, why: failure.message })
      stopped.push(instance)
    } else {
      run.move(instance, 'skipped', now, { endedAt: now, why: `fail_fast: ${culprit.task.id} failed` })
    }
  }
  return stopped
}
