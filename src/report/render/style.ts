/** Ways to set off a piece of text in a terminal. */
export interface Style {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly green: (text: string) => string
}

const sgr =
  (open: number, close: number) =>
  (text: string): string =>
    `\u001b[${open}m${text}\u001b[${close}m`

const same = (text: string): string => text

/** Select Graphic Rendition sequences of ECMA-48, which every terminal knows. */
const COLOUR: Style = { bold: sgr(1, 22), dim: sgr(2, 22), red: sgr(31, 39), yellow: sgr(33, 39), green: sgr(32, 39) }

const PLAIN: Style = { bold: same, dim: same, red: same, yellow: same, green: same }

/** The style of a terminal that shows colour, or of a pipe. */
export const styleOf = (colour: boolean): Style => (colour ? COLOUR : PLAIN)
