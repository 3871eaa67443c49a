import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { asciiJson } from '../../core/json.ts'
import { makeTempFolder } from '../../core/temp-folder.ts'

/** An entity by its urn, and the Glue resource that it came from. */
export interface EntityName {
  readonly urn: string
  /** `database` or `database.table`; empty: it came from none. */
  readonly name: string
}

/** What is written at once, in characters. */
const CHUNK = 256 * 1024

/** The names of a run's entities, by number, on disk. */
export class EntityNames {
  readonly #folder: string
  readonly #file: FileHandle
  #open: string[] = []
  #length = 0
  #size = 0

  private constructor(folder: string, file: FileHandle) {
    this.#folder = folder
    this.#file = file
  }

  static async create(): Promise<EntityNames> {
    const folder = await makeTempFolder('datahub-glue-names-')
    return new EntityNames(folder, await open(join(folder, 'names'), 'w+'))
  }

  get size(): number {
    return this.#size
  }

  /** Gives the next number to an entity. */
  add(urn: string, name: string): void {
    // Characters that end a line in a reader's eyes are escaped in it.
    const line = `${asciiJson([urn, name])}\n`
    this.#size += 1
    this.#length += line.length
    this.#open.push(line)
  }

  /** Writes what has come together, when it is much. */
  async settle(): Promise<void> {
    if (this.#length > CHUNK) await this.#write()
  }

  /** All of them, in order of their numbers. */
  async *all(): AsyncGenerator<EntityName> {
    await this.#write()
    for await (const line of this.#file.readLines({ start: 0, autoClose: false })) {
      const [urn, name] = JSON.parse(line) as readonly [string, string]
      yield { urn, name }
    }
  }

  /** Takes the file away. */
  async dispose(): Promise<void> {
    await this.#file.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #write(): Promise<void> {
    const text = this.#open.join('')
    this.#open = []
    this.#length = 0
    await this.#file.appendFile(text)
  }
}
