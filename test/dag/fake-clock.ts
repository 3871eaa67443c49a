import type { Clock } from '../../src/core/clock.ts'

interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

/** A clock that stands still until it is told to go on. */
export class FakeClock implements Clock {
  #now: number
  readonly #sleepers = new Set<Sleeper>()

  constructor(now = 0) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  monotonic(): number {
    return this.#now
  }

  random(): number {
    return 0.5
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper: Sleeper = { at: this.#now + ms, wake: resolve }
      this.#sleepers.add(sleeper)
      signal?.addEventListener('abort', () => {
        this.#sleepers.delete(sleeper)
        reject(signal.reason)
      })
    })
  }

  /** How many wait for the clock. */
  get sleeping(): number {
    return this.#sleepers.size
  }

  /** Whether anyone sleeps no longer than that. */
  isDue(time: number): boolean {
    return [...this.#sleepers].some((sleeper) => sleeper.at <= time)
  }

  /** Lets `ms` milliseconds pass and wakes who has slept enough, the earliest first. */
  advance(ms: number): void {
    this.advanceTo(this.#now + ms)
  }

  advanceTo(time: number): void {
    const due = [...this.#sleepers].filter((sleeper) => sleeper.at <= time).sort((a, b) => a.at - b.at)
    this.#now = Math.max(this.#now, time)
    for (const sleeper of due) {
      this.#sleepers.delete(sleeper)
      sleeper.wake()
    }
  }
}
