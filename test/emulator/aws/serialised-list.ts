import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json } from '../../../src/core/json.ts'

/**
 * A file that has no name any more: large catalogues are served from it, page by page, so that the stand-in neither
 * holds them in memory nor spends time on making JSON while something else is measured.
 */
export class Spool {
  readonly #file: number
  #size = 0

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'glue-stand-in-'))
    this.#file = openSync(join(folder, 'spool'), 'w+')
    rmSync(folder, { recursive: true })
  }

  /** Adds `data` and tells where it starts. */
  append(data: Buffer): number {
    const start = this.#size
    for (let done = 0; done < data.length; ) done += writeSync(this.#file, data, done, data.length - done, start + done)
    this.#size += data.length
    return start
  }

  read(start: number, end: number): Buffer {
    const data = Buffer.allocUnsafe(end - start)
    for (let done = 0; done < data.length; ) {
      const count = readSync(this.#file, data, done, data.length - done, start + done)
      if (count === 0) throw new Error('the spool ends too early')
      done += count
    }
    return data
  }

  close(): void {
    closeSync(this.#file)
  }
}

const CHUNK = 1 << 20

/** Items as JSON, separated by commas, any run of which can be read without making JSON again. */
export class SerialisedList {
  readonly #spool: Spool
  readonly #names = new Map<string, number>()
  /** Where each item starts; the last number is one past the comma after the last item. */
  readonly #starts: number[] = []

  constructor(spool: Spool, items: Iterable<{ readonly Name: string; readonly [member: string]: Json | undefined }>) {
    this.#spool = spool
    let pending: Buffer[] = []
    let length = 0
    let position = spool.append(Buffer.alloc(0))
    const flush = (): void => {
      spool.append(Buffer.concat(pending))
      pending = []
      length = 0
    }
    for (const item of items) {
      const text = Buffer.from(`${JSON.stringify(item)},`)
      this.#names.set(item.Name, this.#starts.length)
      this.#starts.push(position)
      position += text.length
      pending.push(text)
      length += text.length
      if (length > CHUNK) flush()
    }
    flush()
    this.#starts.push(position)
  }

  get length(): number {
    return this.#starts.length - 1
  }

  /** Items `from` (inclusive) to `to` (exclusive), separated by commas. */
  slice(from: number, to: number): Buffer {
    if (to <= from) return Buffer.alloc(0)
    return this.#spool.read(this.#starts[from] ?? 0, (this.#starts[to] ?? 0) - 1)
  }

  /** One item by its name, or null. */
  find(name: string): Buffer | null {
    const index = this.#names.get(name)
    return index === undefined ? null : this.slice(index, index + 1)
  }

  /** Every name, in order. */
  names(): readonly string[] {
    return [...this.#names.keys()]
  }
}
