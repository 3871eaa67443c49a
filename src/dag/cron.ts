import { instantOf, wallTime } from './time-zone.ts'

/** The five fields of a cron line: what each may be, and names for its numbers. */
const FIELDS: readonly { readonly min: number; readonly max: number; readonly names: readonly string[] }[] = [
  { min: 0, max: 59, names: [] },
  { min: 0, max: 23, names: [] },
  { min: 1, max: 31, names: [] },
  { min: 1, max: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { min: 0, max: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] }
]

const DAY_MS = 86_400_000
/** 29 February comes back after eight years at the latest. */
const MOST_DAYS = 366 * 8 + 2

/** When a schedule ticks. */
interface Cron {
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly isDay: (date: Date) => boolean
}

/** Whether this is a cron line as GitHub takes it. */
export const isCron = (line: string): boolean => parseCron(line) !== null

/**
 * The latest tick of a POSIX cron line at or before `at` (milliseconds), in a time zone, as GitHub's `schedule` reads it
 * (docs.github.com, "Events that trigger workflows"); null for what is no such line or never ticks. Day of the month and
 * day of the week: either of them, when both are restricted.
 */
export function lastTick(line: string, at: number, zone = 'UTC'): number | null {
  const cron = parseCron(line)
  if (cron === null) return null
  const today = Math.floor(wallTime(at, zone) / DAY_MS) * DAY_MS
  for (let back = 0; back <= MOST_DAYS; back++) {
    const day = today - back * DAY_MS
    const last = cron.isDay(new Date(day)) ? lastOf(ticksOf(day, cron), at, zone) : null
    if (last !== null) return last
  }
  return null
}

/** The ticks of a day, on the clock on the wall, latest first. */
function* ticksOf(day: number, { hours, minutes }: Cron): Generator<number> {
  for (const hour of hours) for (const minute of minutes) yield day + (hour * 60 + minute) * 60_000
}

/** Where a clock is put back, a tick that is later on the wall may be earlier: that is over within three hours. */
const TURNED_BACK_MS = 3 * 3_600_000

function lastOf(ticks: Iterable<number>, at: number, zone: string): number | null {
  let last: number | null = null
  let end = Number.NEGATIVE_INFINITY
  for (const wall of ticks) {
    if (wall < end) break
    const tick = instantOf(wall, zone)
    if (tick > at) continue
    if (last === null) end = zone === 'UTC' ? wall : wall - TURNED_BACK_MS
    last = Math.max(last ?? tick, tick)
  }
  return last
}

/** Hours and minutes latest first. */
function parseCron(line: string): Cron | null {
  const texts = line.trim().split(/\s+/)
  if (texts.length !== FIELDS.length) return null
  const sets = FIELDS.map((field, i) => valuesOf(texts[i] ?? '', field))
  const [minutes, hours, days, months, weekdays] = sets
  if (!minutes || !hours || !days || !months || !weekdays) return null
  const [everyDay, everyWeekday] = [texts[2]?.startsWith('*') === true, texts[4]?.startsWith('*') === true]
  const descending = (set: ReadonlySet<number>): readonly number[] => [...set].sort((a, b) => b - a)
  return {
    minutes: descending(minutes),
    hours: descending(hours),
    isDay: (date) => {
      if (!months.has(date.getUTCMonth() + 1)) return false
      const inMonth = days.has(date.getUTCDate())
      const inWeek = weekdays.has(date.getUTCDay()) || (date.getUTCDay() === 0 && weekdays.has(7))
      return everyDay || everyWeekday ? inMonth && inWeek : inMonth || inWeek
    }
  }
}

const PART = /^(\*|[a-z]{3}|\d+)(?:-([a-z]{3}|\d+))?(?:\/(\d+))?$/i

type Field = (typeof FIELDS)[number]

function valuesOf(text: string, field: Field): ReadonlySet<number> | null {
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const range = rangeOf(part, field)
    if (range === null || range.first > range.last || range.by < 1) return null
    for (let value = range.first; value <= range.last; value += range.by) values.add(value)
  }
  return values
}

interface Range {
  readonly first: number
  readonly last: number
  readonly by: number
}

function rangeOf(part: string, field: Field): Range | null {
  const [, from = '', to, step] = PART.exec(part) ?? []
  const by = Number(step ?? 1)
  if (from === '*') return to === undefined ? { first: field.min, last: field.max, by } : null
  const first = numberOf(from, field)
  const open = step === undefined ? first : field.max
  const last = to === undefined ? open : numberOf(to, field)
  return first === null || last === null ? null : { first, last, by }
}

function numberOf(text: string, { min, max, names }: Field): number | null {
  const named = names.indexOf(text.toLowerCase())
  const value = named >= 0 ? named + min : /^\d+$/.test(text) ? Number(text) : Number.NaN
  return value >= min && value <= max ? value : null
}
