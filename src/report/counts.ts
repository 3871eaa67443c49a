import type { Counts } from '../model/report.ts'

/** A record under construction. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const NAMES = [
  'databases',
  'tables',
  'views',
  'filtered',
  'skipped',
  'produced',
  'written',
  'accepted',
  'unchanged',
  'rejected',
  'undelivered',
  'removed',
  'kept',
  'retried'
] as const satisfies readonly (keyof Counts)[]

/** Counts of a run in which nothing has happened yet. */
export function noCounts(): Mutable<Counts> {
  return {
    databases: 0,
    tables: 0,
    views: 0,
    filtered: 0,
    skipped: 0,
    produced: 0,
    written: 0,
    accepted: 0,
    unchanged: 0,
    rejected: 0,
    undelivered: 0,
    removed: 0,
    kept: 0,
    retried: 0
  }
}

/** The sum of both, name by name. */
export function addCounts(a: Counts, b: Counts): Counts {
  const sum: Mutable<Counts> = { ...a }
  for (const name of NAMES) sum[name] += b[name]
  return sum
}
