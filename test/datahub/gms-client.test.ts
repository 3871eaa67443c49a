import { afterEach, describe, expect, it } from '@jest/globals'
import type { GmsWrite } from '../../src/datahub/gms-client.ts'
import { unusedPort } from '../core/http-servers.ts'
import { type GmsOptions, type GmsServer, startGms } from '../emulator/gms/gms.ts'
import type { FaultRule } from '../emulator/http/faults.ts'
import { type GmsRig, type GmsRigOptions, gmsRig } from './gms-rig.ts'

const closing: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

interface Scene extends GmsRig {
  readonly gms: GmsServer
}

async function scene(gmsOptions: GmsOptions = {}, options: GmsRigOptions = {}): Promise<Scene> {
  const gms = await startGms(gmsOptions)
  const rig = gmsRig(gms.url, options)
  closing.push(rig.close, () => gms.close())
  return { ...rig, gms }
}

const write = (urn = 'urn:li:tag:a'): GmsWrite => ({
  method: 'POST',
  path: '/aspects?action=ingestProposalBatch',
  body: Buffer.from(
    JSON.stringify({
      proposals: [
        {
          entityType: 'tag',
          entityUrn: urn,
          changeType: 'UPSERT',
          aspectName: 'status',
          aspect: { value: '{"removed":false}', contentType: 'application/json' }
        }
      ],
      async: 'false'
    })
  )
})

const statuses = ({ gms }: Scene): readonly number[] => gms.requests.map(({ status }) => status)

describe('a write', () => {
  it('is sent with the token, and stored', async () => {
    const on = await scene({ token: 's3cret' }, { token: 's3cret', extraHeaders: { 'X-Team': 'data' } })
    expect(await on.client.write(write(), on.emit)).toEqual({ kind: 'ok' })
    expect(on.gms.store.read('urn:li:tag:a', 'status')).toEqual({ removed: false })
    expect(on.gms.requests[0]).toMatchObject({
      method: 'POST',
      target: '/aspects?action=ingestProposalBatch',
      headers: { authorization: 'Bearer s3cret', 'x-team': 'data', 'x-restli-protocol-version': '2.0.0' }
    })
    expect(on.events).toEqual([])
  })

  it('goes below the path of a server behind a proxy', async () => {
    const gms = await startGms({ faults: [{ match: 'POST|ingest', status: 503 }] })
    const on = gmsRig(`${gms.url}/api/gms`, {
      retry: { retries: 0, baseMs: 1, factor: 1, maxMs: 1, maxRetryAfterMs: 1 }
    })
    closing.push(on.close, () => gms.close())
    await on.client.write(write(), on.emit)
    expect(gms.requests[0]?.target).toBe('/api/gms/aspects?action=ingestProposalBatch')
  })

  it.each<[string, FaultRule, readonly number[], string]>([
    ['what passes', { first: 2, status: 503 }, [503, 503, 200], 'ok'],
    ['broken connections', { first: 2, reset: 'before' }, [0, 0, 200], 'ok'],
    ['broken answers', { first: 1, reset: 'half' }, [200, 200], 'ok'],
    ['pages of a load balancer', { first: 1, status: 502, body: '<html>' }, [502, 200], 'ok'],
    ['what lasts', { status: 503 }, [503, 503, 503, 503, 503], 'unavailable'],
    ['requests for patience, twice as often', { status: 429 }, new Array<number>(9).fill(429), 'unavailable'],
    ['GMS’s own errors', { status: 500 }, [500, 500, 500, 500, 500], 'faulty'],
    ['no refusals', { status: 422 }, [422], 'rejected'],
    ['no denials', { status: 403 }, [403], 'forbidden'],
    ['no redirects', { status: 307, headers: { location: 'https://x/' } }, [307], 'misrouted'],
    ['nothing that is too large', { status: 413 }, [413], 'too-large']
  ])('tries again: %s', async (_what, fault, expected, kind) => {
    const on = await scene({ faults: [fault] })
    expect((await on.client.write(write(), on.emit)).kind).toBe(kind)
    expect(statuses(on)).toEqual(expected)
    const retried = on.events.flatMap((event) => (event.type === 'retried' ? [event] : []))
    expect(retried.map(({ after }) => after)).toEqual(on.clock.slept)
    expect(retried).toHaveLength(expected.length - 1)
  })

  it('waits longer each time, and as long as it is asked to', async () => {
    const on = await scene({
      faults: [
        { nth: [1, 2, 4], status: 503 },
        { nth: [3], status: 503, headers: { 'retry-after': '20' } }
      ]
    })
    await on.client.write(write(), on.emit)
    expect(on.clock.slept).toEqual([500, 2000, 20_500, 30_000])
  })

  it('does not wait for GMS’s own errors when it looks for the record that they are about', async () => {
    const on = await scene({ faults: [{ nth: [1], status: 503 }, { status: 500 }] })
    expect((await on.client.write(write(), on.emit, false)).kind).toBe('faulty')
    expect(statuses(on)).toEqual([503, 500])
  })

  it('says why no answer came', async () => {
    const on = gmsRig(`http://127.0.0.1:${await unusedPort()}`)
    closing.push(on.close)
    expect(await on.client.write(write(), on.emit)).toEqual({
      kind: 'unavailable',
      message: 'no answer: the connection was refused'
    })
    expect(on.clock.slept).toHaveLength(4)
  })

  it('is not sent once it is cancelled', async () => {
    const on = await scene({}, { signal: AbortSignal.abort() })
    expect(await on.client.write(write(), on.emit)).toEqual({
      kind: 'unavailable',
      message: 'no answer: the request was cancelled'
    })
    expect(on.gms.requests).toEqual([])
    expect(on.events).toEqual([])
  })
})
