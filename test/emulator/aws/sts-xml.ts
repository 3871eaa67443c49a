import { randomUUID } from 'node:crypto'
import type { Fault } from '../http/faults.ts'
import type { Reply } from '../http/server.ts'

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/'

/** A member of an answer: text, a list of members, or absent. */
export type XmlMembers = { readonly [name: string]: string | XmlMembers | undefined }

/** An error as STS words it. */
export interface StsError {
  readonly status: number
  readonly code: string
  readonly message: string
}

/** The answer of an action: `<ActionResponse><ActionResult>…`. */
export function resultXml(action: string, members: XmlMembers): Reply {
  const requestId = randomUUID()
  const body =
    `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${elements(members)}</${action}Result>` +
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>\n`
  return { status: 200, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body }
}

/** STS's error document. */
export function errorXml(error: StsError): Reply {
  const requestId = randomUUID()
  const type = error.status >= 500 ? 'Receiver' : 'Sender'
  const body =
    `<ErrorResponse xmlns="${NAMESPACE}">\n  <Error>\n    <Type>${type}</Type>\n    <Code>${error.code}</Code>\n` +
    `    <Message>${escapeXml(error.message)}</Message>\n  </Error>\n  <RequestId>${requestId}</RequestId>\n</ErrorResponse>\n`
  return { status: error.status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body }
}

/** A fault in STS's words. */
export function faultXml(fault: Fault): Reply {
  if (fault.body !== undefined) {
    return { status: fault.status ?? 500, headers: { 'content-type': 'text/html', ...fault.headers }, body: fault.body }
  }
  const known = KNOWN_FAULTS[fault.code ?? 'ServiceUnavailable']
  const reply = errorXml({
    status: fault.status ?? known?.status ?? 400,
    code: fault.code ?? 'ServiceUnavailable',
    message: fault.message ?? known?.message ?? 'The request failed.'
  })
  return { ...reply, headers: { ...reply.headers, ...fault.headers } }
}

const KNOWN_FAULTS: Readonly<Record<string, { readonly status: number; readonly message: string }>> = {
  Throttling: { status: 400, message: 'Rate exceeded' },
  ServiceUnavailable: { status: 503, message: 'Service Unavailable' },
  InternalFailure: { status: 500, message: 'The request processing has failed because of an unknown error.' },
  IDPCommunicationError: {
    status: 400,
    message: 'An error occurred while communicating with the Identity Provider. Please try again.'
  },
  IDPRejectedClaim: { status: 403, message: 'The Identity Provider rejected the claim.' },
  RegionDisabledException: { status: 403, message: 'STS is not activated in this region for account.' },
  AccessDenied: { status: 403, message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity' }
}

function elements(members: XmlMembers): string {
  return Object.entries(members)
    .filter((entry): entry is [string, string | XmlMembers] => entry[1] !== undefined)
    .map(([name, value]) => `<${name}>${typeof value === 'string' ? escapeXml(value) : elements(value)}</${name}>`)
    .join('')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
