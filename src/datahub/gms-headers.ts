import { AppError } from '../core/errors.ts'
import { TOOL } from '../model/tool.ts'

/**
 * The headers of every call to GMS; what the peer sends in spirit (rest_emitter.py), under our own name.
 * `extraHeaders` win over every other one, as with the peer.
 * @throws AppError of kind `input` when a header cannot be sent, such as a token with a line break.
 */
export function gmsHeaders(
  token: string | null,
  extraHeaders: Readonly<Record<string, string>>
): Readonly<Record<string, string>> {
  if (token !== null && !isSendable(token)) throw unsendable('token')
  for (const [name, value] of Object.entries(extraHeaders)) {
    if (!TOKEN.test(name) || !isSendable(value)) throw unsendable(`extra header '${name}'`)
  }
  const lowerCase = Object.entries(extraHeaders).map(([name, value]) => [name.toLowerCase(), value])
  return {
    'user-agent': `${TOOL.name}/${TOOL.version} (ingestion)`,
    'x-datahub-client-mode': 'INGESTION',
    'x-restli-protocol-version': '2.0.0',
    'content-type': 'application/json',
    accept: '*/*',
    'accept-encoding': 'gzip, deflate',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...Object.fromEntries(lowerCase)
  }
}

/** A header's name, and the characters of its value (RFC 9110, 5.1 and 5.5). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/
const isSendable = (value: string): boolean => /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value)

/** The value is not shown: it may be a secret. */
const unsendable = (what: string): AppError =>
  new AppError(`The ${what} for GMS holds a character that no HTTP header can carry, such as a line break`, {
    kind: 'input',
    code: 'header-invalid',
    cure: 'store it anew without line breaks; `echo` and most editors add one at the end'
  })
