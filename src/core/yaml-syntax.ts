import type { ErrorCode } from 'yaml'

/** A syntax error in words of ours. The parser's own messages may quote the text, and with it a secret. */
export interface SyntaxAdvice {
  readonly message: string
  readonly cure: string
}

const ALIGN = 'align it with the lines it belongs to, with spaces'
const QUOTE = 'put the value in quotes'

const ADVICE: Readonly<Record<ErrorCode, SyntaxAdvice>> = {
  ALIAS_PROPS: { message: 'an alias (*name) has an anchor or tag of its own', cure: 'remove the anchor or tag' },
  BAD_ALIAS: { message: 'an alias (*name) that no anchor (&name) above it defines', cure: QUOTE },
  BAD_COLLECTION_TYPE: { message: 'the tag does not fit the value', cure: 'remove the tag' },
  BAD_DIRECTIVE: { message: 'an unknown directive (a line that begins with %)', cure: 'remove the line' },
  BAD_DQ_ESCAPE: {
    message: 'a backslash escape that YAML does not know, in double quotes',
    cure: 'use single quotes, in which a backslash is just a backslash'
  },
  BAD_INDENT: { message: 'the line is indented differently from its neighbours', cure: ALIGN },
  BAD_PROP_ORDER: { message: 'an anchor or tag stands before a - or ? sign', cure: 'put it after the sign' },
  BAD_SCALAR_START: { message: 'an unquoted value begins with a character that YAML reserves', cure: QUOTE },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a second ': ' on one line, or the next line is indented further than this one",
    cure: `${QUOTE}, or align the next line with this one`
  },
  BLOCK_IN_FLOW: { message: 'an indented block inside [ ] or { }', cure: 'write it in [ ] or { } form too' },
  DUPLICATE_KEY: { message: 'a key appears twice', cure: 'remove one of them' },
  IMPOSSIBLE: { message: 'the text is not YAML', cure: 'check this line and the one before it' },
  KEY_OVER_1024_CHARS: { message: 'a key of more than 1,024 characters', cure: 'shorten the key' },
  MISSING_CHAR: {
    message: 'something is missing: a closing quote or bracket, or a space after a colon or comma',
    cure: 'complete it here, or on the line before'
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "a key spans several lines, or ':' is missing after a key",
    cure: "write the key, ':' and a space on one line"
  },
  MULTIPLE_ANCHORS: { message: 'a value with two anchors', cure: 'keep one of them' },
  MULTIPLE_DOCS: { message: 'a second document begins here', cure: 'keep one document in the file' },
  MULTIPLE_TAGS: { message: 'a value with two tags', cure: 'keep one of them' },
  NON_STRING_KEY: { message: 'a key that is not text', cure: 'put the key in quotes' },
  RESOURCE_EXHAUSTION: { message: 'the text is nested too deeply', cure: 'nest it less' },
  TAB_AS_INDENT: { message: 'a tab is used as indentation', cure: 'indent with spaces' },
  TAG_RESOLVE_FAILED: { message: 'the tag does not fit the value', cure: 'remove the tag' },
  UNEXPECTED_TOKEN: {
    message: 'something stands here that YAML does not expect',
    cure: `${QUOTE} if it is one, or check the brackets, quotes and colons before it`
  }
}

/** What to say about an error of the YAML parser. */
export function syntaxAdvice(code: ErrorCode): SyntaxAdvice {
  return ADVICE[code]
}
