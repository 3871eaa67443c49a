import { Composer, type Document, Parser } from 'yaml'
import type { Position } from './diagnostic.ts'
import { lineFinder } from './yaml-lines.ts'

/** A text as the yaml package read it. */
export interface ParsedText {
  readonly documents: readonly Document.Parsed[]
  /** What offsets in `documents` count in: the text, with space before lines inside of brackets and quotes where it was missing. */
  readonly text: string
  /** The place in the text as the user wrote it. */
  readonly positionOf: (offset: number) => Position
}

const OPTIONS = {
  schema: 'failsafe',
  version: '1.1',
  merge: false,
  uniqueKeys: false,
  resolveKnownTags: false,
  strict: true,
  prettyErrors: false,
  logLevel: 'silent'
} as const

const UNDER_INDENTED = /in block collection must be sufficiently indented/
const UNCLOSED = /^Missing closing/
/** More than any sane text is indented by. */
const PADDING = ' '.repeat(200)
const MOST_PADDED_LINES = 200
/** Every line that is moved means parsing again: of a longer text nothing is moved. */
const LONGEST_TEXT = 65_536

/**
 * Parses a text of YAML documents. Inside of brackets and quotes the lines may stand anywhere, as in YAML 1.1 and with
 * PyYAML; YAML 1.2 wants them further in than the mapping around them, so that such lines are moved in and parsed again.
 */
export function parseDocuments(text: string): ParsedText {
  const first = parseOnce(text)
  const lines = text.split('\n')
  const padded = new Set<number>()
  let last = first
  for (let line = misplacedLine(last, lines); line !== null; line = misplacedLine(last, lines)) {
    if (padded.has(line) || padded.size >= MOST_PADDED_LINES || text.length > LONGEST_TEXT) return whole(text, first)
    padded.add(line)
    lines[line] = PADDING + lines[line]
    last = parseOnce(lines.join('\n'))
  }
  if (last.some(({ errors }) => errors.length > 0)) return whole(text, first)
  const find = lineFinder(lines.join('\n'))
  const positionOf = (offset: number): Position => {
    const at = find(offset)
    const shift = padded.has(at.line - 1) ? PADDING.length : 0
    return { line: at.line, column: Math.max(1, at.column - shift) }
  }
  return { documents: last, text: lines.join('\n'), positionOf }
}

const whole = (text: string, documents: readonly Document.Parsed[]): ParsedText => ({
  documents,
  text,
  positionOf: lineFinder(text)
})

const parseOnce = (text: string): readonly Document.Parsed[] => [
  ...new Composer(OPTIONS).compose(new Parser().parse(text))
]

/** The index of the first line that ends a bracket or a quote too early, because it is not indented enough, or null. */
function misplacedLine(documents: readonly Document.Parsed[], lines: readonly string[]): number | null {
  const [error] = documents.flatMap(({ errors }) => errors)
  if (error === undefined) return null
  const { line, column } = lineFinder(lines.join('\n'))(error.pos[0])
  const isAtStart = lines[line - 1]?.slice(0, column - 1).trim() === ''
  if (UNDER_INDENTED.test(error.message)) return isAtStart ? line - 1 : null
  if (!UNCLOSED.test(error.message)) return null
  const next = lines.findIndex((text, index) => index >= line && text.trim() !== '')
  return next < 0 ? null : next
}
