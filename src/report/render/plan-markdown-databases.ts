import type { DatabasePlan, EntityPlan } from '../../model/plan.ts'
import { formatNoun } from './format.ts'
import { bytesOf, cell, details, heading, numberCell, row, table } from './html.ts'
import { moreRow } from './markdown-groups.ts'
import { name } from './plan-markdown-names.ts'
import { columnsOf } from './plan-markdown-standouts.ts'
import { DATABASE_CHANGE, shortCountsOf, sumOf } from './plan-markdown-words.ts'
import { LISTING } from './words.ts'

/** Between two parts stands an empty line. */
const SEPARATOR = 2

/** Fewer rows of databases than this are not worth a table. */
const LEAST_ROWS = 10

/** What each database becomes, folded, with its tables; null: that is more than `room` bytes of UTF-8. */
export function allLists(databases: readonly DatabasePlan[], room: number): readonly string[] | null {
  if (room < 0) return null
  const lists: string[] = []
  let left = room
  for (const database of databases) {
    const list = databaseList(database)
    left -= bytesOf(list) + SEPARATOR
    if (left < 0) return null
    lists.push(list)
  }
  return lists
}

/**
 * As much of it as `room` bytes of UTF-8 hold: the counts of every database, or of those in which most happens, and the
 * tables of as many databases as fit, the smallest first. null: not even a few counts fit.
 */
export function fittingLists(databases: readonly DatabasePlan[], room: number): readonly string[] | null {
  if (room < 0) return null
  const ranked = [...databases].sort(byExtent)
  const rows = ranked.map((database) => databaseRow(database))
  const shown = fitting(rows, room - bytesOf(countsTable([], ranked.length)) - SEPARATOR)
  if (shown < Math.min(LEAST_ROWS, ranked.length)) return null
  if (shown < ranked.length) return [countsTable(rows.slice(0, shown), ranked.length - shown)]
  let left = room - bytesOf(countsTable(rows, 0)) - SEPARATOR
  let first = ranked.length
  // A list that is shown needs no row, but that it is the last to go keeps the sum simple.
  while (first > 0) {
    const database = ranked[first - 1]
    if (database === undefined) break
    left -= bytesOf(databaseList(database)) + SEPARATOR
    if (left < 0) break
    first -= 1
  }
  const listed = new Set(ranked.slice(first))
  const counted = first === 0 ? [] : [countsTable(rows.slice(0, first), 0)]
  return [...counted, ...databases.filter((database) => listed.has(database)).map(databaseList)]
}

/** How many rows from the first on fit. */
function fitting(rows: readonly string[], room: number): number {
  let left = room
  const end = rows.findIndex((line) => {
    left -= bytesOf(line) + 1
    return left < 0
  })
  return end < 0 ? rows.length : end
}

function countsTable(rows: readonly string[], hidden: number): string {
  const head = heading('Database', 'To add', 'To change', 'To remove', 'Listing')
  const title = formatNoun(rows.length + hidden, 'database without its list', 'databases without their lists')
  return details(title, table([head, ...rows, ...moreRow(hidden, 5)]))
}

function databaseRow(database: DatabasePlan): string {
  const { counts, listing } = database
  const change = DATABASE_CHANGE[database.change]
  return row(
    cell(`${name(database.name)}${change === null ? '' : ` ${change}`}`),
    numberCell(counts.toAdd),
    numberCell(counts.toChange),
    numberCell(counts.toRemove),
    cell(LISTING[listing])
  )
}

/** Where most happens first, then by name. */
const byExtent = (a: DatabasePlan, b: DatabasePlan): number =>
  sumOf(b.counts) - sumOf(a.counts) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

function databaseList(database: DatabasePlan): string {
  const change = DATABASE_CHANGE[database.change]
  const trouble = database.listing === 'complete' || database.listing === 'empty' ? [] : [LISTING[database.listing]]
  const facts = [...(change === null ? [] : [change]), shortCountsOf(database.counts), ...trouble]
  const rows = database.entities.map((entity) => entityRow(entity, database.name))
  const hidden = Math.max(0, sumOf(database.counts) - rows.length)
  const title = `${name(database.name)}: ${facts.join(', ')}`
  if (rows.length === 0) return `<p>${title}</p>`
  return details(title, table([heading('', 'Name', 'What'), ...rows, ...moreRow(hidden, 3)]))
}

const SIGN: Readonly<Record<EntityPlan['change'], string>> = { add: '+', change: '±', remove: '−' }

function entityRow(entity: EntityPlan, database: string): string {
  const own = entity.name.startsWith(`${database}.`) ? entity.name.slice(database.length + 1) : entity.name
  const kind = entity.kind === 'table' ? '' : ` (${entity.kind})`
  return row(cell(`<b>${SIGN[entity.change]}</b>`), cell(`${name(own)}${kind}`), cell(whatOf(entity)))
}

function whatOf(entity: EntityPlan): string {
  const { change, rule, aspects } = entity
  if (change === 'add') return rule === null ? 'enters' : `let in by ${name(rule)}`
  if (change === 'remove') return rule === null ? 'leaves' : `kept out by ${name(rule)}`
  const columns = columnsOf(entity)
  return [...(columns === '' ? [] : [columns]), ...(aspects.length === 0 ? [] : [aspects.map(name).join(', ')])].join(
    '<br>'
  )
}
