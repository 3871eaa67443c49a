import { describe, expect, it } from '@jest/globals'
import { sideBySide } from '../../../../src/source/glue/read/side-by-side.ts'
import { fc } from '../../../properties.ts'

async function* given<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

const nothing = (): void => {}

/** Lets everything run that waits for nothing but its turn. */
async function settle(): Promise<void> {
  for (let i = 0; i < 30; i += 1) await Promise.resolve()
}

/** The order in which things come, as `+a` for a source and `a1` for an item. */
async function orderOf(lengths: Record<string, number>, width: number, waits: () => number): Promise<string[]> {
  const open = async function* (source: string): AsyncGenerator<string> {
    for (let i = 1; i <= (lengths[source] ?? 0); i += 1) {
      for (let turn = waits(); turn > 0; turn -= 1) await Promise.resolve()
      yield `${source}${i}`
    }
  }
  const order: string[] = []
  for await (const step of sideBySide(given(Object.keys(lengths)), width, open, nothing)) {
    order.push(step.kind === 'opened' ? `+${step.source}` : step.item)
  }
  return order
}

describe('sideBySide', () => {
  it.each<[string, Record<string, number>, number, string]>([
    ['takes turns', { a: 2, b: 2 }, 2, '+a +b a1 b1 a2 b2'],
    ['opens the next when one has ended', { a: 1, b: 3, c: 2 }, 2, '+a +b a1 b1 +c b2 c1 b3 c2'],
    ['reads one after the other with a width of one', { a: 2, b: 1 }, 1, '+a a1 a2 +b b1'],
    ['passes over empty ones', { a: 0, b: 1, c: 0 }, 2, '+a +b +c b1'],
    ['knows nothing of no sources', {}, 4, '']
  ])('%s', async (_case, lengths, width, expected) => {
    expect((await orderOf(lengths, width, () => 0)).join(' ')).toBe(expected)
  })

  it('has an order that does not depend on who answers first, and loses nothing', async () => {
    const lengths = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('x', 'y', 'z') }),
      fc.nat(4),
      { maxKeys: 9 }
    )
    await fc.assert(
      fc.asyncProperty(
        lengths,
        fc.integer({ min: 1, max: 5 }),
        fc.infiniteStream(fc.nat(7)),
        async (sources, width, stream) => {
          const calm = await orderOf(sources, width, () => 0)
          const wild = await orderOf(sources, width, () => stream.next().value ?? 0)
          expect(wild).toEqual(calm)
          const items = Object.values(sources).reduce((sum, length) => sum + length, 0)
          expect(new Set(calm).size).toBe(items + Object.keys(sources).length)
        }
      ),
      { numRuns: 60 }
    )
  })

  it('reads one item ahead of each open source while the consumer works, and no more', async () => {
    const started: string[] = []
    const open = async function* (source: string): AsyncGenerator<number> {
      for (let i = 1; i <= 5; i += 1) {
        started.push(`${source}${i}`)
        yield i
      }
    }
    const steps = sideBySide(given(['a', 'b', 'c']), 2, open, nothing)
    for (let i = 0; i < 3; i += 1) await steps.next()
    await settle()
    expect(started).toEqual(['a1', 'b1', 'a2'])
    await steps.return(undefined)
  })

  it('tells everyone to give up, then ends them, when the consumer stops', async () => {
    const log: string[] = []
    const open = async function* (source: string): AsyncGenerator<number> {
      try {
        for (;;) yield 1
      } finally {
        log.push(`end ${source}`)
      }
    }
    for await (const step of sideBySide(given(['a', 'b']), 2, open, () => log.push('stop'))) {
      if (step.kind === 'item') break
    }
    expect(log).toEqual(['stop', 'end a', 'end b'])
  })

  it('hands on the failure of a source and ends the others', async () => {
    const log: string[] = []
    const open = async function* (source: string): AsyncGenerator<number> {
      try {
        yield 1
        if (source === 'b') throw new Error('b is broken')
        yield 2
        yield 3
      } finally {
        log.push(source)
      }
    }
    const read = async () => {
      for await (const _step of sideBySide(given(['a', 'b']), 2, open, nothing));
    }
    await expect(read()).rejects.toThrow('b is broken')
    expect(log.sort()).toEqual(['a', 'b'])
  })
})
