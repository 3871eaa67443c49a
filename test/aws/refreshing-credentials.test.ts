import { describe, expect, it } from '@jest/globals'
import { refreshing } from '../../src/aws/refreshing-credentials.ts'
import { manualClock } from '../emulator/clock.ts'

const MINUTE = 60_000

/** Credentials that are numbered and live `minutes`; `fail` makes loading fail. */
function vault(minutes: number | null) {
  const clock = manualClock()
  const masked: string[] = []
  const state = { loads: 0, fail: false }
  const load = async () => {
    await Promise.resolve()
    if (state.fail) throw new Error('STS is down')
    state.loads += 1
    const id = `A${state.loads}`
    const life = minutes === null ? {} : { expiration: new Date(clock.now() + minutes * MINUTE) }
    return { accessKeyId: id, secretAccessKey: `s${state.loads}`, sessionToken: `t${state.loads}`, ...life }
  }
  const source = refreshing(load, { clock, mask: (secret) => masked.push(secret) })
  const id = async () => (await source()).accessKeyId
  return { clock, masked, state, source, id }
}

describe('refreshing', () => {
  it('loads once for all who ask at the same time, and masks before anyone gets it', async () => {
    const { source, masked, state } = vault(60)
    const asked = Promise.all([source(), source(), source()])
    expect(masked).toEqual([])
    const got = await asked
    expect(got.map((credentials) => credentials.accessKeyId)).toEqual(['A1', 'A1', 'A1'])
    expect(state.loads).toBe(1)
    expect(masked).toEqual(['s1', 't1', 'A1'])
  })

  it.each([
    [60, 54, 'A1'],
    [60, 56, 'A2'],
    [15, 9, 'A1'],
    [15, 11, 'A2'],
    [3, 1.9, 'A1'],
    [3, 2.1, 'A2']
  ])('of %d minutes: after %d it is %s', async (life, minutes, expected) => {
    const { clock, id } = vault(life)
    await id()
    clock.advance(minutes * MINUTE)
    expect(await id()).toBe(expected)
  })

  it('keeps keys that never expire', async () => {
    const { clock, id } = vault(null)
    await id()
    clock.advance(1e12)
    expect(await id()).toBe('A1')
  })

  it('uses the old ones on while new ones cannot be had, and asks again later', async () => {
    const { clock, id, state } = vault(60)
    await id()
    clock.advance(56 * MINUTE)
    state.fail = true
    expect(await id()).toBe('A1')
    state.fail = false
    expect(await id()).toBe('A1')
    clock.advance(MINUTE)
    expect(await id()).toBe('A2')
  })

  it('fails when the old ones are over too', async () => {
    const { clock, id, state } = vault(60)
    await id()
    clock.advance(61 * MINUTE)
    state.fail = true
    await expect(id()).rejects.toThrow('STS is down')
    state.fail = false
    expect(await id()).toBe('A2')
  })

  it('drops what AWS no longer takes, once for all calls that used it', async () => {
    const { clock, id, source } = vault(60)
    await id()
    clock.advance(1_000)
    const callsStartedAt = clock.monotonic()
    clock.advance(1_000)
    source.dropOlderThan(callsStartedAt)
    expect(await id()).toBe('A2')
    source.dropOlderThan(callsStartedAt)
    expect(await id()).toBe('A2')
  })
})
