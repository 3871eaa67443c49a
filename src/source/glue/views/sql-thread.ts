import { Worker } from 'node:worker_threads'
import type { Clock } from '../../../core/clock.ts'
import { SQL_THREAD } from '../../../model/thread.ts'
import type { SqlReader } from './sql-reader.ts'

/** One question to the parser's thread, by the name of the function that answers it. */
export type SqlQuestion = {
  [Name in 'facts' | 'columns']: { readonly ask: Name; readonly given: Parameters<SqlReader[Name]> }
}['facts' | 'columns']

/** Its answers, in the order of the questions; `failed`: there is no parser. */
export type SqlAnswer = { readonly answer: unknown } | { readonly failed: string }

/** A query that takes longer is given up: it would never end. */
const LIMIT_MS = 30_000

interface Waiting {
  readonly question: SqlQuestion
  readonly answered: (answer: unknown) => void
  readonly failed: (error: Error) => void
}

/**
 * Has the parser in a thread of its own, beside the reading of the catalogue. A query that takes its thread down, or keeps
 * it for too long, is not understood, and a new thread goes on with the next one.
 */
export class SqlThread implements SqlReader {
  readonly #entry: URL
  readonly #clock: Clock
  readonly #waiting: Waiting[] = []
  #worker: Worker | null = null
  #watch = new AbortController()

  /** `entry`: what the thread runs; it has to call serveSql. */
  constructor(entry: URL, clock: Clock) {
    this.#entry = entry
    this.#clock = clock
  }

  facts: SqlReader['facts'] = (...given) => this.#ask({ ask: 'facts', given }) as ReturnType<SqlReader['facts']>
  columns: SqlReader['columns'] = (...given) => this.#ask({ ask: 'columns', given }) as ReturnType<SqlReader['columns']>

  async close(): Promise<void> {
    this.#watch.abort()
    const worker = this.#worker
    this.#worker = null
    for (const { failed } of this.#waiting.splice(0)) failed(new Error('No SQL is read any more'))
    await worker?.terminate()
  }

  #ask(question: SqlQuestion): Promise<unknown> {
    return new Promise((answered, failed) => {
      this.#waiting.push({ question, answered, failed })
      if (this.#worker === null) this.#start()
      else this.#worker.postMessage(question)
      if (this.#waiting.length === 1) this.#watchFirst()
    })
  }

  #start(): void {
    const worker = new Worker(this.#entry, { workerData: SQL_THREAD, argv: [], stdin: false })
    this.#worker = worker
    worker.on('message', (answer: SqlAnswer) => worker === this.#worker && this.#take(answer))
    // An error may overtake answers that were sent before it; what was sent arrives before 'exit', which always follows.
    worker.on('error', () => {})
    worker.on('exit', () => this.#lost(worker))
    worker.unref()
    for (const { question } of this.#waiting) worker.postMessage(question)
  }

  #take(answer: SqlAnswer): void {
    const first = this.#waiting.shift()
    if ('failed' in answer) first?.failed(new Error(answer.failed))
    else first?.answered(answer.answer)
    this.#watchFirst()
  }

  /** Whatever the thread was at is not understood. */
  #lost(worker: Worker): void {
    if (worker !== this.#worker) return
    this.#worker = null
    this.#waiting.shift()?.answered(null)
    if (this.#waiting.length > 0) this.#start()
    this.#watchFirst()
  }

  #watchFirst(): void {
    this.#watch.abort()
    this.#watch = new AbortController()
    const worker = this.#worker
    if (this.#waiting.length === 0 || worker === null) return
    const late = (): void => {
      if (worker !== this.#worker) return
      this.#lost(worker)
      void worker.terminate()
    }
    this.#clock.sleep(LIMIT_MS, this.#watch.signal).then(late, () => {})
  }
}
