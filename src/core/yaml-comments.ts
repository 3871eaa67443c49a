import { CST, Lexer } from 'yaml'
import type { Position } from './diagnostic.ts'
import { lineFinder } from './yaml-lines.ts'

/** A comment, without its `#` and the space around it. */
export interface YamlComment {
  readonly text: string
  readonly at: Position
  /** Nothing but space stands before it in its line. */
  readonly isAlone: boolean
}

/** Lexemes that stand for no text of the file. */
const MARKS: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]

/** The comments of a text, in order; a `#` inside of a value is none. The text need not be right. */
export function yamlComments(text: string): readonly YamlComment[] {
  const positionOf = lineFinder(text)
  const lines = text.split(/\r\n?|\n/)
  const comments: YamlComment[] = []
  let offset = 0
  let isValue = false
  for (const lexeme of new Lexer().lex(text)) {
    if (MARKS.includes(lexeme)) {
      isValue = lexeme === CST.SCALAR
      continue
    }
    // A byte order mark is a lexeme of its own and stands in the text.
    if (lexeme.startsWith('#') && !isValue) {
      const at = positionOf(offset)
      const isAlone = (lines[at.line - 1] ?? '').slice(0, at.column - 1).trim() === ''
      comments.push({ text: lexeme.replace(/^#+/, '').trim(), at, isAlone })
    }
    offset += lexeme.length
    isValue = false
  }
  return comments
}
