import type { Json } from '../../../src/core/json.ts'
import { metadataModel } from './model.ts'
import { patchAspect } from './patch.ts'
import { isObject, type Proposal } from './proposal.ts'

/** What GMS has stored: the latest version of each aspect, and every value of each timeseries aspect. */
export class AspectStore {
  /** urn → aspect name → JSON text; kept as text because most of it is never read. */
  readonly #versioned = new Map<string, Map<string, string>>()
  readonly #timeseries = new Map<string, string[]>()
  #written = 0

  /** How many proposals were stored. */
  get written(): number {
    return this.#written
  }

  /** Every urn that has an aspect. */
  urns(): readonly string[] {
    return [...this.#versioned.keys()]
  }

  /** Stores a proposal. Throws a GmsError, and stores nothing, when a patch cannot be applied. */
  write(proposal: Proposal): void {
    const { entityUrn, aspectName, changeType } = proposal
    if (metadataModel().aspects[aspectName]?.timeseries === true) this.#append(proposal)
    else if (changeType === 'DELETE') this.#versioned.get(entityUrn)?.delete(aspectName)
    else if (changeType === 'PATCH') {
      this.#set(
        entityUrn,
        aspectName,
        JSON.stringify(patchAspect(aspectName, this.read(entityUrn, aspectName), proposal.aspect))
      )
    } else this.#set(entityUrn, aspectName, proposal.value)
    this.#written += 1
  }

  /** The latest version of an aspect; undefined when there is none. */
  read(urn: string, aspectName: string): Json | undefined {
    const text = this.#versioned.get(urn)?.get(aspectName)
    return text === undefined ? undefined : (JSON.parse(text) as Json)
  }

  /** The names of the versioned aspects that an entity has. */
  aspectsOf(urn: string): readonly string[] {
    return [...(this.#versioned.get(urn)?.keys() ?? [])]
  }

  /** The values of a timeseries aspect, newest first. */
  readTimeseries(urn: string, aspectName: string): readonly Json[] {
    const values = (this.#timeseries.get(`${aspectName} ${urn}`) ?? []).map((text) => JSON.parse(text) as Json)
    return values.sort((a, b) => timeOf(b) - timeOf(a))
  }

  /** Forgets an entity. */
  delete(urn: string): void {
    this.#versioned.delete(urn)
    for (const key of this.#timeseries.keys()) if (key.endsWith(` ${urn}`)) this.#timeseries.delete(key)
  }

  #set(urn: string, aspectName: string, text: string): void {
    const aspects = this.#versioned.get(urn)
    if (aspects === undefined) this.#versioned.set(urn, new Map([[aspectName, text]]))
    else aspects.set(aspectName, text)
  }

  #append(proposal: Proposal): void {
    const key = `${proposal.aspectName} ${proposal.entityUrn}`
    const values = this.#timeseries.get(key)
    if (values === undefined) this.#timeseries.set(key, [proposal.value])
    else values.push(proposal.value)
  }
}

function timeOf(value: Json): number {
  return isObject(value) && typeof value.timestampMillis === 'number' ? value.timestampMillis : 0
}
