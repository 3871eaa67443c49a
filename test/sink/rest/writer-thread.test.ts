import { afterEach, describe, expect, it } from '@jest/globals'
import { AppError } from '../../../src/core/errors.ts'
import type { GmsAnswer } from '../../../src/datahub/gms-answer.ts'
import type { Event } from '../../../src/model/event.ts'
import type { RestSinkOptions } from '../../../src/model/recipe.ts'
import { WriterThread } from '../../../src/sink/rest/writer-thread.ts'
import { STAMP, unitOf } from '../support.ts'

/** Stands in for the thread that writes: what it does with a request is in the urn of its first work unit. */
const THREAD = `
import { parentPort, workerData } from 'node:worker_threads'
const held = []
parentPort.on('message', (asked) => {
  const tell = (told) => parentPort.postMessage(told)
  if (asked === 'cancel') return held.splice(0).forEach((id) => tell({ id, answer: { kind: 'unavailable', message: 'cancelled' } }))
  const { id, units, asynchronous, retryFaults } = asked
  const what = /sales\\.t([a-z]+)/.exec(units.urns[0])[1]
  if (what === 'ends') process.exit(1)
  else if (what === 'throws') throw new Error('out of memory')
  else if (what === 'held') held.push(id)
  else if (what === 'masked') tell({ mask: 'a-secret' }), tell({ id, answer: { kind: 'ok' } })
  else if (what === 'refused') tell({ id, failed: { message: 'no token', known: { kind: 'cannot-begin', code: 'no-token', cure: 'give one' } } })
  else if (what === 'defect') tell({ id, failed: { message: 'not foreseen', known: null } })
  else if (what === 'retried') tell({ id, event: { type: 'retried', service: 'DataHub', reason: '503', after: 5 } }), tell({ id, answer: { kind: 'ok' } })
  else tell({ id, answer: { kind: 'rejected', message: [workerData.options.server, workerData.cwd, asynchronous, retryFaults, units.urns, Object.values(units.kinds[0]), units.values].join() } })
})`

const ENTRY = new URL(`data:text/javascript,${encodeURIComponent(THREAD)}`)
const OPTIONS = { server: 'http://gms' } as RestSinkOptions

let thread: WriterThread
afterEach(() => thread.close())

interface Started {
  readonly masked: string[]
  readonly cancel: () => void
  readonly write: (name: string) => Promise<GmsAnswer>
  readonly events: Event[]
}

function start(): Started {
  const cancelling = new AbortController()
  const masked: string[] = []
  const events: Event[] = []
  const deps = { signal: cancelling.signal, mask: (secret: string) => masked.push(secret) }
  thread = new WriterThread(ENTRY, { options: OPTIONS, stamp: STAMP, env: {}, cwd: '/repo' }, deps)
  const write = (name: string): Promise<GmsAnswer> =>
    thread.write({ units: [unitOf(name, {}, { value: 'v' })], asynchronous: true, retryFaults: false }, (event) =>
      events.push(event)
    )
  return { masked, events, cancel: () => cancelling.abort(), write }
}

describe('WriterThread', () => {
  it('hands over all that a request is made of', async () => {
    const { write } = start()
    const { urn } = unitOf('plain')
    const message = `http://gms,/repo,true,false,${urn},dataset,datasetProperties,UPSERT,v`
    expect(await write('plain')).toEqual({ kind: 'rejected', message })
  })

  it('tells of retries before the answer', async () => {
    const { write, events } = start()
    expect(await write('retried')).toEqual({ kind: 'ok' })
    expect(events).toEqual([{ type: 'retried', service: 'DataHub', reason: '503', after: 5 }])
  })

  it('masks secrets before it goes on', async () => {
    const { write, masked } = start()
    await write('masked')
    expect(masked).toEqual(['a-secret'])
  })

  it('fails a request as it failed in the thread', async () => {
    const { write } = start()
    const refused = new AppError('no token', { kind: 'cannot-begin', code: 'no-token', cure: 'give one' })
    await expect(write('refused')).rejects.toEqual(refused)
    await expect(write('refused')).rejects.toMatchObject({ code: 'no-token', cure: 'give one' })
    await expect(write('defect')).rejects.toEqual(new Error('not foreseen'))
  })

  it.each([
    ['ends', 'the thread that writes to DataHub has ended'],
    ['throws', 'out of memory']
  ])('fails everything when its thread %s, and whatever comes then', async (broken, message) => {
    const { write } = start()
    const settled = await Promise.allSettled(['held', broken, 'plain'].map(write))
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await expect(write('plain')).rejects.toThrow(message)
  })

  it('cancels what is under way', async () => {
    const { write, cancel } = start()
    const held = write('held')
    await write('plain')
    cancel()
    expect(await held).toEqual({ kind: 'unavailable', message: 'cancelled' })
  })
})
