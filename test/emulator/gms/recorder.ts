import { closeSync, openSync, writeSync } from 'node:fs'
import type { Json, JsonObject } from '../../../src/core/json.ts'
import type { Proposal } from './proposal.ts'

/** One accepted proposal, as a line of a recording has it. For `PATCH` the aspect is the patch as sent. */
export interface Recorded {
  readonly entityType: string
  readonly entityUrn: string
  readonly aspectName: string
  readonly changeType: string
  readonly aspect: Json
  readonly systemMetadata: JsonObject | null
}

const FLUSH_AT = 1 << 20

/** Keeps accepted proposals, in memory, in a file with one JSON object a line, or both. */
export class Recorder {
  readonly proposals: Recorded[] = []
  readonly #file: number | null
  readonly #inMemory: boolean
  #pending = ''

  constructor(options: { readonly file?: string; readonly inMemory: boolean }) {
    this.#file = options.file === undefined ? null : openSync(options.file, 'w')
    this.#inMemory = options.inMemory
  }

  add(proposal: Proposal): void {
    const { entityType, entityUrn, aspectName, changeType, aspect, systemMetadata } = proposal
    const recorded = { entityType, entityUrn, aspectName, changeType, aspect, systemMetadata }
    if (this.#inMemory) this.proposals.push(recorded)
    if (this.#file === null) return
    this.#pending += `${JSON.stringify(recorded)}\n`
    if (this.#pending.length > FLUSH_AT) this.flush()
  }

  /** Writes what is pending to the file. */
  flush(): void {
    if (this.#file === null || this.#pending === '') return
    writeSync(this.#file, this.#pending)
    this.#pending = ''
  }

  close(): void {
    this.flush()
    if (this.#file !== null) closeSync(this.#file)
  }
}
