import { setMaxListeners } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Environment } from '../../core/environment.ts'
import { AppError } from '../../core/errors.ts'
import type { GmsAnswer } from '../../datahub/gms-answer.ts'
import type { Emit, Event } from '../../model/event.ts'
import type { Mask } from '../../model/ports.ts'
import type { RestSinkOptions } from '../../model/recipe.ts'
import type { Stamp } from '../stamp.ts'
import { type FlatUnits, flattened } from './flat-units.ts'
import type { WriteRequest, Writer } from './writer.ts'

/** What a thread of this program is told when it is to write. */
export interface WriterSetup {
  readonly options: RestSinkOptions
  readonly stamp: Stamp
  readonly env: Environment
  readonly cwd: string
}

/** What the thread is told. */
export type ToWriter =
  | { readonly id: number; readonly units: FlatUnits; readonly asynchronous: boolean; readonly retryFaults: boolean }
  | 'cancel'

/** What the thread tells. */
export type FromWriter =
  | { readonly id: number; readonly answer: GmsAnswer }
  | { readonly id: number; readonly failed: WriterFailure }
  | { readonly id: number; readonly event: Event }
  | { readonly mask: string }

/** An error on its way between threads. */
export interface WriterFailure {
  readonly message: string
  /** null: not foreseen. */
  readonly known: { readonly kind: AppError['kind']; readonly code: string; readonly cure: string | null } | null
}

interface Waiting {
  readonly emit: Emit
  readonly answered: (answer: GmsAnswer) => void
  readonly failed: (error: Error) => void
}

/**
 * Makes requests and sends them in a thread of its own, beside reading and mapping: what they cost is a third of a run
 * (ADR 0008). Of a thread that ends before its time every request fails, and what was in it counts as undelivered.
 */
export class WriterThread implements Writer {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #signal: AbortSignal
  #next = 0
  #ended: Error | null = null
  readonly #cancel = (): void => this.#worker.postMessage('cancel' satisfies ToWriter)

  /** `entry`: what the thread runs; it has to call serveWrites. */
  constructor(entry: URL, setup: WriterSetup, { signal, mask }: { readonly signal: AbortSignal; readonly mask: Mask }) {
    this.#worker = new Worker(entry, { workerData: setup, argv: [], stdin: false })
    this.#worker.on('message', (told: FromWriter) => ('mask' in told ? mask(told.mask) : this.#take(told)))
    this.#worker.on('error', (error) => this.#lost(error))
    this.#worker.on('exit', () => this.#lost(new Error('the thread that writes to DataHub has ended')))
    this.#signal = signal
    setMaxListeners(0, signal)
    if (signal.aborted) this.#cancel()
    else signal.addEventListener('abort', this.#cancel, { once: true })
  }

  write({ units, asynchronous, retryFaults }: WriteRequest, emit: Emit): Promise<GmsAnswer> {
    return new Promise((answered, failed) => {
      if (this.#ended !== null) return failed(this.#ended)
      const id = this.#next++
      this.#waiting.set(id, { emit, answered, failed })
      this.#worker.postMessage({ id, units: flattened(units), asynchronous, retryFaults } satisfies ToWriter)
    })
  }

  close(): void {
    this.#signal.removeEventListener('abort', this.#cancel)
    void this.#worker.terminate()
  }

  #take(told: Exclude<FromWriter, { readonly mask: string }>): void {
    const waiting = this.#waiting.get(told.id)
    if ('event' in told) {
      waiting?.emit(told.event)
      return
    }
    this.#waiting.delete(told.id)
    if ('answer' in told) waiting?.answered(told.answer)
    else waiting?.failed(errorOf(told.failed))
  }

  #lost(error: Error): void {
    this.#ended ??= error
    for (const { failed } of this.#waiting.values()) failed(this.#ended)
    this.#waiting.clear()
  }
}

function errorOf({ message, known }: WriterFailure): Error {
  if (known === null) return new Error(message)
  const { kind, code, cure } = known
  return new AppError(message, { kind, code, ...(cure === null ? {} : { cure }) })
}
