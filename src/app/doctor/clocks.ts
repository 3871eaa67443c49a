import { awsTime } from '../../aws/server-time.ts'
import type { TransportOptions } from '../../aws/transport.ts'
import { formatAge } from '../../core/age.ts'
import type { Clock } from '../../core/clock.ts'
import { networkError } from '../../core/http-error.ts'
import type { Check } from '../../model/doctor.ts'
import { type About, failed, untested, warned, well } from './check.ts'

const WARN_SECONDS = 60
/** What AWS tolerates in a signature: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html */
const FAIL_SECONDS = 300

const about = (id: 'clock-aws' | 'clock-gms'): About => ({
  id,
  family: 'clock',
  title: id === 'clock-aws' ? "This clock and AWS's" : "This clock and GMS's"
})

/** Two clocks, in milliseconds since the epoch. Servers tell theirs in whole seconds. */
export function clockCheck(id: 'clock-aws' | 'clock-gms', here: number, there: number, host: string): Check {
  const seconds = Math.round((here - there) / 1000)
  const apart = Math.abs(seconds)
  if (apart <= WARN_SECONDS) return well(about(id), `${apart <= 1 ? 'the same time' : `${apart} s apart`} (${host})`)
  const found = `This machine is ${formatAge(apart)} ${seconds > 0 ? 'ahead of' : 'behind'} ${host}`
  const cure =
    'Correct the clock (NTP). AWS refuses signatures that are five minutes off, and tokens live about as long'
  const fault = { code: 'clock-skew', found, cure }
  return apart > FAIL_SECONDS ? failed(about(id), fault) : warned(about(id), fault)
}

/** GMS's clock, by the header `Date` of an answer. */
export function gmsClockCheck(date: string | undefined, here: number, host: string): Check {
  const there = Date.parse(date ?? '')
  return Number.isNaN(there)
    ? untested(about('clock-gms'), `${host} does not say what time it has`)
    : clockCheck('clock-gms', here, there, host)
}

/** AWS's clock; any answer of STS tells it. `options`: null where the region is not known. */
export async function awsClockCheck(
  options: TransportOptions | null,
  clock: Clock,
  signal: AbortSignal
): Promise<Check> {
  const what = about('clock-aws')
  if (options === null) return untested(what, 'the region is not known')
  try {
    const { host, at } = await awsTime(options, signal)
    return at === null
      ? untested(what, `${host} does not say what time it has`)
      : clockCheck('clock-aws', clock.now(), at, host)
  } catch (error) {
    return untested(what, `STS does not answer: ${networkError(error).message}`)
  }
}

export const untestedGmsClock = (why: string): Check => untested(about('clock-gms'), why)
export const untestedAwsClock = (why: string): Check => untested(about('clock-aws'), why)
