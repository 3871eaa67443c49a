import { formatCount } from './format.ts'

/** Pieces of HTML. Cells take what escape.ts has made safe; each piece is one line, for an empty one ends an HTML block. */

/** A cell of text. */
export const cell = (html: string): string => `<td>${html}</td>`

/** A cell that holds a number. */
export const numberCell = (count: number): string => `<td align="right">${formatCount(count)}</td>`

/** A row of cells. */
export const row = (...cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`

/** A row of headings. */
export const heading = (...titles: readonly string[]): string =>
  `<tr>${titles.map((title) => `<th>${title}</th>`).join('')}</tr>`

/** A table, one row a line. */
export const table = (rows: readonly string[]): string => ['<table>', ...rows, '</table>'].join('\n')

/** A part that is folded away behind its title. */
export const details = (title: string, body: string, open = false): string =>
  `<details${open ? ' open' : ''}><summary>${title}</summary>\n${body}\n</details>`

/** Size as UTF-8. */
export const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8')
