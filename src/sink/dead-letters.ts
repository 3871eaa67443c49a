import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, parse } from 'node:path'
import type { Clock } from '../core/clock.ts'
import { messageOf } from '../core/errors.ts'
import { escapeNonAscii } from '../core/json.ts'
import type { Emit } from '../model/event.ts'
import type { DeadLetterReport } from '../model/report.ts'
import type { Outcome, OutcomeKind } from '../model/work-unit.ts'
import { pipelineIn } from './letters-owner.ts'
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
  /** An earlier file that these take the place of, whoever's it is. Absolute. */
  readonly supersedes?: string
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
    let place = 1
    await this.#attempt(async () => {
      if (this.#isBroken || (this.#file === null && !replaces)) return
      place = await this.#place()
      if (this.#file === null) return rm(numbered(this.#deps.path, place), { force: true })
      await this.#file.appendFile('\n]\n')
      await this.#file.close()
      this.#file = null
      await rename(partOf(this.#deps.path), numbered(this.#deps.path, place))
    })
    await this.#file?.close().catch(() => undefined)
    if (this.#count === 0 || this.#isBroken) return null
    return { path: numbered(this.#deps.shownPath, place), count: this.#count }
  }

  /** The number of the place that holds what this pipeline lost earlier; else of the first that holds nothing. */
  async #place(): Promise<number> {
    const { path, stamp, supersedes } = this.#deps
    const ours = systemMetadataOf(stamp, 0).pipelineName ?? null
    const names = new Set(await readdir(dirname(path)).catch(() => []))
    const isThere = (number: number): boolean => names.has(basename(numbered(path, number)))
    let free: number | null = null
    for (let number = 1; number <= names.size + 1; number++) {
      if (!isThere(number)) free ??= number
      else if (numbered(path, number) === supersedes) return number
      else if ((await pipelineIn(numbered(path, number))) === ours) return number
    }
    return free ?? names.size + 1
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
