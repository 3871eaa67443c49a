import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import { ENVELOPE_BYTES } from './size.ts'

/** A work unit, and the bytes that its proposal takes at most. */
export interface Packed {
  readonly unit: SerialisedWorkUnit
  readonly size: number
}

/** The peer's limits of a request (rest_emitter.py): proposals, and bytes of the body as sent. */
export const MAX_PROPOSALS = 200
export const MAX_BYTES = 15_728_640

export interface PackLimits {
  readonly maxProposals: number
  readonly maxBytes: number
}

/** Whether a proposal is too large for any request of its own. */
export const isTooLarge = (packed: Packed, limits: PackLimits): boolean =>
  packed.size + ENVELOPE_BYTES > limits.maxBytes

/**
 * Gathers proposals into requests. Neighbours of one urn stay together where the limits allow it, so that few requests
 * have to wait for one another: the order of one urn's aspects is kept across requests (see Dispatcher).
 */
export class Packer {
  readonly #limits: PackLimits
  #open: Packed[] = []
  #bytes = ENVELOPE_BYTES
  /** Where the last urn's run of neighbours begins in `#open`. */
  #runStart = 0

  constructor(limits: PackLimits) {
    this.#limits = limits
  }

  /** Takes one proposal; gives the request that became full by it, without it, or null. */
  add(packed: Packed): readonly Packed[] | null {
    const full = this.#isFullWith(packed) ? this.#cut(packed) : null
    if (this.#open.at(-1)?.unit.urn !== packed.unit.urn) this.#runStart = this.#open.length
    this.#open.push(packed)
    this.#bytes += packed.size + 1
    return full
  }

  /** The last request, or null when nothing is left. */
  flush(): readonly Packed[] | null {
    const rest = this.#open
    this.#restart([])
    return rest.length === 0 ? null : rest
  }

  #isFullWith(packed: Packed): boolean {
    if (this.#open.length === 0) return false
    return this.#open.length >= this.#limits.maxProposals || this.#bytes + packed.size > this.#limits.maxBytes
  }

  /** Closes the request: before the run that `next` goes on with, if there is something before it and both fit together. */
  #cut(next: Packed): readonly Packed[] {
    const run = this.#open.at(-1)?.unit.urn === next.unit.urn ? this.#open.slice(this.#runStart) : []
    const kept = this.#runStart > 0 && bytesOf(run) + next.size <= this.#limits.maxBytes ? run : []
    const full = this.#open.slice(0, this.#open.length - kept.length)
    this.#restart(kept)
    return full
  }

  #restart(open: Packed[]): void {
    this.#open = open
    this.#bytes = bytesOf(open)
    this.#runStart = 0
  }
}

/** Bytes of a request that holds these and is to hold more: each is followed by a comma. */
const bytesOf = (open: readonly Packed[]): number => open.reduce((sum, { size }) => sum + size + 1, ENVELOPE_BYTES)
