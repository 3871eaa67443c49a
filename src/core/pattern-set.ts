import { setEscape, single } from './pattern-escape.ts'
import type { PatternReader } from './pattern-reader.ts'
import type { PatternFlags, PatternNode, SetItem } from './pattern-syntax.ts'

/** Reads a set whose `[` is behind `reader`, up to and with its `]` (the '[' branch of re/_parser.py _parse). */
export function readSet(reader: PatternReader, flags: PatternFlags): PatternNode {
  const start = reader.offset - 1
  const negated = reader.take('^')
  const items: SetItem[] = []
  for (;;) {
    const token = required(reader, start)
    if (token === ']' && items.length > 0) return { type: 'set', negated, items, flags }
    const low = member(reader, token)
    if (!reader.take('-')) {
      items.push(low)
      continue
    }
    const end = required(reader, start)
    if (end === ']') return { type: 'set', negated, items: [...items, low, single(0x2d)], flags }
    items.push(range(reader, low, member(reader, end)))
  }
}

function required(reader: PatternReader, start: number): string {
  return reader.next() ?? reader.fail("']' is missing", start)
}

function member(reader: PatternReader, token: string): SetItem {
  return token.startsWith('\\') ? setEscape(reader, token) : single(token.codePointAt(0) ?? 0)
}

function range(reader: PatternReader, low: SetItem, high: SetItem): SetItem {
  if (low.type === 'category' || high.type === 'category') return reader.fail('a range from or to a category')
  if (high.high < low.low) return reader.fail('a range whose end comes before its start')
  return { type: 'range', low: low.low, high: high.high }
}
