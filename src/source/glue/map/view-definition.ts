import { err, ok, type Result } from '../../../core/result.ts'
import type { Failure } from '../../../model/event.ts'
import type { GlueTable } from '../record.ts'

/** The SQL of a view, and the language it is in. */
export interface ViewDefinition {
  readonly sql: string
  readonly dialect: 'trino' | 'spark'
}

const PREFIX = '/* Presto View: '
const SUFFIX = ' */'
const BASE64_ONLY = /[^A-Za-z0-9+/=]/g

/**
 * The SQL of a view: Athena's and Presto's is JSON in base64 in a comment, everything else is plain text. The peer's rules
 * (glue.py _get_view_definition, presto_view_decoder.py): an envelope that cannot be read is no definition, never the
 * envelope itself.
 */
export function viewDefinition(table: GlueTable): Result<ViewDefinition, Failure> {
  const text = table.ViewOriginalText || table.ViewExpandedText
  if (typeof text !== 'string' || text === '') return err(NO_DEFINITION)
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
    return typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? payload : null
  } catch {
    return null
  }
}

/** As Python decodes it: foreign characters are passed over, and padding that is missing makes it invalid. */
function base64(encoded: string): Buffer | null {
  const clean = encoded.replace(BASE64_ONLY, '')
  const padding = clean.indexOf('=')
  const data = padding === -1 ? clean : clean.slice(0, padding)
  const missing = (4 - (data.length % 4)) % 4
  if (missing === 3 || clean.length - data.length < missing) return null
  return Buffer.from(data, 'base64')
}
