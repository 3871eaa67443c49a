import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../../../src/core/clock.ts'
import { HttpClient } from '../../../src/core/http.ts'
import { GmsClient } from '../../../src/datahub/gms-client.ts'
import { MAX_BYTES, MAX_PROPOSALS } from '../../../src/sink/rest/pack.ts'
import { RestSink, type RestSinkSettings } from '../../../src/sink/rest/rest-sink.ts'
import { RESTLI } from '../../../src/sink/rest/restli.ts'
import { writerHere } from '../../../src/sink/rest/writer.ts'
import { type ManualClock, manualClock } from '../../emulator/clock.ts'
import { STAMP } from '../support.ts'

export interface RigOptions extends Partial<RestSinkSettings> {
  readonly token?: string | null
  readonly signal?: AbortSignal
}

const RETRY = { retries: 4, baseMs: 500, factor: 2, maxMs: 30_000, maxRetryAfterMs: 120_000 }

/** A sink on a server, with connections and a clock of its own. */
export interface Rig {
  readonly sink: RestSink
  readonly clock: ManualClock
  readonly http: HttpClient
}

/** A sink that writes to `server`. Pauses between retries pass at once. */
export function rigOn(server: string, options: RigOptions = {}): Rig {
  const { token = null, signal = new AbortController().signal, ...changes } = options
  const clock = manualClock()
  const http = new HttpClient(new URL(server), { env: {} })
  const retryStatusCodes = [429, 500, 502, 503, 504]
  const client = new GmsClient(
    { server, token, extraHeaders: {}, timeoutMs: 5000, retry: RETRY, retryStatusCodes },
    { http, clock, signal }
  )
  const limits = { maxProposals: MAX_PROPOSALS, maxBytes: MAX_BYTES }
  const settings = { server, limits, parallel: 4, asynchronous: false, wire: RESTLI, stamp: STAMP, ...changes }
  const writer = writerHere({ client, wire: settings.wire, stamp: settings.stamp, clock })
  return { sink: new RestSink(settings, writer, clock), clock, http }
}

/** A clock whose sleeps last a few turns of the event loop: as many as they are given milliseconds. */
export function turningClock(): Clock {
  return {
    ...manualClock(),
    sleep: async (ms) => {
      for (let i = 0; i < ms; i += 1) await turn()
    }
  }
}

/** A server that keeps every request waiting until it is let go. */
export interface HoldingServer {
  readonly url: string
  /** Requests that wait. */
  readonly waiting: number
  /** The most that waited at once. */
  readonly most: number
  /** Resolves once `count` requests wait. */
  arrived(count: number): Promise<void>
  /** Answers those that wait, and from now on at once. */
  release(): void
  /** Answers those that wait. */
  answer(): void
  close(): Promise<void>
}

/** Starts it. Everything it is sent counts as written. */
export async function holdingServer(): Promise<HoldingServer> {
  const held: ServerResponse[] = []
  const wakes: { readonly count: number; readonly wake: () => void }[] = []
  const state = { released: false, most: 0 }
  const reply = (response: ServerResponse): void => {
    response.setHeader('content-type', 'application/json')
    response.end('{"value":"success"}')
  }
  const receive = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    for await (const _chunk of message);
    if (state.released) return reply(response)
    held.push(response)
    state.most = Math.max(state.most, held.length)
    for (const { count, wake } of wakes) if (held.length >= count) wake()
  }
  const server = createServer((message, response) => {
    receive(message, response).catch(() => response.destroy())
  })
  const answer = (): void => held.splice(0).forEach(reply)
  return {
    url: await listen(server),
    get waiting() {
      return held.length
    },
    get most() {
      return state.most
    },
    arrived: (count) =>
      new Promise((wake) => {
        if (held.length >= count) wake()
        else wakes.push({ count, wake })
      }),
    answer,
    release() {
      state.released = true
      answer()
    },
    close: () => closed(server)
  }
}

export function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
}

export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
