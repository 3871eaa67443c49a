import type { RecordedRequest } from '../../emulator/http/server.ts'
import type { StandIns } from '../../emulator/stand-ins.ts'

/** Headers that say who asks and what is sent; the others are the business of Node and the SDK. */
const HEADERS = [
  'accept',
  'authorization',
  'content-type',
  'user-agent',
  'x-amz-target',
  'x-datahub-client-mode',
  'x-restli-protocol-version'
]

/**
 * Everything that a run asked its surroundings, as text to be reviewed: one block a request, in the order of each server
 * (databases are listed side by side: their pages by name), with what differs from run to run made equal.
 */
export function requestsOf({ oidc, aws, gms }: StandIns): string {
  const blocks = [
    ...oidc.requests.map((request) => block('GitHub', request)),
    ...inOrder(aws.requests).map((request) => block('AWS', request)),
    ...gms.requests.map((request) => block('GMS', request))
  ]
  return `${blocks.join('\n\n')}\n`
}

function inOrder(requests: readonly RecordedRequest[]): readonly RecordedRequest[] {
  const isPage = ({ label }: RecordedRequest): boolean => label.startsWith('GetTables ')
  const pages = requests.filter(isPage).sort((a, b) => (a.label < b.label ? -1 : 1))
  return [...requests.filter((request) => !isPage(request)), ...pages]
}

function block(server: string, request: RecordedRequest): string {
  const headers = HEADERS.flatMap((name) => {
    const value = request.headers[name]
    return typeof value === 'string' ? [`${name}: ${steadyHeader(name, value)}`] : []
  })
  const body = request.body === undefined || request.body === '' ? [] : ['', steadyBody(request.body)]
  return [`${server} ${request.method} ${steady(request.target)} → ${request.status}`, ...headers, ...body].join('\n')
}

/** Signatures and tokens by their form; of the SDK's user agent only that it is the SDK's. */
function steadyHeader(name: string, value: string): string {
  if (name === 'user-agent') return value.replace(/^aws-sdk-js\/.*$/u, 'aws-sdk-js/…')
  if (name !== 'authorization') return value
  return value
    .replace(/^bearer .*$/iu, 'Bearer …')
    .replace(/Credential=[^/]+\/\d{8}/u, 'Credential=…/…')
    .replace(/SignedHeaders=[^,]+/u, 'SignedHeaders=…')
    .replace(/Signature=[0-9a-f]+/u, 'Signature=…')
}

/** JSON as people read it, aspects unfolded; forms one member a line. */
function steadyBody(body: string): string {
  if (!body.startsWith('{')) return steady(decodeURIComponent(body.replaceAll('&', '\n').replaceAll('+', ' ')))
  return steady(JSON.stringify(JSON.parse(body), unfolded, 2))
}

/** `aspect.value` is JSON within JSON. The order of members says nothing, and is by name here. */
function unfolded(key: string, value: unknown): unknown {
  const inner: unknown =
    key === 'value' && typeof value === 'string' && /^[{[]/u.test(value) ? JSON.parse(value) : value
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
  return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Any later than this is the time of a run: catalogues hold earlier ones only. Milliseconds. */
const NOW_AFTER = 1_790_000_000_000

/** Times of a run, run ids, tokens, and the path of GitHub's endpoint, which belongs to a job. */
function steady(text: string): string {
  return text
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/gu, '(JWT)')
    .replace(/glue-\d{4}_\d\d_\d\d-\d\d_\d\d_\d\d-\w+/gu, '(run id)')
    .replace(/\b\d{13}\b/gu, (number) => (Number(number) > NOW_AFTER ? '(now)' : number))
    .replace(/http:\/\/127\.0\.0\.1:\d+/gu, 'http://127.0.0.1:(port)')
    .replace(/("durationMs": )\d+/gu, '$1(time)')
    .replace(/took +[\d.]+ s/gu, 'took (time)')
    .replace(/(_per_sec(?:ond)?\\": )\d+/gu, '$1(rate)')
    .replace(/(start_time\\": \\")[^\\]+/gu, '$1(now)')
    .replace(/(running_time\\": \\")[\d.]+/gu, '$1(time)')
    .replace(/^\/idtoken\/[\w-]+\/[\w-]+/u, '/idtoken/…')
}
