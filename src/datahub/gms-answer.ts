import type { HttpResponse } from '../core/http.ts'
import type { NetworkReason } from '../core/http-error.ts'
import { parseJson } from './gms-config.ts'

/**
 * What GMS made of a write.
 * - `rejected`: the data is refused, and would be again · `too-large`: the request is, not the data
 * - `unauthorized`: the token is missing, wrong or expired · `unavailable`: no answer, or none that helps, after all retries
 * - `faulty`: GMS itself answered with a server error after all retries; one record in the request may be the cause
 * - `misrouted`: something answered that is not GMS; a redirect, a page of HTML, a path that does not exist
 */
export type GmsAnswer =
  | { readonly kind: 'ok' }
  | { readonly kind: 'rejected' | 'unauthorized' | 'faulty' | 'misrouted' | 'unavailable'; readonly message: string }
  | { readonly kind: 'too-large'; readonly message: string }

/** Statuses that say something about the data that was sent. */
const REJECTIONS = new Set([400, 409, 412, 422])
const MAX_MESSAGE_LENGTH = 400

/** Classifies an answer to a write that will not be tried again. */
export function answerOf(response: HttpResponse): GmsAnswer {
  const { status } = response
  const message = messageOf(response)
  if (status >= 200 && status < 300) return isHtml(response) ? misrouted(response) : { kind: 'ok' }
  if (status === 401 || status === 403) return { kind: 'unauthorized', message }
  if (status === 413) return { kind: 'too-large', message }
  if (isHtml(response) && status < 500) return misrouted(response)
  if (REJECTIONS.has(status)) return { kind: 'rejected', message }
  if (status >= 300 && status < 500 && status !== 408 && status !== 429) return misrouted(response)
  return isGmsError(response) && status === 500 ? { kind: 'faulty', message } : { kind: 'unavailable', message }
}

/** The words for a request that got no answer. */
export const unanswered = (reason: NetworkReason, message: string): GmsAnswer => ({
  kind: 'unavailable',
  message: reason === 'timeout' ? message : `no answer: ${message}`
})

function misrouted(response: HttpResponse): GmsAnswer {
  const { status, headers } = response
  if (status >= 300 && status < 400) {
    return { kind: 'misrouted', message: `it redirects (${status}) to ${originOf(headers.location)}` }
  }
  return { kind: 'misrouted', message: `it answers ${status} with something that GMS would not say` }
}

/** Only the origin: the rest of a redirect may hold tokens. */
export function originOf(location: string | undefined): string {
  if (location === undefined || !URL.canParse(location)) return 'another place'
  return new URL(location).origin
}

export function isHtml(response: HttpResponse): boolean {
  const type = String(response.headers['content-type'] ?? '')
  return type.includes('text/html') || /^\s*<(!doctype|html)/i.test(response.text)
}

/** Whether the body is a server error in GMS's own form, and not that of a proxy before it. */
const isGmsError = (response: HttpResponse): boolean => {
  const body = parseJson(response.text)
  return typeof body === 'object' && body !== null && ('exceptionClass' in body || 'message' in body)
}

/** GMS's message in one line: rest.li's `message`, or the start of the body. Stack traces are left out. */
export function messageOf({ status, text }: HttpResponse): string {
  const body = parseJson(text)
  const said = typeof body === 'object' && body !== null ? firstText(body, ['message', 'error', 'errorMessage']) : null
  const plain = said ?? (/^\s*[<]/.test(text) ? '' : text)
  const line = plain
    .replace(/\s+at [\w.$]+\(.*$/s, '')
    .replace(/\s+/g, ' ')
    .trim()
  const short = line.length > MAX_MESSAGE_LENGTH ? `${line.slice(0, MAX_MESSAGE_LENGTH)}…` : line
  return short === '' ? `status ${status}` : `${short} (status ${status})`
}

function firstText(body: object, names: readonly string[]): string | null {
  const found = Object.entries(body).find(([name, value]) => names.includes(name) && typeof value === 'string')
  return typeof found?.[1] === 'string' ? found[1] : null
}
