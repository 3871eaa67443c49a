import { mkdirSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Clock } from '../core/clock.ts'
import { AppError, messageOf } from '../core/errors.ts'
import { escapeNonAscii } from '../core/json.ts'
import { discard, type Place, placeOf, settle } from '../core/whole-file.ts'
import type { Emit } from '../model/event.ts'
import type { Page, Sink } from '../model/ports.ts'
import type { Outcome, SerialisedWorkUnit } from '../model/work-unit.ts'
import { recordOf } from './record.ts'
import type { Stamp } from './stamp.ts'

const INDENT = 4

/** The files that runs of this process are writing: of two at once one would take the other's place. */
const UNDER_WAY = new Set<string>()

/**
 * Writes the peer's file-sink format (datahub/ingestion/sink/file.py), byte for byte as Python's json.dumps: a JSON array
 * of proposals whose aspects are plain JSON. It is written beside its place and moved there at the end, so that a run that
 * breaks off neither leaves half a file nor destroys an earlier one. Only then does anything count as written.
 */
export class FileSink implements Sink {
  readonly #path: string
  readonly #stamp: Stamp
  readonly #clock: Clock
  readonly #nestsText: boolean

  /** @param nestsText whether aspects are texts within the JSON, as in the peer's old form */
  constructor(path: string, stamp: Stamp, clock: Clock, nestsText = false) {
    this.#path = path
    this.#stamp = stamp
    this.#clock = clock
    this.#nestsText = nestsText
  }

  /**
   * The outcomes hold once the delivery has come to its end.
   * @throws AppError when the file cannot be written; whatever `units` throws.
   */
  async *deliver(units: AsyncIterable<Page<SerialisedWorkUnit>>, emit: Emit): AsyncGenerator<Page<Outcome>> {
    const place = await this.#ask(() => placeOf(this.#path))
    if (UNDER_WAY.has(place.path)) throw this.#refusal('another run is writing it', SHARED)
    UNDER_WAY.add(place.path)
    try {
      yield* this.#write(units, place, emit)
    } finally {
      UNDER_WAY.delete(place.path)
    }
  }

  async *#write(
    units: AsyncIterable<Page<SerialisedWorkUnit>>,
    place: Place,
    emit: Emit
  ): AsyncGenerator<Page<Outcome>> {
    const file = await this.#ask(() => openNew(place.part))
    let count = 0
    let whole = false
    try {
      let separator = '[\n'
      for await (const page of units) {
        emit({ type: 'produced', count: page.length })
        count += page.length
        if (page.length === 0) continue
        await this.#ask(() => file.appendFile(separator + this.#textOf(page)))
        separator = ',\n'
        yield page.map((unit) => ({ unit, kind: 'written' as const }))
      }
      await this.#ask(() => finish(file, count === 0 ? '[]' : '\n]', place))
      whole = true
    } finally {
      if (!whole) {
        await file.close().catch(() => undefined)
        await discard(place)
      }
      if (count > 0) emit({ type: 'delivered', kind: whole ? 'written' : 'undelivered', count })
      if (count > 0 && !whole)
        emit({ type: 'failed', severity: 'failure', failure: { ...UNFINISHED, resource: this.#path } })
    }
  }

  #textOf(page: Page<SerialisedWorkUnit>): string {
    const now = this.#clock.now()
    const records = page.map((unit) => JSON.stringify(recordOf(unit, this.#stamp, now, this.#nestsText), null, INDENT))
    return escapeNonAscii(records.join(',\n'))
  }

  async #ask<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw this.#refusal(messageOf(error), UNUSABLE, error)
    }
  }

  #refusal(why: string, cure: string, cause?: unknown): AppError {
    const message = `The file sink cannot write to ${this.#path}: ${why}`
    return new AppError(message, { kind: 'cannot-begin', code: 'file-sink', cure, cause })
  }
}

const UNUSABLE = 'give `filename` a path in a folder that this process may write to and that has room'
const SHARED = 'give each recipe a `filename` of its own; a variable in it tells mapped tasks apart'

const UNFINISHED = {
  code: 'file-not-written',
  message: 'The run broke off, so the file was not written; an earlier one stays as it was',
  cure: 'run this again once the cause is mended'
}

async function openNew(path: string): Promise<FileHandle> {
  mkdirSync(dirname(path), { recursive: true })
  return open(path, 'w')
}

async function finish(file: FileHandle, end: string, place: Place): Promise<void> {
  await file.appendFile(end)
  await file.close()
  await settle(place)
}
