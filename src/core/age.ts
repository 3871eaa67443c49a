const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `90m`, `26h`, `2d` or several of them, the largest first (`1d12h`), as seconds; null: it is no such text, or nothing. */
export function parseAge(text: string): number | null {
  const [whole, days = '0', hours = '0', minutes = '0'] = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/.exec(text) ?? []
  if (whole === undefined) return null
  const seconds = Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE
  return seconds > 0 && Number.isSafeInteger(seconds) ? seconds : null
}

/** Seconds as people tell an age: `45 s`, `12 min`, `26 h`, `3 d 4 h`. Rounded down, as ages are. */
export function formatAge(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  if (whole < MINUTE) return `${whole} s`
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)} min`
  if (whole < 2 * DAY) return `${Math.floor(whole / HOUR)} h${rest(Math.floor((whole % HOUR) / MINUTE), 'min')}`
  return `${Math.floor(whole / DAY)} d${rest(Math.floor((whole % DAY) / HOUR), 'h')}`
}

const rest = (count: number, unit: string): string => (count === 0 ? '' : ` ${count} ${unit}`)
