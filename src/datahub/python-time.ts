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

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0')

/**
 * Python's `strftime("%B %d, %Y at %H:%M:%S")` in UTC, never the machine's time zone: `November 14, 2023 at 22:13:20`.
 * The year is not padded, as on Linux. null for a date that is none.
 */
export function longDate(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null
  const month = MONTHS[date.getUTCMonth()] ?? ''
  return `${month} ${pad(date.getUTCDate(), 2)}, ${date.getUTCFullYear()} at ${clockOf(date)}`
}

const clockOf = (date: Date): string =>
  [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map((number) => pad(number, 2)).join(':')

/** `str(datetime)` in UTC: `2023-11-14 22:13:20.123000+00:00`, without the fraction when there is none. */
export function datetimeStr(date: Date): string {
  const day = `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`
  const millis = date.getUTCMilliseconds()
  return `${day} ${clockOf(date)}${millis === 0 ? '' : `.${pad(millis, 3)}000`}+00:00`
}

/** `repr(datetime)` of a time that boto3 read in UTC; seconds and microseconds are left out from the end when zero. */
export function datetimeRepr(date: Date): string {
  const parts = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes()
  ]
  const micros = date.getUTCMilliseconds() * 1000
  if (date.getUTCSeconds() !== 0 || micros !== 0) parts.push(date.getUTCSeconds())
  if (micros !== 0) parts.push(micros)
  return `datetime.datetime(${parts.join(', ')}, tzinfo=tzlocal())`
}
