import { createReadStream } from 'node:fs'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { JsonObject } from '../../../core/json.ts'
import type { SqlDialect } from './parser.ts'

/** A view that waits until every table has been read. */
export interface SpooledView {
  readonly urn: string
  /** `database.view` */
  readonly name: string
  readonly database: string
  readonly sql: string
  readonly dialect: SqlDialect
  /** The lineage that the view has from elsewhere: its storage, or what it is a link to. */
  readonly lineage: JsonObject | null
}

/** The columns of a table of this run. */
export interface SpooledSchema {
  readonly urn: string
  readonly columns: readonly SpooledColumn[]
}

export type SpooledColumn = readonly [name: string, type: string]

/** What is written at once, in characters. */
const CHUNK = 256 * 1024

/** Lines of JSON in a file. */
class Lines<T> {
  readonly #path: string
  #file: FileHandle | null = null
  #open: string[] = []
  #size = 0

  constructor(path: string) {
    this.#path = path
  }

  async add(item: T): Promise<void> {
    const line = `${JSON.stringify(item)}\n`
    this.#open.push(line)
    this.#size += line.length
    if (this.#size > CHUNK) await this.#flush()
  }

  async *all(): AsyncGenerator<T> {
    await this.#flush()
    if (this.#file === null) return
    for await (const line of createInterface({ input: createReadStream(this.#path, 'utf8'), crlfDelay: Infinity })) {
      // What this program wrote itself.
      yield JSON.parse(line) as T
    }
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = null
  }

  async #flush(): Promise<void> {
    if (this.#size === 0) return
    this.#file ??= await open(this.#path, 'w')
    await this.#file.write(this.#open.join(''))
    this.#open = []
    this.#size = 0
  }
}

/** Views and columns of a run, on disk: a catalogue's worth of either would not fit into memory. */
export class ViewSpool {
  readonly #folder: string
  readonly #views: Lines<SpooledView>
  readonly #schemas: Lines<SpooledSchema>

  private constructor(folder: string) {
    this.#folder = folder
    this.#views = new Lines(join(folder, 'views'))
    this.#schemas = new Lines(join(folder, 'schemas'))
  }

  static async create(): Promise<ViewSpool> {
    return new ViewSpool(await mkdtemp(join(tmpdir(), 'datahub-glue-views-')))
  }

  addView(view: SpooledView): Promise<void> {
    return this.#views.add(view)
  }

  addSchema(schema: SpooledSchema): Promise<void> {
    return this.#schemas.add(schema)
  }

  views(): AsyncGenerator<SpooledView> {
    return this.#views.all()
  }

  schemas(): AsyncGenerator<SpooledSchema> {
    return this.#schemas.all()
  }

  /** Takes everything away. */
  async dispose(): Promise<void> {
    await Promise.allSettled([this.#views.close(), this.#schemas.close()])
    await rm(this.#folder, { recursive: true, force: true })
  }
}
