import type { JsonObject } from '../core/json.ts'
import type { MetadataReader } from '../model/ports.ts'

/** Answers that are remembered: several aspects of each entity of a page. */
const MOST = 512

/**
 * A reader that remembers what it was told last. Transformers of one recipe ask for the same aspect one after the other,
 * each for a page of entities at once, and all of them mean what DataHub held before the run writes it.
 */
export class RecentReader implements MetadataReader {
  readonly #reader: MetadataReader
  readonly #answers = new Map<string, Promise<JsonObject | null>>()

  constructor(reader: MetadataReader) {
    this.#reader = reader
  }

  async aspect(urn: string, aspectName: string): Promise<JsonObject | null> {
    const key = `${aspectName} ${urn}`
    const known = this.#answers.get(key)
    if (known !== undefined) return known
    const asked = this.#reader.aspect(urn, aspectName)
    this.#answers.set(key, asked)
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > MOST && oldest !== undefined) this.#answers.delete(oldest)
    try {
      return await asked
    } catch (error) {
      // Not being told is no answer.
      this.#answers.delete(key)
      throw error
    }
  }

  urnsNamed(entityType: string, name: string): Promise<readonly string[]> {
    return this.#reader.urnsNamed(entityType, name)
  }
}
