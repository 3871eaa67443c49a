import { createReadStream } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { JsonObject } from '../../../core/json.ts'
import { makeTempFolder } from '../../../core/temp-folder.ts'
import type { SqlColumn } from './columns.ts'
import type { SqlDialect } from './parser.ts'
import type { QueryFacts } from './query-facts.ts'

/** A view whose SQL has been read, and that waits until every table has been read. */
export interface SpooledView {
  readonly urn: string
  /** `database.view` */
  readonly name: string
  readonly database: string
  readonly sql: string
  readonly dialect: SqlDialect
  readonly facts: QueryFacts
  /** The lineage that the view has from elsewhere: its storage, or what it is a link to. */
  readonly lineage: JsonObject | null
}

/** The columns of a table of this run. */
export interface SpooledSchema {
  readonly urn: string
  readonly columns: readonly SqlColumn[]
}

/** What is written at once, in characters. */
const CHUNK = 256 * 1024

/** Lines of JSON in a file. Several may be added at once. */
class Lines<T> {
  readonly #path: string
  #file: FileHandle | null = null
  #open: string[] = []
  #size = 0
  /** The writing that was begun last: one goes on at a time. */
  #written: Promise<void> = Promise.resolve()

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

  #flush(): Promise<void> {
    this.#written = this.#written.then(async () => {
      if (this.#size === 0) return
      const text = this.#open.join('')
      this.#open = []
      this.#size = 0
      this.#file ??= await open(this.#path, 'w')
      await this.#file.write(text)
    })
    return this.#written
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
    return new ViewSpool(await makeTempFolder('datahub-glue-views-'))
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
