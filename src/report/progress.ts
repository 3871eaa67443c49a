import type { Clock } from '../core/clock.ts'
import type { Event } from '../model/event.ts'
import { formatCount, formatDuration, formatNoun, formatRate } from './render/format.ts'

/** How far an invocation has come, over all its recipes. */
export interface Progress {
  /** Milliseconds on a monotonic clock. */
  readonly startedAt: number
  readonly tables: number
  readonly views: number
  readonly filtered: number
  /** Work units whose fate is known. */
  readonly delivered: number
  readonly databasesDone: number
  /** Databases to read, as far as they are known. */
  readonly databases: number
  /** The database of which something was read last. */
  readonly current: string | null
}

/** Nothing has happened yet. */
export const startProgress = (startedAt: number): Progress => ({
  startedAt,
  tables: 0,
  views: 0,
  filtered: 0,
  delivered: 0,
  databasesDone: 0,
  databases: 0,
  current: null
})

/** The progress after one more event. */
export function advance(progress: Progress, event: Event): Progress {
  switch (event.type) {
    case 'read':
      return read(progress, event)
    case 'filtered':
    case 'skipped':
      return event.kind === 'database' ? progress : { ...progress, filtered: progress.filtered + 1 }
    case 'listing-ended':
      return { ...progress, databasesDone: progress.databasesDone + 1 }
    case 'delivered':
      return { ...progress, delivered: progress.delivered + event.count }
    case 'databases-listed':
    case 'failed':
    case 'jobs-listed':
    case 'removed':
    case 'kept':
    case 'changes-known':
    case 'changed':
    case 'produced':
    case 'retried':
      return progress
  }
}

function read(progress: Progress, event: Event & { readonly type: 'read' }): Progress {
  const current = event.database
  if (event.kind === 'table') return { ...progress, current, tables: progress.tables + 1 }
  if (event.kind === 'view') return { ...progress, current, views: progress.views + 1 }
  return { ...progress, current, databases: progress.databases + 1 }
}

/**
 * `1,234 tables and views, 11,020 aspects delivered, 240/s, 5.1 s so far, in sales (12 of 40 databases done)`.
 * The rate is that of the time since `last`, so that a run that hangs can be seen to hang.
 */
export function progressLine(
  progress: Progress,
  last: { readonly at: number; readonly read: number },
  now: number
): string {
  const seconds = (now - last.at) / 1000
  const rate = seconds > 0 ? (readSoFar(progress) - last.read) / seconds : 0
  const parts = [progress.views === 0 ? formatNoun(progress.tables, 'table') : tablesAndViews(progress)]
  if (progress.filtered > 0) parts.push(`${formatCount(progress.filtered)} left out`)
  parts.push(`${formatNoun(progress.delivered, 'aspect')} delivered`, `${formatRate(rate)} tables/s`)
  parts.push(`${formatDuration((now - progress.startedAt) / 1000)} so far`)
  return `${parts.join(', ')}${placeOf(progress)}`
}

const tablesAndViews = (progress: Progress): string =>
  `${formatNoun(progress.tables, 'table')}, ${formatNoun(progress.views, 'view')}`

/** Tables and views read or left out: what the rate is counted in. */
export const readSoFar = (progress: Progress): number => progress.tables + progress.views + progress.filtered

function placeOf(progress: Progress): string {
  const known = Math.max(progress.databases, progress.databasesDone)
  const done = known === 0 ? '' : `${formatCount(progress.databasesDone)} of ${formatNoun(known, 'database')} done`
  if (progress.current === null) return done === '' ? '' : ` (${done})`
  return `, in ${progress.current}${done === '' ? '' : ` (${done})`}`
}

export interface ProgressReporterOptions {
  readonly clock: Clock
  /** Milliseconds from one line to the next. */
  readonly intervalMs: number
  /** Takes a line to show. Names in it are as Glue has them: the writer makes them safe for its medium. */
  readonly line: (text: string) => void
}

/** A running series of progress lines. */
export interface ProgressReporter {
  readonly add: (event: Event) => void
  /** Ends the series. No line follows. */
  readonly stop: () => Promise<void>
}

/** Shows a line each interval for as long as it is not stopped; a run shorter than the interval shows none. */
export function reportProgress({ clock, intervalMs, line }: ProgressReporterOptions): ProgressReporter {
  const ended = new AbortController()
  let progress = startProgress(clock.monotonic())
  const tick = async (): Promise<void> => {
    let last = { at: progress.startedAt, read: 0 }
    while (await slept(clock, intervalMs, ended.signal)) {
      const now = clock.monotonic()
      line(progressLine(progress, last, now))
      last = { at: now, read: readSoFar(progress) }
    }
  }
  const ticking = tick()
  return {
    add: (event) => {
      progress = advance(progress, event)
    },
    stop: () => {
      ended.abort()
      return ticking
    }
  }
}

/** Whether the whole time passed; false when the signal came first. */
async function slept(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await clock.sleep(ms, signal)
    return !signal.aborted
  } catch (error) {
    if (signal.aborted) return false
    throw error
  }
}
