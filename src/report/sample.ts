import { fnv1a } from '../core/fnv.ts'

/** How many names a group shows; its count is exact all the same. */
export const SAMPLE_SIZE = 10

/**
 * Up to `SAMPLE_SIZE` different names out of any number, in bounded memory. Which ones are kept depends on the names
 * alone and not on their order: databases are listed side by side, and a report must not change with the weather.
 */
export class Sample {
  readonly #kept: { readonly name: string; readonly hash: number }[] = []

  add(name: string): void {
    // Spreads the sample over the alphabet without chance.
    const hash = fnv1a(name)
    const last = this.#kept.at(-1)
    const full = this.#kept.length === SAMPLE_SIZE
    if (full && last !== undefined && !before({ name, hash }, last)) return
    if (this.#kept.some((kept) => kept.name === name)) return
    if (full) this.#kept.pop()
    const at = this.#kept.findIndex((kept) => before({ name, hash }, kept))
    this.#kept.splice(at < 0 ? this.#kept.length : at, 0, { name, hash })
  }

  /** The names kept, ordered by code unit. */
  names(): readonly string[] {
    return this.#kept.map((kept) => kept.name).sort(byCodeUnit)
  }
}

interface Ranked {
  readonly name: string
  readonly hash: number
}

const before = (a: Ranked, b: Ranked): boolean => a.hash < b.hash || (a.hash === b.hash && a.name < b.name)

/** Orders strings by code unit, the same on every machine. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
