import type { Clock } from '../core/clock.ts'
import type { Mask } from '../model/ports.ts'

/** Keys that sign requests, as the SDK's clients and providers exchange them. */
export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  /** Absent: they never expire. */
  readonly expiration?: Date
}

/** Credentials that renew themselves. Shaped as the SDK's clients take a provider. */
export interface CredentialSource {
  /** The current credentials; loads new ones when these are about to run out. Concurrent callers share one load. */
  (): Promise<AwsCredentials>
  /** Drops credentials that were loaded before `moment` (clock.monotonic): AWS has said that they are no longer good. */
  readonly dropOlderThan: (moment: number) => void
  /** Tells the SDK's clients to keep no copy of their own, which they would use on until it expires. */
  readonly memoized: true
}

export interface RefreshDeps {
  readonly clock: Clock
  readonly mask: Mask
}

/** New credentials are loaded this long before the old ones run out, as the SDK and the peer do (aws_common.py). */
const MARGIN_MS = 5 * 60_000
/** Of a very short session only a third is given up. */
const MARGIN_SHARE = 1 / 3
/** When loading fails although the old credentials still hold, they are used on for this long before the next try. */
const GRACE_MS = 30_000

interface Held {
  readonly credentials: AwsCredentials
  readonly loadedAt: number
  /** Milliseconds of clock.now from which on new ones are loaded. */
  renewAt: number
  readonly expiresAt: number
}

/** Keeps what `load` gives until it is about to expire. Every credential is masked before anyone can use it. */
export function refreshing(load: () => Promise<AwsCredentials>, deps: RefreshDeps): CredentialSource {
  let held: Held | null = null
  let loading: Promise<Held> | null = null

  const renew = async (): Promise<Held> => {
    const loadedAt = deps.clock.monotonic()
    const credentials = await load()
    maskCredentials(credentials, deps.mask)
    return { credentials, loadedAt, ...lifeOf(credentials, deps.clock.now()) }
  }

  const current = async (): Promise<AwsCredentials> => {
    const old = held
    if (old !== null && deps.clock.now() < old.renewAt) return old.credentials
    loading ??= renew().finally(() => {
      loading = null
    })
    try {
      held = await loading
      return held.credentials
    } catch (error) {
      const retryAt = deps.clock.now() + GRACE_MS
      if (old === null || retryAt >= old.expiresAt) throw error
      old.renewAt = retryAt
      return old.credentials
    }
  }

  return Object.assign(current, {
    memoized: true as const,
    dropOlderThan: (moment: number): void => {
      if (held !== null && held.loadedAt <= moment) held = null
    }
  })
}

function lifeOf(credentials: AwsCredentials, now: number): { renewAt: number; expiresAt: number } {
  const expiresAt = credentials.expiration?.getTime() ?? Number.POSITIVE_INFINITY
  const margin = Math.min(MARGIN_MS, (expiresAt - now) * MARGIN_SHARE)
  return { renewAt: expiresAt - margin, expiresAt }
}

function maskCredentials(credentials: AwsCredentials, mask: Mask): void {
  for (const secret of [credentials.secretAccessKey, credentials.sessionToken, credentials.accessKeyId]) {
    if (secret !== undefined && secret !== '') mask(secret)
  }
}
