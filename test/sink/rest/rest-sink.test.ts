import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, describe, expect, it } from '@jest/globals'
import { AppError } from '../../../src/core/errors.ts'
import type { OutcomeKind, SerialisedWorkUnit } from '../../../src/model/work-unit.ts'
import { OPENAPI } from '../../../src/sink/rest/openapi.ts'
import { RESTLI } from '../../../src/sink/rest/restli.ts'
import { type GmsOptions, type GmsServer, startGms } from '../../emulator/gms/gms.ts'
import { fc } from '../../properties.ts'
import {
  countsOf,
  type Delivered,
  deliver,
  failuresIn,
  keepingEvents,
  Pages,
  unitOf,
  unitsOf,
  urnOf
} from '../support.ts'
import { type HoldingServer, holdingServer, type Rig, type RigOptions, rigOn, turningClock } from './rig.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function gms(options: GmsOptions = {}): Promise<GmsServer> {
  const server = await startGms({ validateAspects: false, ...options })
  ends.push(() => server.close())
  return server
}

async function holding(): Promise<HoldingServer> {
  const server = await holdingServer()
  ends.push(() => server.close())
  return server
}

function rig(server: { readonly url: string }, options: RigOptions = {}): Rig {
  const made = rigOn(server.url, options)
  ends.push(() => made.http.close())
  return made
}

const write = (server: GmsServer, pages: Pages, options: RigOptions = {}): Promise<Delivered> =>
  deliver(rig(server, options).sink, pages)

/** Whatever happened: each work unit has one outcome, given out and counted alike. */
function expectAccount({ outcomes, events }: Delivered, units: readonly SerialisedWorkUnit[]): void {
  expect(new Set(outcomes.map(({ unit }) => unit))).toEqual(new Set(units))
  expect(outcomes).toHaveLength(units.length)
  const { produced, ...counts } = countsOf(events)
  expect(produced ?? 0).toBe(units.length)
  for (const kind of ['written', 'accepted', 'unchanged', 'rejected', 'undelivered'] as const) {
    expect(counts[kind] ?? 0).toBe(outcomes.filter((outcome) => outcome.kind === kind).length)
  }
}

const written = (server: GmsServer): readonly string[] => server.proposals.map(({ entityUrn }) => String(entityUrn))

describe('RestSink', () => {
  it('writes everything, in requests of at most 200', async () => {
    const server = await gms({ keep: 'bodies' })
    const units = unitsOf(1050)
    const delivered = await write(server, new Pages(units))
    expectAccount(delivered, units)
    expect(delivered.thrown).toBeUndefined()
    expect(countsOf(delivered.events)).toEqual({ produced: 1050, written: 1050 })
    expect(new Set(written(server))).toEqual(new Set(units.map(({ urn }) => urn)))
    const sizes = server.requests.map(({ body }) => JSON.parse(body ?? '').proposals.length)
    expect(sizes.sort((a, b) => b - a)).toEqual([200, 200, 200, 200, 200, 50])
  })

  it.each<[string, RigOptions, string, OutcomeKind]>([
    ['synchronously, unless asked otherwise', {}, 'false', 'written'],
    ['asynchronously, where nothing is written before GMS says so', { asynchronous: true }, 'true', 'accepted']
  ])('writes %s', async (_case, options, flag, kind) => {
    const server = await gms({ keep: 'bodies', token: 'right' })
    const delivered = await write(server, new Pages(unitsOf(3)), { ...options, token: 'right' })
    expect(JSON.parse(server.requests[0]?.body ?? '').async).toBe(flag)
    expect(countsOf(delivered.events)).toEqual({ produced: 3, [kind]: 3 })
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      target: '/aspects?action=ingestProposalBatch',
      headers: {
        'content-type': 'application/json',
        'x-restli-protocol-version': '2.0.0',
        authorization: 'Bearer right'
      }
    })
  })

  it('has nothing to say about nothing', async () => {
    const server = await gms()
    expect(await write(server, new Pages([]))).toEqual({ outcomes: [], events: [], thrown: undefined })
    expect(server.requests).toEqual([])
  })

  it('sends ASCII alone, and GMS reads what was meant', async () => {
    const server = await gms()
    const text = 'Größe ≥ 3 🐘 \u2028 \ud800 "quoted"'
    const delivered = await write(server, new Pages([unitOf('ä 🐘', { description: text })]))
    expect(countsOf(delivered.events)).toEqual({ produced: 1, written: 1 })
    expect(server.proposals[0]).toMatchObject({ entityUrn: urnOf('ä 🐘'), aspect: { description: text } })
  })

  it('writes everything but what GMS refuses, wherever that is, and names it', async () => {
    const sizes = fc.integer({ min: 1, max: 450 })
    const cases = sizes.chain((count) =>
      fc.record({
        count: fc.constant(count),
        poison: fc.uniqueArray(fc.nat(count - 1), { maxLength: 6 }),
        page: fc.integer({ min: 1, max: 300 }),
        maxProposals: fc.integer({ min: 1, max: 200 }),
        parallel: fc.integer({ min: 1, max: 8 })
      })
    )
    await fc.assert(
      fc.asyncProperty(cases, async ({ count, poison, page, maxProposals, parallel }) => {
        const message = 'the aspect is not acceptable'
        const rules = poison.map((number) => ({ urn: `sales\\.t${number},`, aspect: 'datasetProperties', message }))
        const server = await gms({ poison: rules })
        const units = unitsOf(count)
        const limits = { maxProposals, maxBytes: 100_000 }
        const delivered = await write(server, new Pages(units, page), { limits, parallel })
        expectAccount(delivered, units)
        const bad = new Set(poison.map(urnOf))
        expect(new Set(written(server))).toEqual(new Set(units.map(({ urn }) => urn).filter((urn) => !bad.has(urn))))
        expect(new Set(failuresIn(delivered.events).map(({ resource }) => resource))).toEqual(
          new Set([...bad].map((urn) => `${urn} datasetProperties: ${message} (status 422)`))
        )
        expect(failuresIn(delivered.events).every(({ code }) => code === 'gms-rejected')).toBe(true)
        expect(delivered.thrown).toBeUndefined()
      }),
      { numRuns: 10 }
    )
  })

  it('keeps the order of the aspects of each urn, however long each request takes', async () => {
    const aspects = ['status', 'datasetProperties', 'ownership', 'schemaMetadata', 'subTypes']
    const cases = fc.record({
      names: fc.array(fc.nat(12), { minLength: 80, maxLength: 250 }),
      delays: fc.array(fc.nat(30), { minLength: 20, maxLength: 30 }),
      page: fc.integer({ min: 1, max: 40 }),
      maxProposals: fc.integer({ min: 1, max: 7 }),
      parallel: fc.integer({ min: 1, max: 9 })
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ names, delays, page, maxProposals, parallel }) => {
        const faults = delays.map((delayMs, index) => ({ nth: [index + 1, index + 1 + delays.length], delayMs }))
        const server = await gms({ faults, clock: turningClock() })
        const units = names.map((name, index) =>
          unitOf(name, { index }, { aspectName: aspects[index % aspects.length] ?? '' })
        )
        const limits = { maxProposals, maxBytes: 100_000 }
        const delivered = await write(server, new Pages(units, page), { limits, parallel })
        expectAccount(delivered, units)
        const arrived = (urn: string): unknown[] =>
          server.proposals.filter(({ entityUrn }) => entityUrn === urn).map(({ aspect }) => JSON.stringify(aspect))
        for (const urn of new Set(units.map((unit) => unit.urn))) {
          expect(arrived(urn)).toEqual(units.filter((unit) => unit.urn === urn).map(({ value }) => value))
        }
      }),
      { numRuns: 10 }
    )
  })

  it('halves a request that is too large for the server', async () => {
    const server = await gms({ maxBodyBytes: 3000 })
    const units = unitsOf(50)
    const delivered = await write(server, new Pages(units))
    expectAccount(delivered, units)
    expect(server.accepted()).toBe(50)
  })

  it('does not send what is larger than a request may be, and sends the rest', async () => {
    const server = await gms()
    const huge = unitOf('huge', { text: 'x'.repeat(2_000) })
    const units = [...unitsOf(3), huge, unitOf('huge', { after: true }), unitOf('last')]
    const delivered = await write(server, new Pages(units), { limits: { maxProposals: 200, maxBytes: 2_000 } })
    expectAccount(delivered, units)
    expect(written(server)).toHaveLength(5)
    expect(failuresIn(delivered.events)).toEqual([
      expect.objectContaining({ resource: expect.stringMatching(/huge.*bytes are more than the 2000/) })
    ])
  })

  it('sends requests of up to 15 MiB', async () => {
    const server = await gms()
    const units = Array.from({ length: 4 }, (_, index) => unitOf(index, { text: 'x'.repeat(5_000_000) }))
    const delivered = await write(server, new Pages(units, 4))
    expectAccount(delivered, units)
    expect(server.accepted()).toBe(4)
    const sizes = server.requests.map(({ headers }) => Math.floor(Number(headers['content-length']) / 1_000_000))
    expect(sizes.sort((a, b) => b - a)).toEqual([15, 5])
  })
})

describe('RestSink under faults', () => {
  it('tries again what may succeed, after what the server asks for', async () => {
    const faults = [
      { nth: [1], status: 429, headers: { 'retry-after': '7' } },
      { nth: [2], status: 503 },
      { nth: [3], reset: 'before' as const },
      { nth: [4], reset: 'half' as const }
    ]
    const server = await gms({ faults })
    const { sink, clock } = rig(server)
    const delivered = await deliver(sink, new Pages(unitsOf(10)))
    expect(countsOf(delivered.events)).toEqual({ produced: 10, written: 10 })
    const retried = delivered.events.flatMap((event) => (event.type === 'retried' ? [event] : []))
    expect(retried.map(({ service, reason }) => [service, reason])).toEqual([
      ['DataHub', 'status 429'],
      ['DataHub', 'status 503'],
      ['DataHub', 'the connection was reset'],
      ['DataHub', 'the connection was reset']
    ])
    expect(retried.map(({ after }) => after)).toEqual(clock.slept)
    expect(clock.slept[0]).toBeGreaterThanOrEqual(7000)
  })

  it('tries the halves of a refused request again too', async () => {
    const faults = [
      { nth: [2], status: 429 },
      { nth: [4], reset: 'before' as const },
      { nth: [6], status: 502 }
    ]
    const server = await gms({ faults, poison: [{ urn: 'sales\\.t5,' }] })
    const units = unitsOf(20)
    const delivered = await write(server, new Pages(units))
    expectAccount(delivered, units)
    expect(countsOf(delivered.events)).toEqual({ produced: 20, written: 19, rejected: 1 })
  })

  it("finds the record at which GMS itself fails, by GMS's error and not by a load balancer's", async () => {
    const server = await gms({ poison: [{ urn: 'sales\\.t5,', status: 500, message: 'NullPointerException' }] })
    const delivered = await write(server, new Pages(unitsOf(20)))
    expect(countsOf(delivered.events)).toEqual({ produced: 20, written: 19, rejected: 1 })
    expect(failuresIn(delivered.events)[0]?.resource).toBe(
      `${urnOf(5)} datasetProperties: NullPointerException (status 500)`
    )
    const balanced = await gms({ faults: [{ status: 500, body: '<html>oops</html>' }] })
    const lost = await write(balanced, new Pages(unitsOf(20)))
    expect(countsOf(lost.events)).toEqual({ produced: 20, undelivered: 20 })
    expect(balanced.requests).toHaveLength(5)
  })

  it.each<[string, GmsOptions, string, RegExp]>([
    [
      'no token where one is asked for',
      { token: 'right' },
      'gms-unauthorized',
      /does not accept the token, or asks for one/
    ],
    [
      'a redirect',
      { faults: [{ match: 'ingest', status: 302, headers: { location: 'https://elsewhere.example/x?token=secret' } }] },
      'gms-misrouted',
      /redirects \(302\) to https:\/\/elsewhere\.example$/
    ],
    [
      'a login page',
      { faults: [{ match: 'ingest', status: 200, body: '<!DOCTYPE html><html>' }] },
      'gms-misrouted',
      /answers 200/
    ],
    [
      'a page of a firewall',
      { faults: [{ match: 'ingest', status: 403, body: '<html><title>Forbidden</title></html>' }] },
      'gms-misrouted',
      /answers 403 with a web page/
    ],
    ['a path that does not exist', { faults: [{ match: 'ingest', status: 404 }] }, 'gms-misrouted', /answers 404/]
  ])('stops at %s, after one request', async (_case, options, code, message) => {
    const server = await gms(options)
    const pages = new Pages(unitsOf(100), 10)
    const delivered = await write(server, pages, { limits: { maxProposals: 10, maxBytes: 10_000 }, parallel: 1 })
    expect(delivered.thrown).toBeInstanceOf(AppError)
    expect(delivered.thrown).toMatchObject({ kind: 'cannot-begin', code, message: expect.stringMatching(message) })
    expect(server.requests).toHaveLength(1)
    expect(pages.closed).toBe(true)
    expect(pages.pulled).toBeLessThanOrEqual(4)
    expectAccount(delivered, unitsOf(pages.pulled * 10))
    expect(countsOf(delivered.events)).toEqual({ produced: pages.pulled * 10, undelivered: pages.pulled * 10 })
  })

  it('stops when the token expires on the way: what was written stays so, and no more is read', async () => {
    const server = await gms({ token: 'right', tokenExpiresAfter: 3 })
    const pages = new Pages(unitsOf(1000), 10)
    const limits = { maxProposals: 10, maxBytes: 10_000 }
    const delivered = await write(server, pages, { limits, parallel: 2, token: 'right' })
    expect(delivered.thrown).toMatchObject({
      code: 'gms-unauthorized',
      message: expect.stringContaining('does not accept the token any more')
    })
    expect(server.accepted()).toBe(30)
    expect(pages.pulled).toBeLessThan(10)
    expectAccount(delivered, unitsOf(pages.pulled * 10))
    expect(JSON.stringify([delivered.events, String(delivered.thrown)])).not.toContain('right')
  })

  it.each([
    ['a load balancer says that nobody is there', { status: 503, body: '<html>' }],
    ['GMS fails at everything', { status: 500 }],
    ['connections break', { reset: 'before' as const }]
  ])('gives up after five lost requests: %s', async (_case, fault) => {
    const server = await gms({ faults: [{ match: 'ingest', after: 2, ...fault }] })
    const pages = new Pages(unitsOf(1000), 2)
    const limits = { maxProposals: 2, maxBytes: 10_000 }
    const delivered = await write(server, pages, { limits, parallel: 1 })
    expect(delivered.thrown).toMatchObject({
      kind: 'cannot-begin',
      code: 'gms-breaker-open',
      message: expect.stringMatching(
        /^5 requests in a row could not be delivered to http:\/\/127\.0\.0\.1:\d+; the last: /
      )
    })
    expect(pages.closed).toBe(true)
    expect(pages.pulled).toBeLessThan(12)
    expectAccount(delivered, unitsOf(pages.pulled * 2))
    expect(countsOf(delivered.events).written).toBe(4)
  })

  it('leaves out what the token may not write, and nothing else', async () => {
    const message = 'User urn:li:corpuser:ci is unauthorized to modify entity'
    const server = await gms({ token: 'right', poison: [{ urn: 'sales\\.t45[0-4],', status: 403, message }] })
    const units = unitsOf(1000)
    const delivered = await write(server, new Pages(units), { token: 'right' })
    expect(delivered.thrown).toBeUndefined()
    expectAccount(delivered, units)
    expect(countsOf(delivered.events)).toEqual({ produced: 1000, written: 995, rejected: 5 })
    expect(failuresIn(delivered.events).map(({ resource }) => resource)).toEqual(
      [450, 451, 452, 453, 454].map((name) => `${urnOf(name)} datasetProperties: ${message} (status 403)`)
    )
    expect(failuresIn(delivered.events)[0]).toMatchObject({
      code: 'gms-rejected',
      cure: expect.stringMatching(/Edit Entity.*Settings, Permissions, Policies/)
    })
  })

  it.each([
    ['restli', RESTLI],
    ['openapi', OPENAPI]
  ])('stops where the token may write nothing, after a thousand work units: %s', async (_endpoint, wire) => {
    const server = await gms({ faults: [{ status: 403 }] })
    const units = unitsOf(50_000)
    const pages = new Pages(units)
    const delivered = await write(server, pages, { parallel: 4, wire })
    expect(delivered.thrown).toMatchObject({
      kind: 'cannot-begin',
      code: 'gms-forbidden',
      message: expect.stringMatching(/lets the token write nothing.* 1000 .*unauthorized to modify entity/),
      cure: expect.stringMatching(/Edit Entity.*Settings, Permissions, Policies/)
    })
    expect(pages.closed).toBe(true)
    expect(pages.pulled).toBeLessThan(25)
    expectAccount(delivered, units.slice(0, pages.pulled * 100))
    const { rejected = 0, written: taken } = countsOf(delivered.events)
    expect([rejected >= 1000 && rejected < 1010, taken]).toEqual([true, undefined])
    expect(server.requests.length).toBeLessThan(2100)
  })

  it('goes on through as many that the token may not write where GMS has taken one, in this delivery or before', async () => {
    const server = await gms({ poison: [{ urn: 'sales\\.t[1-9]', status: 403 }] })
    const { sink } = rig(server)
    const units = unitsOf(1300)
    const delivered = await deliver(sink, new Pages(units))
    expectAccount(delivered, units)
    const denied = unitsOf(1100).slice(1)
    const later = await deliver(sink, new Pages(denied))
    expectAccount(later, denied)
    expect([delivered.thrown, later.thrown]).toEqual([undefined, undefined])
    expect([countsOf(delivered.events), countsOf(later.events)]).toEqual([
      { produced: 1300, written: 1, rejected: 1299 },
      { produced: 1099, rejected: 1099 }
    ])
  })

  it('goes on where some of five requests arrive', async () => {
    const server = await gms({
      faults: [
        { match: 'ingest', nth: [...Array(40).keys()].map((i) => i + 1).filter((i) => i % 21 !== 0), status: 503 }
      ]
    })
    const delivered = await write(server, new Pages(unitsOf(20), 2), {
      limits: { maxProposals: 2, maxBytes: 10_000 },
      parallel: 1
    })
    expect(delivered.thrown).toBeUndefined()
    expectAccount(delivered, unitsOf(20))
  })

  it('accounts for everything, whatever goes wrong', async () => {
    const fault = fc.record(
      {
        rate: fc.double({ min: 0, max: 0.6, noNaN: true }),
        status: fc.constantFrom(400, 408, 413, 422, 429, 500, 502, 503),
        reset: fc.constantFrom('before' as const, 'half' as const)
      },
      { requiredKeys: ['rate'] }
    )
    const cases = fc.record({
      count: fc.integer({ min: 1, max: 120 }),
      faults: fc.array(fault, { minLength: 1, maxLength: 3 }),
      poison: fc.uniqueArray(fc.nat(119), { maxLength: 3 }),
      seed: fc.nat(),
      maxProposals: fc.integer({ min: 1, max: 40 }),
      parallel: fc.integer({ min: 1, max: 6 })
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ count, faults, poison, seed, maxProposals, parallel }) => {
        const server = await gms({ faults, seed, poison: poison.map((number) => ({ urn: `sales\\.t${number},` })) })
        const pages = new Pages(unitsOf(count), 10)
        const delivered = await write(server, pages, { limits: { maxProposals, maxBytes: 10_000 }, parallel })
        const pulled = unitsOf(Math.min(count, pages.pulled * 10))
        expectAccount(delivered, pulled)
        expect(delivered.thrown === undefined || delivered.thrown instanceof AppError).toBe(true)
        expect(delivered.thrown !== undefined || pulled.length === count).toBe(true)
        const stored = new Set(written(server))
        const bad = new Set(poison.map(urnOf))
        const told = delivered.outcomes.filter(({ kind }) => kind === 'written').map(({ unit }) => unit.urn)
        expect(told.filter((urn) => !stored.has(urn) || bad.has(urn))).toEqual([])
      }),
      { numRuns: 25 }
    )
  })

  it('delivers what was read before reading broke off, and then says why it did', async () => {
    const server = await gms()
    const units = unitsOf(250)
    const end = new Error('the identity is lost')
    const delivered = await write(server, new Pages(units, 30, end))
    expect(delivered.thrown).toBe(end)
    expectAccount(delivered, units)
    expect(server.accepted()).toBe(250)
  })

  it('ends the delivery, and leaves nothing untold, at what nobody foresaw', async () => {
    const server = await gms({ faults: [{ status: 503 }] })
    const { events, emit } = keepingEvents()
    const defect = new TypeError('the teller is ill')
    const delivery = rig(server).sink.deliver(new Pages(unitsOf(10)), (event) => {
      if (event.type === 'retried') throw defect
      emit(event)
    })
    const drain = async (): Promise<void> => {
      for await (const outcomes of delivery) expect(outcomes).toHaveLength(10)
    }
    await expect(drain()).rejects.toBe(defect)
    expect(countsOf(events)).toEqual({ produced: 10, undelivered: 10 })
  })
})

describe('RestSink and its neighbours', () => {
  it('pulls no more than it can send', async () => {
    const server = await holding()
    const pages = new Pages(unitsOf(2000), 10)
    const { sink } = rig(server, { parallel: 3, limits: { maxProposals: 10, maxBytes: 10_000 } })
    const delivery = deliver(sink, pages)
    await server.arrived(3)
    for (let i = 0; i < 20; i += 1) await turn()
    expect([server.waiting, pages.pulled]).toEqual([3, 5])
    server.answer()
    await server.arrived(3)
    for (let i = 0; i < 20; i += 1) await turn()
    expect([server.waiting, pages.pulled]).toEqual([3, 8])
    server.release()
    expect(countsOf((await delivery).events)).toEqual({ produced: 2000, written: 2000 })
    expect(server.most).toBe(3)
  })

  it('leaves no request running and nothing untold when the consumer leaves', async () => {
    const server = await holding()
    const pages = new Pages(unitsOf(200), 25)
    const { sink } = rig(server, { parallel: 4, limits: { maxProposals: 10, maxBytes: 10_000 } })
    const { events, emit } = keepingEvents()
    const delivery = sink.deliver(pages, emit)
    const first = delivery.next()
    await server.arrived(4)
    server.answer()
    await first
    const left = delivery.return(undefined)
    await server.arrived(1)
    server.release()
    await left
    expect(server.waiting).toBe(0)
    expect(pages.closed).toBe(true)
    const { produced = 0, written: arrived = 0, undelivered = 0 } = countsOf(events)
    expect(produced).toBe(pages.pulled * 25)
    expect(arrived + undelivered).toBe(produced)
    expect(undelivered).toBe(5)
  })

  it('ends at once when it is cancelled', async () => {
    const server = await holding()
    const cancel = new AbortController()
    const { sink, clock } = rig(server, {
      parallel: 2,
      limits: { maxProposals: 10, maxBytes: 10_000 },
      signal: cancel.signal
    })
    const units = unitsOf(20)
    const delivery = deliver(sink, new Pages(units, 20))
    await server.arrived(2)
    cancel.abort()
    const delivered = await delivery
    expectAccount(delivered, units)
    expect(countsOf(delivered.events)).toEqual({ produced: 20, undelivered: 20 })
    expect(clock.slept).toEqual([])
    expect(failuresIn(delivered.events)[0]?.message).toContain('cancelled')
  })
})
