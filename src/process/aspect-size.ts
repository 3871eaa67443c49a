import { asciiJson, isObject, type Json, type JsonObject } from '../core/json.ts'
import type { WorkUnit } from '../model/work-unit.ts'
import { contentOf } from './content.ts'
import { MAX_SCHEMA_BYTES, sentLength } from './schema-size.ts'

/** The peer's limit for what is told of a query, whichever way it is sent (ensure_aspect_size.py: Kafka's messages). */
export const MAX_QUERY_BYTES = 5 * 1024 * 1024
const MAX_BYTES = MAX_SCHEMA_BYTES

/** An aspect that can be sent, and what was taken from it, as the beginning of a sentence; null: nothing. */
export interface Fitted {
  readonly unit: WorkUnit
  readonly taken: string | null
}

type Fitting = (aspect: JsonObject) => { readonly aspect: JsonObject; readonly taken: string | null }

/** What can be cut where an aspect is too large (the peer's EnsureAspectSize), measured as it is sent. */
const FITTINGS: Readonly<Record<string, Fitting>> = {
  viewProperties: fitView,
  queryProperties: fitQuery,
  upstreamLineage: fitLineage,
  querySubjects: (aspect) => fitLists(aspect, { subjects: (item) => (isOfColumn(item) ? 1 : 0) }, 'subjects')
}

/** Whether an aspect may be too large, and can be cut. `value`: its JSON. */
export const isLarge = ({ aspectName, changeType }: WorkUnit, value: string): boolean =>
  value.length > (aspectName === 'queryProperties' ? MAX_QUERY_BYTES : MAX_BYTES / 2) &&
  changeType === 'UPSERT' &&
  Object.hasOwn(FITTINGS, aspectName)

/** Cuts what is too large: texts at their end, and of lists what tells least. */
export function fitAspect(unit: WorkUnit): Fitted {
  const content = contentOf(unit)
  const fitting = FITTINGS[unit.aspectName]
  if (content === null || fitting === undefined) return { unit, taken: null }
  const { aspect, taken } = fitting(content)
  return { unit: taken === null ? unit : { ...unit, aspect }, taken }
}

/** What is compiled goes before what was written. */
function fitView(aspect: JsonObject): ReturnType<Fitting> {
  let fitted = aspect
  const cut: string[] = []
  for (const name of ['formattedViewLogic', 'viewLogic']) {
    const text = fitted[name]
    if (sentLength(fitted) < MAX_BYTES || typeof text !== 'string' || text === '') continue
    const room = MAX_BYTES - sentLength({ ...fitted, [name]: '' })
    const mark = (kept: number): string =>
      kept === 0
        ? `[removed due to size - original was ${text.length} chars]`
        : `... [truncated from ${text.length} to ${kept} chars]`
    fitted = { ...fitted, [name]: shortened(text, mark, room, (part) => sentLength(part) - sentLength('')) }
    cut.push(name)
  }
  return { aspect: fitted, taken: cut.length === 0 ? null : `The end of ${cut.join(' and ')}` }
}

function fitQuery(aspect: JsonObject): ReturnType<Fitting> {
  const { statement } = aspect
  const text = isObject(statement) ? statement.value : undefined
  if (asciiJson(aspect).length < MAX_QUERY_BYTES || !isObject(statement) || typeof text !== 'string') {
    return { aspect, taken: null }
  }
  const room = MAX_QUERY_BYTES - asciiJson({ ...aspect, statement: { ...statement, value: '' } }).length
  const mark = (kept: number): string => `... [original value was ${text.length} bytes and truncated to ${kept} bytes]`
  const value = shortened(text, mark, room, (part) => asciiJson(part).length - '""'.length)
  return { aspect: { ...aspect, statement: { ...statement, value } }, taken: 'The end of the statement' }
}

/** Of datasets, then of whole datasets' columns, then of columns, as far as there is room. */
function fitLineage(aspect: JsonObject): ReturnType<Fitting> {
  const types: readonly unknown[] = ['DATASET', 'FIELD_SET', 'NONE']
  const rank = (item: Json): number => 1 + types.indexOf(isObject(item) ? item.upstreamType : null)
  const { aspect: fitted, taken } = fitLists(aspect, { upstreams: () => 0, fineGrainedLineages: rank }, 'lineages')
  const columns = fitted.fineGrainedLineages
  if (taken === null || !Array.isArray(columns) || columns.length > 0) return { aspect: fitted, taken }
  const { fineGrainedLineages: _none, ...others } = fitted
  return { aspect: others, taken }
}

const isOfColumn = (item: Json): boolean =>
  isObject(item) && typeof item.entity === 'string' && item.entity.startsWith('urn:li:schemaField:')

type Ranks = Readonly<Record<string, (item: Json) => number>>

/** Keeps the items of lists in the order of their ranks until the first that does not fit. */
function fitLists(aspect: JsonObject, ranks: Ranks, what: string): ReturnType<Fitting> {
  if (sentLength(aspect) < MAX_BYTES) return { aspect, taken: null }
  const names = Object.keys(ranks)
  const empty = { ...aspect, ...Object.fromEntries(names.map((name) => [name, []])) }
  const items = names.flatMap((name) =>
    listIn(aspect, name).map((item) => ({ name, item, rank: ranks[name]?.(item) ?? 0 }))
  )
  let room = MAX_BYTES - sentLength(empty)
  const kept: typeof items = []
  for (const one of items.toSorted((a, b) => a.rank - b.rank)) {
    room -= sentLength(one.item) + ','.length
    if (room <= 0) break
    kept.push(one)
  }
  const lists = names.map((name) => [name, kept.filter((one) => one.name === name).map(({ item }) => item)] as const)
  const lost = items.length - kept.length
  return { aspect: { ...aspect, ...Object.fromEntries(lists) }, taken: lost === 0 ? null : `${lost} of its ${what}` }
}

/** How many characters are measured at once. */
const STEP = 65_536

/** The longest beginning of a text that has room with its mark; `sizeOf` adds up over the parts of a text. */
function shortened(
  text: string,
  mark: (kept: number) => string,
  room: number,
  sizeOf: (text: string) => number
): string {
  let left = room - sizeOf(mark(text.length))
  let kept = 0
  for (let step = STEP; step >= 1 && kept < text.length; ) {
    const part = text.slice(kept, kept + step)
    const size = sizeOf(part)
    if (size >= left) {
      step = Math.floor(step / 2)
      continue
    }
    left -= size
    kept += part.length
  }
  return text.slice(0, kept) + mark(kept)
}

const listIn = (aspect: JsonObject, name: string): readonly Json[] => {
  const list = aspect[name]
  return Array.isArray(list) ? list : []
}
