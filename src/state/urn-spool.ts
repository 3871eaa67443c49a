import { readSync } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeTempFolder } from '../core/temp-folder.ts'
import { UrnSet } from '../datahub/urn-set.ts'
import type { Page, Stage } from '../model/ports.ts'
import type { WorkUnit } from '../model/work-unit.ts'
import { urnsText } from './checkpoint/payload.ts'

/** What is written at once, in characters. */
const CHUNK = 256 * 1024

/** Entities that come and go by themselves and are never removed as stale (state/entity_removal_state.py). */
export const PASSING_TYPES: ReadonlySet<string> = new Set(['dataProcessInstance', 'query'])

/**
 * What the state does not know of where definitions of properties are written to a GMS: the peer writes them past its
 * processors (glue.py _get_column_param_workunits), and would remove those that it found in a state.
 */
export const LEFT_OUT_WITH_GMS: ReadonlySet<string> = new Set([...PASSING_TYPES, 'structuredProperty'])

/**
 * The urns of a run, each once, in the order in which they came: a hash of each in memory, their texts in a file, since a
 * catalogue's worth of them would not fit.
 */
export class UrnSpool {
  readonly #seen = new UrnSet()
  readonly #folder: string
  readonly #file: FileHandle
  readonly #leftOut: ReadonlySet<string>
  #open: string[] = []
  #size = 0
  #isEmpty = true
  #last = ''

  private constructor(folder: string, file: FileHandle, leftOut: ReadonlySet<string>) {
    this.#folder = folder
    this.#file = file
    this.#leftOut = leftOut
  }

  /** `leftOut`: types of entities that the state does not know of. */
  static async create(leftOut: ReadonlySet<string> = PASSING_TYPES): Promise<UrnSpool> {
    const folder = await makeTempFolder('datahub-glue-urns-')
    return new UrnSpool(folder, await open(join(folder, 'urns'), 'w+'), leftOut)
  }

  get size(): number {
    return this.#seen.size
  }

  has(urn: string): boolean {
    return this.#seen.has(urn)
  }

  /** Notes the entities of work units that pass by. */
  readonly stage: Stage = (units) => this.#note(units)

  /**
   * What stands between the brackets of the list in a checkpoint: the urns of the run, then these; in pieces. `wanted`: only
   * such urns.
   */
  async list(more: readonly string[], wanted?: (urn: string) => boolean): Promise<Iterable<Uint8Array>> {
    const added = more.filter((urn) => this.#seen.add(urn))
    for (const urn of added) this.#push(urn)
    await this.#flush()
    const pieces = piecesOf(this.#file.fd)
    return wanted === undefined ? pieces : picked(pieces, wanted)
  }

  /** Takes the file away. */
  async dispose(): Promise<void> {
    await this.#file.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async *#note(units: AsyncIterable<Page<WorkUnit>>): AsyncGenerator<Page<WorkUnit>> {
    for await (const page of units) {
      for (const { urn, entityType } of page) {
        // All aspects of an entity come one after the other.
        if (urn === this.#last) continue
        this.#last = urn
        if (!this.#leftOut.has(entityType) && this.#seen.add(urn)) this.#push(urn)
      }
      if (this.#size > CHUNK) await this.#flush()
      yield page
    }
  }

  #push(urn: string): void {
    const text = `${this.#isEmpty ? '' : ', '}${urnsText([urn])}`
    this.#isEmpty = false
    this.#open.push(text)
    this.#size += text.length
  }

  async #flush(): Promise<void> {
    const text = this.#open.join('')
    this.#open = []
    this.#size = 0
    await this.#file.appendFile(text)
  }
}

/** A file from its beginning, in one buffer again and again. */
function* piecesOf(file: number): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(CHUNK)
  let at = 0
  for (;;) {
    const count = readSync(file, buffer, 0, buffer.length, at)
    if (count === 0) return
    at += count
    yield buffer.subarray(0, count)
  }
}

/** Between two texts, and nowhere within one, where quotes are escaped. */
const SEPARATOR = /(?<="), (?=")/u

/** Of such a list those urns that are wanted, in pieces again. */
function* picked(pieces: Iterable<Uint8Array>, wanted: (urn: string) => boolean): Generator<Uint8Array> {
  let rest = ''
  let isFirst = true
  const pieceOf = (texts: readonly string[]): Uint8Array => {
    const text = texts.filter((one) => wanted(JSON.parse(one) as string)).join(', ')
    const between = isFirst || text === '' ? '' : ', '
    isFirst &&= text === ''
    return Buffer.from(`${between}${text}`)
  }
  for (const piece of pieces) {
    const texts = `${rest}${Buffer.from(piece).toString('latin1')}`.split(SEPARATOR)
    rest = texts.pop() ?? ''
    yield pieceOf(texts)
  }
  if (rest !== '') yield pieceOf([rest])
}
