import { createHash } from 'node:crypto'

/** `core.max_task_retry_delay`: no wait with backoff is longer than a day. */
const LONGEST_SECONDS = 86_400

/** What the wait after a failed try depends on, and nothing else does: no clock and no chance. */
export interface BackoffInput {
  readonly dagId: string
  readonly taskId: string
  /** As Airflow writes it; see `logicalDateText`. */
  readonly logicalDate: string
  /** The try that just failed; the first is 1. */
  readonly tryNumber: number
  readonly delaySeconds: number
  /** 0, 1 and negative mean a constant wait. */
  readonly backoff: number
  readonly maxDelaySeconds: number | null
}

/**
 * Seconds to wait after a failed try, exactly as Airflow's `TaskInstance.next_retry_datetime`: a constant wait is taken
 * as it is; one with backoff gets a jitter between once and twice the base from a hash of the instance's identity.
 */
export function retryDelaySeconds(input: BackoffInput): number {
  if (input.backoff === 1 || !(input.backoff > 0)) return input.delaySeconds
  const base = baseSeconds(input)
  const text = `${input.dagId}#${input.taskId}#${input.logicalDate}#${input.tryNumber}`
  const hash = BigInt(`0x${createHash('sha1').update(text, 'utf8').digest('hex')}`)
  const jittered = base + (hash % base)
  const seconds = jittered > LONGEST_SECONDS ? LONGEST_SECONDS : Number(jittered)
  return input.maxDelaySeconds === null || input.maxDelaySeconds === 0
    ? seconds
    : Math.min(seconds, input.maxDelaySeconds)
}

function baseSeconds({ delaySeconds, backoff, tryNumber }: BackoffInput): bigint {
  const grown = Math.ceil(delaySeconds * backoff ** (tryNumber - 1))
  if (!Number.isFinite(grown)) return BigInt(LONGEST_SECONDS)
  return grown < 1 ? 1n : BigInt(grown)
}

const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/

/**
 * A moment as Python prints an aware UTC datetime, which is what Airflow hashes: `2024-01-01 00:00:00+00:00`, with six
 * digits of microseconds when they are not zero, and `None` for a run without a logical date. Without an offset, UTC.
 */
export function logicalDateText(iso: string | null): string {
  if (iso === null) return 'None'
  const parts = ISO.exec(iso)
  if (parts === null) return iso
  const [, day, time, fraction = '', offset = 'Z'] = parts
  const utc = new Date(`${day}T${time}${offset}`).toISOString().slice(0, 19).replace('T', ' ')
  const micros = fraction.padEnd(6, '0').slice(0, 6)
  return `${utc}${Number(micros) === 0 ? '' : `.${micros}`}+00:00`
}
