/** Lets a number of tasks run at once; the others wait in the order in which they came. */
export class Gate {
  #open: number
  readonly #waiting: (() => void)[] = []

  constructor(places: number) {
    this.#open = places
  }

  /** Runs `task` when there is a place for it. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#open > 0) this.#open -= 1
    else await new Promise<void>((enter) => this.#waiting.push(enter))
    try {
      return await task()
    } finally {
      // A place that becomes free is handed on, so that nobody who comes later can take it.
      const next = this.#waiting.shift()
      if (next === undefined) this.#open += 1
      else next()
    }
  }
}
