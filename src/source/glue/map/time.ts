const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** Milliseconds since the epoch, which reading has cut off as the peer does (record.ts). null for a date that is none. */
export function timestampMillis(date: Date | undefined): number | null {
  const millis = date?.getTime()
  return millis === undefined || Number.isNaN(millis) ? null : millis
}

/** `November 14, 2023 at 22:13:20`, in UTC: never the machine's time zone. null for a date that is none. */
export function longDate(date: Date | undefined): string | null {
  if (date === undefined || Number.isNaN(date.getTime())) return null
  const month = MONTHS[date.getUTCMonth()] ?? ''
  const day = `${month} ${twoDigits(date.getUTCDate())}, ${date.getUTCFullYear()}`
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits).join(':')
  return `${day} at ${time}`
}
