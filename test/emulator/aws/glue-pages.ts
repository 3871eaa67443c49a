import { seededRandom, seedOf } from '../random.ts'
import { textOf } from '../text.ts'
import { GlueError } from './glue-errors.ts'
import type { SerialisedList } from './serialised-list.ts'

/** AWS's limit and default for GetDatabases and GetTables. */
export const LARGEST_PAGE = 100

/** Where a page starts: what `NextToken` says, in a form that only the stand-in reads. */
interface Place {
  readonly operation: string
  /** The account and database that are listed. */
  readonly list: string
  readonly start: number
}

/** A page that is asked for. */
export interface PageRequest {
  readonly operation: string
  readonly list: string
  readonly nextToken: unknown
  readonly maxResults: unknown
  /** Pages of varying sizes, some of them empty, as AWS is free to return them. null: full pages. */
  readonly raggedSeed: number | null
}

/** A run of items, and the token of the page after it. */
export interface PageRange {
  readonly from: number
  readonly to: number
  readonly nextToken: string | null
}

/** Reads the start of the page that a token names; 0 without a token. Throws what Glue says of a token it did not make. */
export function startOf(request: PageRequest): number {
  if (request.nextToken === undefined || request.nextToken === null) return 0
  const place = typeof request.nextToken === 'string' ? placeOf(request.nextToken) : null
  if (place === null || place.operation !== request.operation || place.list !== request.list) {
    throw new GlueError('InvalidInputException', 'Invalid NextToken')
  }
  return place.start
}

/** The range of the page that is asked for. */
export function pageOf(items: Pick<SerialisedList, 'length'>, request: PageRequest): PageRange {
  const max = request.maxResults ?? LARGEST_PAGE
  if (typeof max !== 'number' || max < 1 || max > LARGEST_PAGE) {
    const rule =
      typeof max === 'number' && max > LARGEST_PAGE ? 'less than or equal to 100' : 'greater than or equal to 1'
    throw new GlueError(
      'InvalidInputException',
      `1 validation error detected: Value '${textOf(max)}' at 'maxResults' failed to satisfy constraint: Member must have value ${rule}`
    )
  }
  const from = startOf(request)
  const to = Math.min(items.length, from + pageSize(from, max, request))
  if (to >= items.length) return { from, to, nextToken: null }
  const place: Place = { operation: request.operation, list: request.list, start: to }
  return { from, to, nextToken: tokenOf(place, from === to) }
}

/** An empty page must not repeat for ever: its token says that it was empty, and the page after it never is. */
function pageSize(from: number, max: number, request: PageRequest): number {
  if (request.raggedSeed === null) return max
  const random = seededRandom(seedOf(`${request.list}@${from}`, request.raggedSeed))
  const afterEmpty = typeof request.nextToken === 'string' && request.nextToken.endsWith('.')
  if (random.chance(0.2) && !afterEmpty) return 0
  return random.int(1, max)
}

function tokenOf(place: Place, empty: boolean): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url') + (empty ? '.' : '')
}

function placeOf(token: string): Place | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(token.replace(/\.$/u, ''), 'base64url').toString())
    return isPlace(value) ? value : null
  } catch {
    return null
  }
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'operation' in value &&
    'list' in value &&
    'start' in value &&
    typeof value.start === 'number'
  )
}
