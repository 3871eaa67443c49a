import type { TriggerRule } from './model.ts'

/** How many direct upstream instances there are, and in which final states. Every mapped instance counts. */
export interface UpstreamCounts {
  readonly total: number
  readonly success: number
  readonly failed: number
  readonly upstreamFailed: number
  readonly skipped: number
  readonly removed: number
  /** Of the above, those that are setups. */
  readonly setups: number
  readonly setupSuccess: number
  readonly setupSkipped: number
}

/** What a trigger rule makes of its upstreams: begin, go on waiting, or take a final state without running. */
export type RuleVerdict =
  | { readonly kind: 'run'; readonly reason: string }
  | { readonly kind: 'wait'; readonly reason: string }
  | { readonly kind: 'set'; readonly state: 'skipped' | 'upstream_failed' | 'removed'; readonly reason: string }

type Holds = (c: UpstreamCounts) => boolean

interface Row {
  /** What the rule asks for, to be read after "needs". */
  readonly needs: string
  /** States taken without running. The first that holds wins, and as soon as it holds. */
  readonly set: readonly (readonly [Holds, 'skipped' | 'upstream_failed'])[]
  readonly run: Holds
}

const failures = (c: UpstreamCounts): number => c.failed + c.upstreamFailed
const done = (c: UpstreamCounts): number => c.success + failures(c) + c.skipped + c.removed
const allDone: Holds = (c) => done(c) >= c.total
const anyFailed: Holds = (c) => failures(c) > 0
const anySkipped: Holds = (c) => c.skipped > 0
const both =
  (a: Holds, b: Holds): Holds =>
  (c) =>
    a(c) && b(c)

/**
 * Airflow 3.3's trigger rules, one row each (`ti_deps/deps/trigger_rule_dep.py`). `removed` instances count as neither
 * success nor failure: the rules that ask for "all" take them off the total.
 */
export const TRIGGER_RULE_TABLE: Readonly<Record<TriggerRule, Row>> = {
  all_success: {
    needs: 'every upstream to succeed',
    set: [
      [anyFailed, 'upstream_failed'],
      [anySkipped, 'skipped']
    ],
    run: (c) => c.success + c.removed >= c.total
  },
  all_failed: {
    needs: 'every upstream to fail',
    set: [[(c) => c.success + c.skipped > 0, 'skipped']],
    run: (c) => failures(c) + c.removed >= c.total
  },
  all_done: { needs: 'every upstream to end', set: [], run: allDone },
  all_done_min_one_success: {
    needs: 'every upstream to end, none skipped and at least one with success',
    set: [
      [anySkipped, 'skipped'],
      [both(allDone, (c) => c.success === 0), 'upstream_failed']
    ],
    run: (c) => c.skipped === 0 && c.success > 0 && c.success + failures(c) >= c.total - c.removed
  },
  all_done_setup_success: {
    needs: 'every upstream to end, and at least one setup among them with success',
    set: [
      [both(allDone, (c) => c.setups > 0 && c.setupSkipped >= c.setups), 'skipped'],
      [both(allDone, (c) => c.setups > 0 && c.setupSuccess === 0), 'upstream_failed']
    ],
    run: both(allDone, (c) => c.setups === 0 || c.setupSuccess > 0)
  },
  one_success: {
    needs: 'one upstream to succeed',
    set: [
      [both(allDone, (c) => c.skipped === done(c)), 'skipped'],
      [both(allDone, (c) => c.success === 0), 'upstream_failed']
    ],
    run: (c) => c.success > 0
  },
  one_failed: {
    needs: 'one upstream to fail',
    set: [[both(allDone, (c) => failures(c) === 0), 'skipped']],
    run: anyFailed
  },
  one_done: {
    needs: 'one upstream to succeed or to fail by itself',
    set: [[both(allDone, (c) => c.success + c.failed === 0), 'skipped']],
    run: (c) => c.success + c.failed > 0
  },
  none_failed: {
    needs: 'every upstream to succeed or be skipped',
    set: [[anyFailed, 'upstream_failed']],
    run: (c) => c.success + c.skipped + c.removed >= c.total
  },
  none_failed_min_one_success: {
    needs: 'every upstream to succeed or be skipped, and at least one to succeed',
    set: [
      [anyFailed, 'upstream_failed'],
      [(c) => c.skipped === c.total, 'skipped'],
      [both(allDone, (c) => c.success === 0), 'upstream_failed']
    ],
    run: (c) => c.success > 0 && c.success + c.skipped + c.removed >= c.total
  },
  none_skipped: {
    needs: 'every upstream to end, none skipped',
    set: [[anySkipped, 'skipped']],
    run: both(allDone, (c) => c.skipped === 0)
  },
  all_skipped: {
    needs: 'every upstream to be skipped',
    set: [[(c) => c.success + failures(c) > 0, 'skipped']],
    run: (c) => c.skipped >= c.total
  },
  always: { needs: 'nothing', set: [], run: () => true }
}

/**
 * What `rule` says about an instance with these upstreams. `mapIndex` is -1 for an instance that is not mapped.
 * A mapped instance under `all_success` whose index is beyond its successful upstreams, some being removed, is removed.
 */
export function judgeTriggerRule(rule: TriggerRule, counts: UpstreamCounts, mapIndex: number): RuleVerdict {
  if (counts.total === 0) return { kind: 'run', reason: 'no upstream' }
  const row = TRIGGER_RULE_TABLE[rule]
  if (rule === 'always') return { kind: 'run', reason: explain(rule, row, counts) }
  for (const [holds, state] of row.set) {
    if (holds(counts)) return { kind: 'set', state, reason: explain(rule, row, counts) }
  }
  if (rule === 'all_success' && counts.removed > 0 && counts.success > 0 && mapIndex >= counts.success) {
    return { kind: 'set', state: 'removed', reason: `only ${counts.success} upstream instances are left` }
  }
  return { kind: row.run(counts) ? 'run' : 'wait', reason: explain(rule, row, counts) }
}

/** `all_success needs every upstream to succeed; of 3: 1 success, 1 failed, 1 not done`. */
function explain(rule: TriggerRule, row: Row, c: UpstreamCounts): string {
  const parts: readonly (readonly [number, string])[] = [
    [c.success, 'success'],
    [c.failed, 'failed'],
    [c.upstreamFailed, 'upstream_failed'],
    [c.skipped, 'skipped'],
    [c.removed, 'removed'],
    [c.total - done(c), 'not done']
  ]
  const shown = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`)
  return `${rule} needs ${row.needs}; of ${c.total}: ${shown.join(', ')}`
}
