import type { Position } from './diagnostic.ts'

/** Finds the line and column (from 1, in UTF-16 units) of an offset in `text`. Lines end with LF, CR LF or CR. */
export function lineFinder(text: string): (offset: number) => Position {
  const starts = [0]
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
