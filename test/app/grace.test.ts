import { describe, expect, it } from '@jest/globals'
import { unlessAborted, withGrace } from '../../src/app/grace.ts'
import { FakeTime } from '../aws/fake-time.ts'

describe('withGrace', () => {
  it('aborts a moment later than it is told to', async () => {
    const clock = new FakeTime()
    const cancel = new AbortController()
    const ended = withGrace(cancel.signal, clock, async (late) => {
      cancel.abort()
      const first = late.aborted
      await clock.runAll()
      return [first, late.aborted, clock.now()]
    })
    expect(await ended).toEqual([false, true, 5000])
  })

  it('gives the moment of grace to what begins too late as well', async () => {
    const clock = new FakeTime()
    const ended = withGrace(AbortSignal.abort(), clock, async (late) => {
      const first = late.aborted
      await clock.runAll()
      return [first, late.aborted]
    })
    expect(await ended).toEqual([false, true])
  })

  it('leaves nothing behind, whether the work is done or broken', async () => {
    const clock = new FakeTime()
    const cancel = new AbortController()
    const signals: AbortSignal[] = []
    await withGrace(cancel.signal, clock, async (late) => signals.push(late))
    await expect(
      withGrace(cancel.signal, clock, async (late) => {
        signals.push(late)
        cancel.abort()
        throw new Error('broken')
      })
    ).rejects.toThrow('broken')
    await clock.runAll()
    expect([signals.map(({ aborted }) => aborted), clock.now()]).toEqual([[false, false], 0])
  })
})

describe('unlessAborted', () => {
  it('gives what the work gives', async () => {
    const put: string[] = []
    const { signal } = new AbortController()
    expect(await unlessAborted(Promise.resolve('session'), signal, (late) => put.push(late))).toBe('session')
    await expect(
      unlessAborted(Promise.reject(new Error('no')), signal, (late: string) => put.push(late))
    ).rejects.toThrow('no')
    expect(put).toEqual([])
  })

  it.each([
    ['before', true],
    ['while', false]
  ])('stops waiting when it is aborted %s the work is done, and puts away what comes of it', async (_when, before) => {
    const put: string[] = []
    const cancel = new AbortController()
    const reason = new Error('cancelled')
    if (before) cancel.abort(reason)
    const { promise, resolve } = deferred<string>()
    const waiting = unlessAborted(promise, cancel.signal, (late) => put.push(late))
    cancel.abort(reason)
    await expect(waiting).rejects.toBe(reason)
    resolve('session')
    await promise
    await Promise.resolve()
    expect(put).toEqual(['session'])
  })

  it('does not mind that abandoned work fails', async () => {
    const cancel = new AbortController()
    const { promise, reject } = deferred<string>()
    const waiting = unlessAborted(promise, cancel.signal, () => undefined)
    cancel.abort()
    await expect(waiting).rejects.toThrow('aborted')
    reject(new Error('too late'))
    await promise.catch(() => undefined)
  })
})

interface Deferred<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (error: Error) => void
}

function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<T>((accept, refuse) => {
    resolve = accept
    reject = refuse
  })
  return { promise, resolve, reject }
}
