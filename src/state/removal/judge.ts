import { Gate } from '../../core/gate.ts'
import type { Existence, Presence } from '../../model/ports.ts'
import type { RunFacts } from './facts.ts'
import type { TablePlace, Thing } from './identify.ts'
import type { KeptFor } from './reasons.ts'

/** `remove`, or why it stays. */
export type Verdict = 'remove' | KeptFor

/** The verdict on one entity. */
export interface VerdictOn {
  readonly urn: string
  readonly verdict: Verdict
  /** The database that a container stands for, as far as it is known. */
  readonly database?: string
}

export interface JudgeInput {
  readonly facts: RunFacts
  readonly existence: Existence
  readonly identify: (urn: string) => Thing
  /** The name of the database that a container stands for; null: nobody knows. */
  readonly databaseOf: (container: string) => Promise<string | null>
  /** As BaseInput has it. */
  readonly marks: { has(urn: string): boolean }
  /** Whether this run saw an entity. */
  readonly isSeen: (urn: string) => boolean
}

/** Questions to AWS under way at once. */
const AT_ONCE = 8

/** Looks at each entity that was missed. */
export async function judge(missing: readonly string[], input: JudgeInput): Promise<readonly VerdictOn[]> {
  const gate = new Gate(AT_ONCE)
  const judging = new Judging(input)
  return Promise.all(missing.map((urn) => gate.run(() => judging.verdictOn(urn))))
}

class Judging {
  readonly #input: JudgeInput
  /** Databases and jobs are asked for once, for all that was in them. */
  readonly #asked = new Map<string, Promise<Presence>>()

  constructor(input: JudgeInput) {
    this.#input = input
  }

  async verdictOn(urn: string): Promise<VerdictOn> {
    const thing = this.#input.identify(urn)
    switch (thing.kind) {
      case 'table':
        return { urn, verdict: await this.#table(urn, thing.places) }
      case 'database':
        return this.#container(urn)
      case 'job':
        return { urn, verdict: await this.#job(thing.name, urn) }
      case 'step':
        return { urn, verdict: await this.#step(thing.flow, urn) }
      case 'foreign':
        return { urn, verdict: 'foreign' }
    }
  }

  /** A table is gone when it is in none of the places that its urn may mean. */
  async #table(urn: string, places: readonly TablePlace[]): Promise<Verdict> {
    let worst: Verdict = 'remove'
    for (const place of places) {
      const verdict = await this.#place(urn, place)
      if (verdict !== 'remove') worst = verdict
      if (verdict !== 'remove' && verdict !== 'missingOnce') break
    }
    return worst
  }

  async #place(urn: string, { database, table }: TablePlace): Promise<Verdict> {
    const { facts, existence } = this.#input
    if (facts.isLeftOut(database)) return 'remove'
    switch (facts.listingOf(database)) {
      case null:
        return this.#verdict(urn, await this.#database(database))
      case 'denied':
        return 'denied'
      case 'incomplete':
        return 'incomplete'
      case 'complete':
        return this.#verdict(urn, await existence.table(database, table, urn))
      case 'empty': {
        const presence = await existence.table(database, table, urn)
        const isNew = presence === 'gone' && !this.#input.marks.has(urn)
        return isNew ? 'emptied' : this.#verdict(urn, presence)
      }
    }
  }

  async #container(urn: string): Promise<VerdictOn> {
    const name = await this.#input.databaseOf(urn)
    // Nobody can be asked.
    if (name === null) return { urn, verdict: this.#verdict(urn, 'not-allowed') }
    return { urn, verdict: await this.#containerOf(name, urn), database: name }
  }

  async #containerOf(name: string, urn: string): Promise<Verdict> {
    const { facts, existence } = this.#input
    if (facts.isLeftOut(name)) return 'remove'
    // What is in the list and was not made from it is no sign of absence.
    if (facts.listingOf(name) !== null && facts.isTroubled(name)) return 'there'
    return this.#verdict(urn, await existence.database(name, urn))
  }

  #database(name: string): Promise<Presence> {
    return this.#once(`database ${name}`, () => this.#input.existence.database(name, null))
  }

  async #job(name: string, urn: string): Promise<Verdict> {
    const { facts, existence } = this.#input
    if (!facts.jobsComplete && (await existence.job(name, urn)) !== 'left-out') return 'jobs'
    return this.#verdict(urn, await this.#once(`job ${name}`, () => existence.job(name, urn)))
  }

  /** A step goes with its job; of a job that is there, when the job could be read without trouble. */
  async #step(flow: string, urn: string): Promise<Verdict> {
    const { facts, identify, isSeen } = this.#input
    const job = identify(flow)
    const name = job.kind === 'job' ? job.name : ''
    if (!isSeen(flow)) return this.#asSeen(await this.#job(name, flow), urn)
    return !facts.jobsComplete || facts.isTroubled(name) ? 'jobs' : 'remove'
  }

  /** The mark that counts is the step's own. */
  #asSeen(verdict: Verdict, urn: string): Verdict {
    return verdict === 'missingOnce' && this.#input.marks.has(urn) ? 'remove' : verdict
  }

  #once(resource: string, ask: () => Promise<Presence>): Promise<Presence> {
    const asked = this.#asked.get(resource) ?? ask()
    this.#asked.set(resource, asked)
    return asked
  }

  #verdict(urn: string, presence: Presence): Verdict {
    switch (presence) {
      case 'gone':
      case 'left-out':
        return 'remove'
      case 'there':
      case 'hidden':
      case 'unknown':
        return presence
      case 'not-allowed':
        return this.#input.marks.has(urn) ? 'remove' : 'missingOnce'
    }
  }
}
