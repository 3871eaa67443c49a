const INITIAL_CELLS = 4096
/** Aspect, hash of base, hash of head, the entity's next cell (0: none; else its number plus one). */
const STRIDE = 6

/** Hashes of the aspects of entities, as two versions of a recipe make them: 24 bytes for each aspect of each entity. */
export class Cells {
  readonly #names: string[] = []
  readonly #numbers = new Map<string, number>()
  #first = new Uint32Array(1024)
  #cells = new Uint32Array(INITIAL_CELLS * STRIDE)
  #size = 0

  /** What is added to an aspect that has come before is put together, in whatever order it comes. */
  add(entity: number, aspectName: string, side: 'base' | 'head', [high, low]: readonly [number, number]): void {
    const at = this.#cellOf(entity, this.numberOf(aspectName)) * STRIDE
    const place = at + (side === 'base' ? 1 : 3)
    this.#cells[place] = (this.#cells[place] ?? 0) + high
    this.#cells[place + 1] = (this.#cells[place + 1] ?? 0) + low
  }

  /** Names of the aspects that the versions make otherwise, or only one of them makes, in order. */
  otherwise(entity: number): readonly string[] {
    const found: string[] = []
    for (let next = this.#first[entity] ?? 0; next > 0; next = this.#cells[(next - 1) * STRIDE + 5] ?? 0) {
      const at = (next - 1) * STRIDE
      const [aspect = 0, baseHigh, baseLow, headHigh, headLow] = this.#cells.subarray(at, at + STRIDE)
      if (baseHigh !== headHigh || baseLow !== headLow) found.push(this.#names[aspect] ?? '')
    }
    return found.sort()
  }

  /** The number that stands for a name of aspects. */
  numberOf(aspectName: string): number {
    const known = this.#numbers.get(aspectName)
    if (known !== undefined) return known
    this.#numbers.set(aspectName, this.#names.length)
    return this.#names.push(aspectName) - 1
  }

  #cellOf(entity: number, aspect: number): number {
    if (entity >= this.#first.length) this.#first = grown(this.#first, entity)
    const first = this.#first[entity] ?? 0
    for (let next = first; next > 0; ) {
      const at = (next - 1) * STRIDE
      if (this.#cells[at] === aspect) return next - 1
      next = this.#cells[at + 5] ?? 0
    }
    const number = this.#size
    this.#size += 1
    if (this.#size * STRIDE > this.#cells.length) this.#cells = grown(this.#cells, this.#size * STRIDE)
    this.#cells[number * STRIDE] = aspect
    this.#cells[number * STRIDE + 5] = first
    this.#first[entity] = number + 1
    return number
  }
}

function grown(old: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const array = new Uint32Array(Math.max(old.length * 2, least + 1))
  array.set(old)
  return array
}
