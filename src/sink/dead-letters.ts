import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join, parse } from 'node:path'
import type { Clock } from '../core/clock.ts'
import { messageOf } from '../core/errors.ts'
import { escapeNonAscii } from '../core/json.ts'
import { discard, partOf, settle } from '../core/whole-file.ts'
import type { Emit } from '../model/event.ts'
import type { DeadLetterReport } from '../model/report.ts'
import type { Outcome, OutcomeKind } from '../model/work-unit.ts'
import { ownerOf } from './letters-owner.ts'
import { recordOf } from './record.ts'
import { type Stamp, systemMetadataOf } from './stamp.ts'

export interface DeadLetterDeps {
  /** Where the file goes, absolute. */
  readonly path: string
  /** The same as a person is told. */
  readonly shownPath: string
  readonly stamp: Stamp
  readonly clock: Clock
  readonly emit: Emit
  /** The file that is sent again, absolute: these are what is left of it, and take its place and no other. */
  readonly sent?: string
}

const INDENT = 4
const LOST: ReadonlySet<OutcomeKind> = new Set(['rejected', 'undelivered'])

/**
 * Keeps what was rejected or not delivered in a file of the peer's file-sink format, so that it can be sent again. It is
 * written as the losses come, beside its place, and takes its place at the end: an earlier file stays until then, and goes
 * when nothing was lost. A file of another pipeline stays, and these go to the next place that is free.
 */
export class DeadLetters {
  readonly #deps: DeadLetterDeps
  readonly #part: string
  #file: FileHandle | null = null
  #count = 0
  #isBroken = false

  constructor(deps: DeadLetterDeps) {
    this.#deps = deps
    this.#part = partOf(deps.path)
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
    let number = 1
    await this.#attempt(async () => {
      if (this.#isBroken || (this.#file === null && !replaces)) return
      number = await this.#number()
      if (this.#file === null) return rm(numbered(path, number), { force: true })
      await this.#file.appendFile('\n]\n')
      await this.#file.close()
      this.#file = null
      await settle({ part: this.#part, path: numbered(path, number) })
    })
    await this.#file?.close().catch(() => undefined)
    if (this.#isBroken) await discard({ part: this.#part, path })
    return this.#count === 0 || this.#isBroken ? null : { path: numbered(shownPath, number), count: this.#count }
  }

  /** The number of the place that holds what is to be replaced; else of the first that holds nothing. */
  async #number(): Promise<number> {
    const { path } = this.#deps
    const names = new Set(await readdir(dirname(path)).catch(() => []))
    let free: number | null = null
    for (let number = 1; number <= names.size + 1; number++) {
      const place = numbered(path, number)
      if (!names.has(basename(place))) free ??= number
      else if (await this.#mayReplace(place)) return number
    }
    return free ?? names.size + 1
  }

  /** Whether a file is what this pipeline lost earlier. Somebody's own file is nothing to be replaced. */
  async #mayReplace(place: string): Promise<boolean> {
    const { sent, stamp } = this.#deps
    if (sent !== undefined) return place === sent
    const ours = systemMetadataOf(stamp, 0).pipelineName ?? null
    return (await ownerOf(place))?.pipelineName === ours
  }

  async #open(): Promise<FileHandle> {
    await mkdir(dirname(this.#deps.path), { recursive: true })
    return open(this.#part, 'wx')
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

/** The path itself, and with `-2`, `-3`, … before its suffix. */
function numbered(path: string, number: number): string {
  if (number === 1) return path
  const { dir, name, ext } = parse(path)
  return join(dir, `${name}-${number}${ext}`)
}

const NOT_KEPT = {
  code: 'dead-letters-not-kept',
  message: 'What could not be delivered could not be kept in a file either',
  cure: 'Give this process a folder that it may write to and that has room (RUNNER_TEMP, or --out); run it again'
}
