import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

/** Time and chance, handed in so that tests need neither to wait nor to be lucky. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Milliseconds from an arbitrary start that never run backwards; for durations. */
  monotonic(): number
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** A number in [0, 1). */
  random(): number
}

const RANDOM_STEPS = 2 ** 32

/** The machine's own clock. Its timers do not keep the process alive longer than they are awaited. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
  random: () => randomInt(RANDOM_STEPS) / RANDOM_STEPS
}
