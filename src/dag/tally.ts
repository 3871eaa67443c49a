import type { FinalState } from './state.ts'
import type { UpstreamCounts } from './trigger-rule.ts'

/** How many instances a task has, and how many of them are in which final state. */
export type Tally = { total: number } & Record<FinalState, number>

export const emptyTally = (): Tally => ({
  total: 0,
  success: 0,
  failed: 0,
  skipped: 0,
  upstream_failed: 0,
  removed: 0
})

/** Instances that are in a final state. */
export const doneOf = (t: Readonly<Tally>): number => t.success + t.failed + t.skipped + t.upstream_failed + t.removed

/** The counts that a trigger rule is judged by, over several tasks. */
export function sumTallies(
  tallies: Iterable<{ readonly tally: Readonly<Tally>; readonly setup: boolean }>
): UpstreamCounts {
  const all = emptyTally()
  const setups = emptyTally()
  for (const { tally, setup } of tallies) {
    addTo(all, tally)
    if (setup) addTo(setups, tally)
  }
  return {
    total: all.total,
    success: all.success,
    failed: all.failed,
    upstreamFailed: all.upstream_failed,
    skipped: all.skipped,
    removed: all.removed,
    setups: setups.total,
    setupSuccess: setups.success,
    setupSkipped: setups.skipped
  }
}

function addTo(sum: Tally, tally: Readonly<Tally>): void {
  sum.total += tally.total
  sum.success += tally.success
  sum.failed += tally.failed
  sum.skipped += tally.skipped
  sum.upstream_failed += tally.upstream_failed
  sum.removed += tally.removed
}
