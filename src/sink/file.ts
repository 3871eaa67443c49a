import { mkdirSync, rmSync } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Clock } from '../core/clock.ts'
import { AppError, messageOf } from '../core/errors.ts'
import type { Emit } from '../model/event.ts'
import type { Page, Sink } from '../model/ports.ts'
import type { Outcome, SerialisedWorkUnit } from '../model/work-unit.ts'
import { announce } from './announce.ts'
import { recordOf } from './record.ts'
import type { Stamp } from './stamp.ts'

const INDENT = '    '

/**
 * Writes the peer's file-sink format: a JSON array of proposals whose aspects are plain JSON. It is written beside its
 * place and moved there at the end, so that a run that breaks off neither leaves half a file nor destroys an earlier one.
 */
export class FileSink implements Sink {
  readonly #path: string
  readonly #stamp: Stamp
  readonly #clock: Clock

  constructor(path: string, stamp: Stamp, clock: Clock) {
    this.#path = path
    this.#stamp = stamp
    this.#clock = clock
  }

  /** @throws AppError when the file cannot be written. */
  async *deliver(units: AsyncIterable<Page<SerialisedWorkUnit>>, emit: Emit): AsyncGenerator<Page<Outcome>> {
    const part = `${this.#path}.part`
    const file = await this.#open(part)
    let whole = false
    try {
      yield* this.#write(file, units, emit)
      whole = true
    } finally {
      await file.close()
      if (!whole) rmSync(part, { force: true })
    }
    await rename(part, this.#path)
  }

  async *#write(
    file: FileHandle,
    units: AsyncIterable<Page<SerialisedWorkUnit>>,
    emit: Emit
  ): AsyncGenerator<Page<Outcome>> {
    let separator = '\n'
    await file.write('[')
    for await (const page of units) {
      emit({ type: 'produced', count: page.length })
      const now = this.#clock.now()
      const records = page.map((unit) => indented(recordOf(unit, this.#stamp, now)))
      if (records.length > 0) await file.write(separator + records.join(',\n'))
      if (records.length > 0) separator = ',\n'
      const outcomes = page.map((unit) => ({ unit, kind: 'written' as const }))
      announce(outcomes, emit)
      yield outcomes
    }
    await file.write(separator === '\n' ? ']' : '\n]')
  }

  async #open(path: string): Promise<FileHandle> {
    try {
      mkdirSync(dirname(path), { recursive: true })
      return await open(path, 'w')
    } catch (error) {
      throw new AppError(`The file sink cannot write to ${this.#path}: ${messageOf(error)}`, {
        kind: 'cannot-begin',
        code: 'file-sink',
        cure: 'give `filename` a path in a folder that this process may write to',
        cause: error
      })
    }
  }
}

const indented = (record: object): string => JSON.stringify(record, null, INDENT.length).replace(/^/gm, INDENT)
