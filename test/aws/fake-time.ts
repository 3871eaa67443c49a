import type { Clock } from '../../src/core/clock.ts'

interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

/** A clock on which several sleep at once; it stands still until it is moved. */
export class FakeTime implements Clock {
  #now = 0
  readonly #sleepers = new Set<Sleeper>()

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
      const sleeper = { at: this.#now + ms, wake: resolve }
      this.#sleepers.add(sleeper)
      signal?.addEventListener('abort', () => {
        this.#sleepers.delete(sleeper)
        reject(signal.reason)
      })
    })
  }

  advance(ms: number): void {
    this.#now += ms
  }

  /** Lets time pass until nobody sleeps any more. */
  async runAll(): Promise<void> {
    await settle()
    while (this.#sleepers.size > 0) {
      const [first] = [...this.#sleepers].sort((a, b) => a.at - b.at)
      if (first === undefined) return
      this.#sleepers.delete(first)
      this.#now = Math.max(this.#now, first.at)
      first.wake()
      await settle()
    }
  }
}

/** Lets everything run that waits for nothing but its turn. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve()
}
