import { readFile } from 'node:fs/promises'
import { codeOf } from '../../core/http-error.ts'
import { escapeNonAscii, isObject, type Json, type JsonObject } from '../../core/json.ts'
import { writeWhole } from '../../core/whole-file.ts'
import { ASPECT, checkpointUrn } from './checkpoint.ts'
import type { CheckpointStore } from './store.ts'

export interface FileStoreOptions {
  /** Absolute. */
  readonly path: string
  /** As the recipe names it. */
  readonly shownPath: string
  readonly pipelineName: string
}

const INDENT = 4

/** Checkpoints in a file of proposals (state_provider/file_ingestion_checkpointing_provider.py). */
export class FileStore implements CheckpointStore {
  readonly #options: FileStoreOptions

  constructor(options: FileStoreOptions) {
    this.#options = options
  }

  get shown(): string {
    return `the file ${this.#options.shownPath}`
  }

  async read(job: string): Promise<Json | null> {
    const urn = this.#urn(job)
    for (const record of await this.#records()) {
      if (!isObject(record) || record.entityUrn !== urn || record.aspectName !== ASPECT) continue
      const aspect = aspectOf(record)
      if (isObject(aspect) && aspect.pipelineName === this.#options.pipelineName) return aspect
    }
    return null
  }

  /** What else is in the file stays; it is replaced as a whole, so that there is always one that can be read. */
  async write(job: string, aspect: JsonObject): Promise<void> {
    const { path } = this.#options
    const urn = this.#urn(job)
    const others = (await this.#records()).filter((record) => !isObject(record) || record.entityUrn !== urn)
    const entity = { entityType: 'dataJob', entityUrn: urn, changeType: 'UPSERT', aspectName: ASPECT }
    const text = escapeNonAscii(JSON.stringify([...others, { ...entity, aspect: { json: aspect } }], null, INDENT))
    await writeWhole(path, text)
  }

  async #records(): Promise<readonly Json[]> {
    const text = await readFile(this.#options.path, 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return '[]'
      throw error
    })
    const value = parsed(text)
    if (!Array.isArray(value)) throw new Error('it is no list of proposals')
    return value
  }

  #urn(job: string): string {
    return checkpointUrn('file', this.#options.pipelineName, job)
  }
}

/** `{json}`, or in the old form `{value}` with JSON in a text. */
function aspectOf({ aspect }: JsonObject): Json | undefined {
  if (!isObject(aspect)) return undefined
  return aspect.json ?? (typeof aspect.value === 'string' ? parsed(aspect.value) : undefined)
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('it is no JSON')
  }
}
