import type { Json, JsonObject } from '../../../src/core/json.ts'
import { metadataModel } from './model.ts'
import { patchAspect } from './patch.ts'
import { isObject, type Proposal } from './proposal.ts'

/** What is there from the beginning; without `systemMetadata` it was written by nobody. */
interface Held {
  readonly urn: string
  readonly aspectName: string
  readonly aspect: Json
  readonly systemMetadata?: JsonObject
}

type Signed = Pick<Proposal, 'entityUrn' | 'aspectName' | 'systemMetadata'>

/** What GMS has stored: the latest version of each aspect, and every value of each timeseries aspect. */
export class AspectStore {
  /** urn → aspect name → JSON text; kept as text because most of it is never read. */
  readonly #versioned = new Map<string, Map<string, string>>()
  readonly #timeseries = new Map<string, string[]>()
  /** Which run wrote an aspect last, when, and what was there before; by urn and aspect. */
  readonly #writers = new Map<string, Writer>()
  #written = 0

  constructor(held: readonly Held[] = []) {
    for (const { urn, aspectName, aspect, systemMetadata } of held) {
      if (systemMetadata !== undefined) this.#sign({ entityUrn: urn, aspectName, systemMetadata })
      this.#set(urn, aspectName, JSON.stringify(aspect))
    }
  }

  /** How many proposals were stored. */
  get written(): number {
    return this.#written
  }

  /** Every urn that has an aspect. */
  urns(): readonly string[] {
    return [...this.#versioned.keys()]
  }

  /** Stores all proposals of a request in order or, when a patch cannot be applied (a GmsError), none of them. */
  write(proposals: readonly Proposal[]): void {
    const changes = new Map<string, Change>()
    for (const proposal of proposals) {
      const key = `${proposal.aspectName} ${proposal.entityUrn}`
      if (isTimeseries(proposal.aspectName)) continue
      const pending = changes.get(key)
      const current = (): Json | undefined =>
        pending === undefined ? this.read(proposal.entityUrn, proposal.aspectName) : parsed(pending.text)
      changes.set(key, { proposal, text: textAfter(proposal, current) })
    }
    for (const { proposal, text } of changes.values()) {
      this.#sign(proposal)
      this.#set(proposal.entityUrn, proposal.aspectName, text)
    }
    for (const proposal of proposals) if (isTimeseries(proposal.aspectName)) this.#append(proposal)
    this.#written += proposals.length
  }

  /** The latest version of an aspect; undefined when there is none. */
  read(urn: string, aspectName: string): Json | undefined {
    return parsed(this.#versioned.get(urn)?.get(aspectName) ?? null)
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

  /** Forgets everything, as a server does whose disks are lost. */
  clear(): void {
    for (const all of [this.#versioned, this.#timeseries, this.#writers]) all.clear()
  }

  /** Who wrote what is there now. */
  *writers(): Generator<Writer> {
    yield* this.#writers.values()
  }

  /** Who wrote an aspect, as whoever wrote it has said; null: nobody has. */
  systemMetadata(urn: string, aspectName: string): JsonObject | null {
    return this.#writers.get(`${aspectName} ${urn}`)?.system ?? null
  }

  /** Sets an aspect back to what it was before its last write. */
  revert({ urn, aspectName, before }: Writer): void {
    this.#writers.delete(`${aspectName} ${urn}`)
    this.#set(urn, aspectName, before)
  }

  #sign({ entityUrn: urn, aspectName, systemMetadata }: Signed): void {
    const { runId, lastObserved } = systemMetadata ?? {}
    const before = this.#versioned.get(urn)?.get(aspectName) ?? null
    const at = typeof lastObserved === 'number' ? lastObserved : 0
    const named = typeof runId === 'string' ? runId : 'no-run-id-provided'
    this.#writers.set(`${aspectName} ${urn}`, { urn, aspectName, runId: named, at, before, system: systemMetadata })
  }

  /** Forgets an entity. */
  delete(urn: string): void {
    this.#versioned.delete(urn)
    for (const key of this.#timeseries.keys()) if (key.endsWith(` ${urn}`)) this.#timeseries.delete(key)
  }

  #set(urn: string, aspectName: string, text: string | null): void {
    const aspects = this.#versioned.get(urn) ?? new Map<string, string>()
    if (text === null) aspects.delete(aspectName)
    else aspects.set(aspectName, text)
    this.#versioned.set(urn, aspects)
  }

  #append(proposal: Proposal): void {
    const key = `${proposal.aspectName} ${proposal.entityUrn}`
    const values = this.#timeseries.get(key)
    if (values === undefined) this.#timeseries.set(key, [proposal.value])
    else values.push(proposal.value)
  }
}

/** The last write of an aspect. */
export interface Writer {
  readonly urn: string
  readonly aspectName: string
  readonly runId: string
  /** Milliseconds since the epoch. */
  readonly at: number
  /** What was there before, as JSON; null: nothing. */
  readonly before: string | null
  /** All that the writer said of itself. */
  readonly system: JsonObject | null
}

/** What a request leaves an aspect as; null: gone. */
interface Change {
  readonly proposal: Proposal
  readonly text: string | null
}

function isTimeseries(aspectName: string): boolean {
  return metadataModel().aspects[aspectName]?.timeseries === true
}

/** `current` is only looked at by a patch; for the others it is not worth parsing. */
function textAfter(proposal: Proposal, current: () => Json | undefined): string | null {
  if (proposal.changeType === 'DELETE') return null
  if (proposal.changeType !== 'PATCH') return proposal.value
  return JSON.stringify(patchAspect(proposal.aspectName, current(), proposal.aspect))
}

function parsed(text: string | null): Json | undefined {
  return text === null ? undefined : (JSON.parse(text) as Json)
}

function timeOf(value: Json): number {
  return isObject(value) && typeof value.timestampMillis === 'number' ? value.timestampMillis : 0
}
