import type { Clock } from '../../src/core/clock.ts'

/** A clock that stands still until it is moved; its sleeps pass at once and move it. */
export interface ManualClock extends Clock {
  /** Moves time forward. */
  advance(milliseconds: number): void
  /** How long each sleep was, in order. */
  readonly slept: readonly number[]
}

/** A clock that starts at `start` (milliseconds since the epoch). */
export function manualClock(start = Date.UTC(2026, 10, 23)): ManualClock {
  let now = start
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    monotonic: () => now,
    random: () => 0.5,
    advance: (milliseconds) => {
      now += milliseconds
    },
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
      now += milliseconds
      await Promise.resolve()
    }
  }
}
