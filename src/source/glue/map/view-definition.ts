import { asObject, escapeNonAscii } from '../../../core/json.ts'
import { err, ok, type Result } from '../../../core/result.ts'
import type { Failure } from '../../../model/event.ts'
import type { GlueTable } from '../record.ts'
import { textOf } from './record-values.ts'

/** The SQL of a view, and the language it is in. */
export interface ViewDefinition {
  readonly sql: string
  readonly dialect: 'trino' | 'spark'
}

const PREFIX = '/* Presto View: '
const SUFFIX = ' */'

/**
 * The SQL of a view: Athena's and Presto's is JSON in base64 in a comment, everything else is plain text. The peer's rules
 * (glue.py _get_view_definition, presto_view_decoder.py): an envelope that cannot be read is no definition, never the
 * envelope itself.
 */
export function viewDefinition(table: GlueTable): Result<ViewDefinition, Failure> {
  const text = textOf(table.ViewOriginalText) || textOf(table.ViewExpandedText) || ''
  if (text === '') return err(NO_DEFINITION)
  if (!text.startsWith(PREFIX)) return ok({ sql: text, dialect: 'spark' })
  const payload = decode(text)
  if (payload === null) return err(UNREADABLE)
  const sql = payload.originalSql
  return typeof sql === 'string' && sql !== '' ? ok({ sql, dialect: 'trino' }) : err(NO_SQL)
}

const NO_DEFINITION: Failure = { code: 'view-without-sql', message: 'The view has no SQL definition' }
const UNREADABLE: Failure = {
  code: 'view-envelope-unreadable',
  message: "The view's Presto envelope cannot be decoded, so its SQL is not known",
  cure: 'create the view again with Athena or Trino'
}
const NO_SQL: Failure = { code: 'view-without-sql', message: "The view's Presto envelope has no SQL in it" }

/** The JSON object in the envelope, or null. */
function decode(text: string): { readonly originalSql?: unknown } | null {
  const end = text.lastIndexOf(SUFFIX)
  const encoded = text.slice(PREFIX.length, end < PREFIX.length ? undefined : end)
  const bytes = base64(encoded)
  if (bytes === null) return null
  try {
    const payload: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return asObject(payload)
  } catch {
    return null
  }
}

const WELL_FORMED = /^[A-Za-z0-9+/]*={0,2}$/
const ALPHABET = /^[A-Za-z0-9+/]$/

/**
 * As Python's base64.b64decode reads it: foreign ASCII characters are passed over, padding in the right place ends the
 * data, and padding that is missing, or a character beyond ASCII anywhere, makes it invalid. null when it is.
 */
function base64(encoded: string): Buffer | null {
  if (encoded.length % 4 === 0 && WELL_FORMED.test(encoded)) return Buffer.from(encoded, 'base64')
  if (escapeNonAscii(encoded) !== encoded) return null
  let data = ''
  let padding = 0
  for (const character of encoded) {
    if (ALPHABET.test(character)) {
      data += character
      padding = 0
    } else if (character === '=' && data.length % 4 >= 2) {
      padding += 1
      if ((data.length % 4) + padding >= 4) return Buffer.from(data, 'base64')
    }
  }
  return data.length % 4 === 0 ? Buffer.from(data, 'base64') : null
}
