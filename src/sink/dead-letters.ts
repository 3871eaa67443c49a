import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Clock } from '../core/clock.ts'
import { messageOf } from '../core/errors.ts'
import { escapeNonAscii } from '../core/json.ts'
import type { Emit } from '../model/event.ts'
import type { DeadLetterReport } from '../model/report.ts'
import type { Outcome, OutcomeKind } from '../model/work-unit.ts'
import { recordOf } from './record.ts'
import type { Stamp } from './stamp.ts'

export interface DeadLetterDeps {
  /** Where the file goes, absolute. */
  readonly path: string
  /** The same as a person is told. */
  readonly shownPath: string
  readonly stamp: Stamp
  readonly clock: Clock
  readonly emit: Emit
}

const INDENT = 4
const LOST: ReadonlySet<OutcomeKind> = new Set(['rejected', 'undelivered'])

/**
 * Keeps what was rejected or not delivered in a file of the peer's file-sink format, so that it can be sent again. It is
 * written as the losses come, beside its place, and takes its place at the end: an earlier file stays until then, and goes
 * when nothing was lost.
 */
export class DeadLetters {
  readonly #deps: DeadLetterDeps
  #file: FileHandle | null = null
  #count = 0
  #isBroken = false

  constructor(deps: DeadLetterDeps) {
    this.#deps = deps
  }

  /** Keeps those of the outcomes that are losses. Never throws: a loss that cannot be kept is told. */
  async add(outcomes: readonly Outcome[]): Promise<void> {
    const lost = outcomes.filter(({ kind }) => LOST.has(kind))
    if (lost.length === 0 || this.#isBroken) return
    await this.#attempt(async () => {
      this.#file ??= await this.#open()
      const now = this.#deps.clock.now()
      const records = lost.map(({ unit }) => JSON.stringify(recordOf(unit, this.#deps.stamp, now), null, INDENT))
      await this.#file.appendFile(`${this.#count === 0 ? '[\n' : ',\n'}${escapeNonAscii(records.join(',\n'))}`)
      this.#count += lost.length
    })
  }

  /** Ends the file; null when nothing was lost. `replaces`: whether an earlier file has had its time. */
  async end(replaces: boolean): Promise<DeadLetterReport | null> {
    const { path, shownPath } = this.#deps
    await this.#attempt(async () => {
      if (this.#isBroken) return
      if (this.#file !== null) {
        await this.#file.appendFile('\n]\n')
        await this.#file.close()
        this.#file = null
        await rename(partOf(path), path)
      } else if (replaces) await rm(path, { force: true })
    })
    await this.#file?.close().catch(() => undefined)
    return this.#count === 0 || this.#isBroken ? null : { path: shownPath, count: this.#count }
  }

  async #open(): Promise<FileHandle> {
    const { path } = this.#deps
    await mkdir(dirname(path), { recursive: true })
    return open(partOf(path), 'w')
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.#isBroken = true
      const failure = {
        ...NOT_KEPT,
        message: `${NOT_KEPT.message}: ${messageOf(error)}`,
        resource: this.#deps.shownPath
      }
      this.#deps.emit({ type: 'failed', severity: 'failure', failure })
    }
  }
}

const partOf = (path: string): string => `${path}.part`

const NOT_KEPT = {
  code: 'dead-letters-not-kept',
  message: 'What could not be delivered could not be kept in a file either',
  cure: 'Give this process a folder that it may write to and that has room (RUNNER_TEMP, or --out); run it again'
}
