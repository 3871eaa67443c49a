import { afterEach, describe, expect, it } from '@jest/globals'
import { type Clock, systemClock } from '../../../../src/core/clock.ts'
import { SqlThread } from '../../../../src/source/glue/views/sql-thread.ts'

/** Stands in for the parser's thread: what it does with a query is in the query. */
const THREAD = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ ask, given: [sql] }) => {
  if (sql === 'ends') process.exit(1)
  if (sql === 'throws') throw new Error('out of memory')
  if (sql === 'hangs') for (;;);
  if (sql === 'no parser') parentPort.postMessage({ failed: 'sql.wasm.br is not there' })
  else parentPort.postMessage({ answer: ask + ' ' + sql })
})`

const ENTRY = new URL(`data:text/javascript,${encodeURIComponent(THREAD)}`)

/** Time passes when `late` is called. */
let late = (): void => {}
const clock: Clock = {
  ...systemClock,
  sleep: (_ms, signal) =>
    new Promise((resolve, reject) => {
      late = resolve
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
}

let thread: SqlThread

afterEach(() => thread.close())

function ask(...queries: readonly string[]): Promise<readonly PromiseSettledResult<unknown>[]> {
  return Promise.allSettled(queries.map((sql) => thread.facts(sql, 'trino')))
}

const value = (answer: unknown) => ({ status: 'fulfilled', value: answer })

describe('SqlThread', () => {
  it('answers in order', async () => {
    thread = new SqlThread(ENTRY, systemClock)
    expect(await ask('a', 'b')).toEqual([value('facts a'), value('facts b')])
    expect(await ask('c')).toEqual([value('facts c')])
  })

  it.each(['ends', 'throws'])('goes on with the next query when one %s', async (broken) => {
    thread = new SqlThread(ENTRY, systemClock)
    expect(await ask('a', broken, 'b', broken, 'c')).toEqual(['facts a', null, 'facts b', null, 'facts c'].map(value))
  })

  it('gives up a query that never ends', async () => {
    thread = new SqlThread(ENTRY, clock)
    const [before, hangs, after] = ['a', 'hangs', 'b'].map((sql) => thread.facts(sql, 'trino'))
    expect(await before).toBe('facts a')
    late()
    expect(await hangs).toBeNull()
    expect(await after).toBe('facts b')
  })

  it('says that there is no parser', async () => {
    thread = new SqlThread(ENTRY, systemClock)
    const [answer] = await ask('no parser')
    expect(answer).toMatchObject({ status: 'rejected', reason: { message: 'sql.wasm.br is not there' } })
  })

  it('leaves nobody waiting when it is closed', async () => {
    thread = new SqlThread(ENTRY, systemClock)
    const asked = ask('hangs', 'a')
    await thread.close()
    expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
