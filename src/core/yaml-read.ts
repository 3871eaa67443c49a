import { CST, type Document, Lexer, visit } from 'yaml'
import type { Diagnostic } from './diagnostic.ts'
import { type ParsedText, parseDocuments } from './yaml-flow.ts'
import { lineFinder } from './yaml-lines.ts'
import { syntaxAdvice } from './yaml-syntax.ts'

/** What the yaml package makes of a text: no types, merges or aliases resolved yet. null: the text holds nothing. */
export type RawNode = NonNullable<Document.Parsed['contents']>

/** Lexemes that stand for no text: the beginning of a document, the end of a flow, the beginning of a scalar. */
const MARKS: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]

/**
 * Text that YAML 1.1 does not allow (PyYAML's reader.py), and the line breaks that only it knows: nobody sees them, and
 * YAML 1.2 parsers take them for text.
 */
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** The first directive (a % line before the text) that is not one of YAML 1.x, which says nothing new. */
const DIRECTIVES = /^(?:[ \t]*(?:#.*)?\n|%YAML 1\.\d+ *\n)*%(?!YAML 1\.\d+ *\n)/

type Say = (offset: number, code: string, message: string, cure: string) => Diagnostic

/** One document, and the text that its offsets count in. */
export interface RawText extends Pick<ParsedText, 'text' | 'positionOf'> {
  readonly contents: RawNode | null
}

/** Parses `text`, one document of YAML. Every syntax error becomes a diagnostic; of one line only the first. */
export function readRaw(file: string, text: string): RawText | Diagnostic[] {
  const normal = text.replace(/\r(?!\n)/g, '\n')
  const refused = refuseCharacters(normal, sayAt(file, lineFinder(text)))
  if (refused.length > 0) return refused
  const parsed = parseDocuments(normal)
  const say = sayAt(file, parsed.positionOf)
  const faults = parsed.documents.flatMap((document) => document.errors.map((error) => explain(error, document, say)))
  if (faults.length > 0) return firstOfEachLine(faults)
  const [first, second] = parsed.documents
  if (second === undefined) return { ...parsed, contents: first?.contents ?? null }
  return [say(second.range[0], 'yaml-multiple-documents', 'a second document begins here', 'keep one in the file')]
}

const sayAt =
  (file: string, positionOf: ParsedText['positionOf']): Say =>
  (offset, code, message, cure) => ({ file, ...positionOf(offset), severity: 'error', code, message, cure })

function explain(error: Document.Parsed['errors'][number], document: Document.Parsed, say: Say): Diagnostic {
  const quote = error.message.startsWith('Missing closing') ? openingQuote(document, error.pos[0]) : null
  if (quote !== null) return say(quote, 'yaml-syntax', 'the quote that begins here is not closed', 'close it')
  const { message, cure } = syntaxAdvice(error.code)
  return say(error.pos[0], 'yaml-syntax', message, cure)
}

/** What YAML 1.2 lets pass and PyYAML refuses: odd characters, tabs between words, directives. */
function refuseCharacters(text: string, say: Say): Diagnostic[] {
  const unprintable = UNPRINTABLE.exec(text)
  if (unprintable !== null) {
    const cure = 'remove it, or write it as an escape in double quotes'
    return [say(unprintable.index, 'yaml-syntax', 'a control character or an invisible line break', cure)]
  }
  const directive = DIRECTIVES.exec(text)
  if (directive !== null) {
    return [
      say(directive[0].length - 1, 'yaml-syntax', 'a line that begins with %', 'remove the line or quote the value')
    ]
  }
  const tab = tabBetweenWords(text)
  if (tab === null) return []
  const isIndentation = /(?:^|\n)[ \t]*$/.test(text.slice(0, tab))
  const message = isIndentation ? 'a tab is used as indentation' : 'a tab stands between words'
  return [say(tab, 'yaml-syntax', message, 'use spaces')]
}

/** Where the quoted text begins that should have ended by `offset`; null: it cannot be told. */
function openingQuote(document: Document.Parsed, offset: number): number | null {
  let opening: number | null = null
  visit(document, {
    Scalar(_, { range, type }) {
      const isQuoted = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE'
      if (isQuoted && range && range[0] < offset && range[1] >= offset) opening = range[0]
    }
  })
  return opening
}

/** The offset of the first tab outside of scalars and comments, or null. */
function tabBetweenWords(text: string): number | null {
  if (!text.includes('\t')) return null
  let offset = 0
  let isText = false
  for (const lexeme of new Lexer().lex(text)) {
    if (!isText && MARKS.includes(lexeme)) {
      isText = lexeme === CST.SCALAR
      continue
    }
    if (!isText && /^[ \t]*\t/.test(lexeme)) return offset + lexeme.indexOf('\t')
    isText = false
    offset += lexeme.length
  }
  return null
}

/** One mistake often upsets the parser several times; what follows on the same line says nothing new. */
function firstOfEachLine(faults: readonly Diagnostic[]): Diagnostic[] {
  const byLine = new Map<number, Diagnostic>()
  for (const fault of faults) if (!byLine.has(fault.line)) byLine.set(fault.line, fault)
  return [...byLine.values()]
}
