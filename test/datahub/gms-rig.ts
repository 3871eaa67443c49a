import { HttpClient } from '../../src/core/http.ts'
import { DEFAULT_RETRY } from '../../src/core/retry.ts'
import { GmsClient, type GmsClientOptions } from '../../src/datahub/gms-client.ts'
import type { Emit, Event } from '../../src/model/event.ts'
import { type ManualClock, manualClock } from '../emulator/clock.ts'

/** A client with connections, a clock and an ear of its own. Pauses between retries pass at once. */
export interface GmsRig {
  readonly client: GmsClient
  readonly clock: ManualClock
  readonly events: Event[]
  readonly emit: Emit
  readonly close: () => void
}

export interface GmsRigOptions extends Partial<Omit<GmsClientOptions, 'server'>> {
  readonly signal?: AbortSignal
  readonly ca?: string
}

/** A client of `server`. */
export function gmsRig(server: string, options: GmsRigOptions = {}): GmsRig {
  const { signal = new AbortController().signal, ca, ...changes } = options
  const clock = manualClock()
  const http = new HttpClient(new URL(server), { env: {}, ...(ca === undefined ? {} : { ca }) })
  const retryStatusCodes = [429, 500, 502, 503, 504]
  const usual = { token: null, extraHeaders: {}, timeoutMs: 5000, retry: DEFAULT_RETRY, retryStatusCodes }
  const client = new GmsClient({ server, ...usual, ...changes }, { http, clock, signal })
  const events: Event[] = []
  return { client, clock, events, emit: (event) => void events.push(event), close: () => http.close() }
}
