import type { HttpResponse } from '../core/http.ts'
import type { NetworkReason } from '../core/http-error.ts'
import { parseJson } from './gms-config.ts'

/**
 * What GMS made of a write.
 * - `rejected`: the data is refused, and would be again · `too-large`: the request is, not the data
 * - `unauthorized`: the token is missing, wrong or expired · `forbidden`: its policies leave out something in the request
 * - `unavailable`: no answer, or none that helps, after all retries
 * - `faulty`: GMS itself answered with a server error after all retries; one record in the request may be the cause
 * - `misrouted`: something answered that is not GMS; a redirect, a page of HTML, a path that does not exist
 */
export type GmsAnswer =
  | { readonly kind: 'ok' }
  | {
      readonly kind: 'rejected' | 'unauthorized' | 'forbidden' | 'faulty' | 'misrouted' | 'unavailable'
      readonly message: string
    }
  | { readonly kind: 'too-large'; readonly message: string }

/** Statuses that say something about the data that was sent. */
const REJECTIONS = new Set([400, 409, 412, 422])
const MAX_MESSAGE_LENGTH = 400
/** As much of a text is looked at. */
const MAX_TEXT_LENGTH = 20_000

/** Classifies an answer to a write that will not be tried again. */
export function answerOf(response: HttpResponse): GmsAnswer {
  const { status } = response
  const message = messageOf(response)
  if (status >= 200 && status < 300) return isHtml(response) ? misrouted(response) : { kind: 'ok' }
  if (status === 401) return { kind: 'unauthorized', message }
  if (status === 413) return { kind: 'too-large', message }
  if (isHtml(response) && status < 500) return misrouted(response)
  if (REJECTIONS.has(status)) return { kind: 'rejected', message }
  if (status === 403 && isGmsDenial(response)) return { kind: 'forbidden', message }
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
  const what = isHtml(response) ? 'a web page' : 'something that GMS would not say'
  return { kind: 'misrouted', message: `it answers ${status} with ${what}` }
}

/** Only the origin: the rest of a redirect may hold tokens. */
export function originOf(location: string | undefined): string {
  if (location === undefined) return 'nowhere'
  return URL.canParse(location) ? new URL(location).origin : 'another page of the same server'
}

export function isHtml(response: HttpResponse): boolean {
  const type = String(response.headers['content-type'] ?? '')
  return type.includes('text/html') || /^\s*<(!doctype|html)/i.test(response.text.slice(0, MAX_TEXT_LENGTH))
}

/** Whether the body is a server error in GMS's own form, and not that of a proxy before it. */
const isGmsError = (response: HttpResponse): boolean => {
  const body = parseJson(response.text)
  return typeof body === 'object' && body !== null && ('exceptionClass' in body || 'message' in body)
}

/** The same of a denial, of which GMS's OpenAPI says `error` alone. */
const isGmsDenial = (response: HttpResponse): boolean => {
  const body = parseJson(response.text)
  return isGmsError(response) || (typeof body === 'object' && body !== null && 'error' in body)
}

/** GMS's message in one line: rest.li's `message`, a page's title, or the start of the body. Stack traces are left out. */
export function messageOf({ status, text }: HttpResponse): string {
  const line = saidIn(text)
    .slice(0, MAX_TEXT_LENGTH)
    .replace(/\s+/g, ' ')
    .replace(/ at [\w.$/]+\(.*$/, '')
    .trim()
  const short = line.length > MAX_MESSAGE_LENGTH ? `${cut(line)}…` : line
  return short === '' ? `status ${status}` : `${short} (status ${status})`
}

function saidIn(text: string): string {
  const body = parseJson(text)
  if (typeof body === 'object' && body !== null) {
    const found = ['message', 'error', 'errorMessage'].map((name) => Object.entries(body).find(([key]) => key === name))
    return found.map((entry) => entry?.[1]).find((value) => typeof value === 'string' && value !== '') ?? text
  }
  if (!/^\s*</.test(text)) return text
  return /<title>([^<]*)/i.exec(text.slice(0, MAX_TEXT_LENGTH))?.[1] ?? ''
}

/** Not in the middle of a character. */
const cut = (line: string): string => line.slice(0, MAX_MESSAGE_LENGTH).replace(/[\ud800-\udbff]$/, '')
