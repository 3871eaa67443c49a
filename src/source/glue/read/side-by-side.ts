/** What comes of several sources read at once: that one was opened, or an item of it. */
export type Step<S, T> =
  | { readonly kind: 'opened'; readonly source: S }
  | { readonly kind: 'item'; readonly source: S; readonly item: T }

interface Slot<S, T> {
  readonly source: S
  readonly items: AsyncIterator<T>
  /** The one item that is read ahead. */
  next: Promise<IteratorResult<T>>
}

/**
 * Reads up to `width` sources at once and gives their items in turn, one of each, so that the order depends on the
 * sources alone and never on which answers first. Of each open source one item is read ahead while the consumer works;
 * a new source is opened when one has ended. Ends all of them when the consumer stops, after `stop` has told whatever
 * they are waiting for to give up.
 */
export async function* sideBySide<S, T>(
  sources: AsyncIterable<S>,
  width: number,
  open: (source: S) => AsyncIterable<T>,
  stop: () => void
): AsyncGenerator<Step<S, T>> {
  const slots: Slot<S, T>[] = []
  const waiting = sources[Symbol.asyncIterator]()
  let nextSource: Promise<IteratorResult<S>> | null = ahead(waiting)
  let turn = 0
  try {
    for (;;) {
      while (nextSource !== null && slots.length < width) {
        const result: IteratorResult<S> = await nextSource
        nextSource = result.done === true ? null : ahead(waiting)
        if (result.done === true) break
        const items = open(result.value)[Symbol.asyncIterator]()
        slots.push({ source: result.value, items, next: ahead(items) })
        yield { kind: 'opened', source: result.value }
      }
      const slot = slots[turn % Math.max(1, slots.length)]
      if (slot === undefined) return
      const result = await slot.next
      if (result.done === true) {
        slots.splice(slots.indexOf(slot), 1)
        continue
      }
      slot.next = ahead(slot.items)
      yield { kind: 'item', source: slot.source, item: result.value }
      turn = (slots.indexOf(slot) + 1) % slots.length
    }
  } finally {
    stop()
    await Promise.allSettled([waiting.return?.(), ...slots.map((slot) => slot.items.return?.())])
  }
}

/** Starts reading. A failure waits for whoever takes the item; nobody may, so it must not count as unhandled. */
function ahead<T>(items: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const next = items.next()
  next.catch(() => {})
  return next
}
