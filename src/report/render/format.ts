import type { Counts } from '../../model/report.ts'

/** `3911` → `3,911`. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1 table`, `2 tables`; `plural` where an s does not do. */
export function formatNoun(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/** Seconds as `0.4 s`, `12.3 s`, `2 min 5 s` or `1 h 2 min`. */
export function formatDuration(seconds: number): string {
  const tenths = Math.round(seconds * 10) / 10
  if (tenths < MINUTE) return `${tenths.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)} min ${whole % MINUTE} s`
  const minutes = Math.floor(whole / MINUTE)
  return `${Math.floor(minutes / MINUTE)} h ${minutes % MINUTE} min`
}

/** Per second: `0.4`, `12`, `1,240`. */
export function formatRate(perSecond: number): string {
  return perSecond < 10 ? (Math.round(perSecond * 10) / 10).toString() : formatCount(perSecond)
}

/**
 * What a run achieved, in a line: `412 tables, 3,911 aspects written in 1.9 s`. Kinds of which there is nothing are left
 * out, tables excepted.
 */
export function formatAchievement(counts: Counts, dryRun: boolean, seconds: number): string {
  // What is sent from a file is no table.
  const isFile = counts.databases + counts.tables + counts.views === 0 && counts.produced > 0
  const parts = isFile ? [] : [formatNoun(counts.tables, 'table')]
  if (counts.views > 0) parts.push(formatNoun(counts.views, 'view'))
  parts.push(...aspectParts(counts, dryRun))
  return `${parts.join(', ')} in ${formatDuration(seconds)}`
}

function aspectParts(counts: Counts, dryRun: boolean): readonly string[] {
  if (dryRun) return [`${formatNoun(counts.produced - counts.unchanged, 'aspect')} to write`]
  const fates = ['written', 'accepted', 'unchanged', 'rejected', 'undelivered'] as const
  const present = fates.filter((fate) => counts[fate] > 0)
  const shown = present.length === 0 ? fates.slice(0, 1) : present
  return shown.map((fate, i) => `${i === 0 ? formatNoun(counts[fate], 'aspect') : formatCount(counts[fate])} ${fate}`)
}

/** Cuts a text to at most `max` UTF-16 units, never between the halves of a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  const end = isHighSurrogate(text.charCodeAt(max - 2)) ? max - 2 : max - 1
  return `${text.slice(0, end)}…`
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** `2026-11-23T04:17:09.000Z` → `2026-11-23 04:17:09 UTC`. */
export const formatInstant = (iso: string): string => iso.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')
