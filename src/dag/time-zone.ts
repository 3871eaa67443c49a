const DAY_MS = 86_400_000

/** Whether this is the name of a time zone that this machine knows, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    clockIn(name)
    return true
  } catch {
    return false
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockIn(zone: string): Intl.DateTimeFormat {
  const made =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric'
    })
  clocks.set(zone, made)
  return made
}

/** What a clock on the wall shows at an instant, as milliseconds: those of the same numbers in UTC. */
export function wallTime(at: number, zone: string): number {
  if (zone === 'UTC') return at
  const parts = Object.fromEntries(
    clockIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)])
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/**
 * The instant at which a clock on the wall shows this. What it shows twice is the first time; what it never shows, since
 * it is put forward over it, is as long after that as it would have been.
 */
export function instantOf(wall: number, zone: string): number {
  if (zone === 'UTC') return wall
  const offsetAt = (at: number): number => wallTime(at, zone) - at
  // Clocks are not changed twice within two days.
  const [before, after] = [wall - offsetAt(wall - DAY_MS), wall - offsetAt(wall + DAY_MS)]
  const shown = [before, after].filter((instant) => wallTime(instant, zone) === wall)
  return shown.length === 0 ? before : Math.min(...shown)
}
