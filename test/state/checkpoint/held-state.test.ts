import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/core/json.ts'
import { checkpointAspect } from '../../../src/state/checkpoint/checkpoint.ts'
import { keepState, lastState, type StatePlaces } from '../../../src/state/checkpoint/held-state.ts'
import { encodeUrns, urnsText } from '../../../src/state/checkpoint/payload.ts'
import type { CheckpointStore } from '../../../src/state/checkpoint/store.ts'
import { NOWHERE, type Scopes } from '../../../src/state/scopes.ts'

const HELD: Scopes = { all: true, databases: new Set() }

function memory(): CheckpointStore {
  const aspects = new Map<string, JsonObject>()
  return {
    shown: 'memory',
    read: async (job) => aspects.get(job) ?? null,
    write: async (job, aspect) => void aspects.set(job, aspect)
  }
}

function places(): StatePlaces {
  const store = memory()
  return { store, copies: store, job: 'j' }
}

const encoded = (urns: readonly string[]) => encodeUrns([Buffer.from(urnsText(urns))])

async function keep(at: StatePlaces, urns: readonly string[], since: readonly string[], held = HELD): Promise<void> {
  const about = { pipelineName: 'p', runId: 'ours', catalogue: 'c', missingOnce: [], now: 1 }
  const aspect = checkpointAspect({ ...about, state: await encoded(urns), uncounted: await encoded(since), held })
  await keepState(at, aspect, true)
}

const byPeer = async ({ store, job }: StatePlaces, urns: readonly string[]): Promise<void> =>
  store.write(job, { state: { ...(await encoded(urns)) }, config: '', runId: 'peer' })

describe('the last state', () => {
  it('is this program’s own as it is', async () => {
    const at = places()
    expect(await lastState(at, 'c')).toBeNull()
    await keep(at, ['a', 'b'], ['n'])
    const { checkpoint, isCopied } = (await lastState(at, 'c')) ?? {}
    expect(checkpoint).toMatchObject({ urns: ['a', 'b'], uncounted: ['n'], held: HELD, writing: 'ours 1' })
    expect(isCopied).toBe(true)
  })

  it('of the peer is told what is held, and what came since it was', async () => {
    const at = places()
    await keep(at, ['a', 'b'], ['m', 'n'])
    await byPeer(at, ['n', 'o', 'a', 'b'])
    const { checkpoint, isCopied } = (await lastState(at, 'c')) ?? {}
    expect(checkpoint).toMatchObject({ urns: ['a', 'b'], uncounted: ['n', 'o', 'm'], held: HELD, writing: 'peer ' })
    expect(isCopied).toBe(true)
  })

  it('of the peer that has let go of something is not held, and what the peer has not seen is not forgotten', async () => {
    const at = places()
    await keep(at, ['a', 'b'], ['m', 'n'])
    await byPeer(at, ['n', 'a'])
    const { checkpoint, isCopied } = (await lastState(at, 'c')) ?? {}
    expect(checkpoint).toMatchObject({ urns: ['n', 'a'], uncounted: ['m'], held: NOWHERE })
    // The copy is to be replaced.
    expect(isCopied).toBe(true)
  })

  it.each<[string, string, Scopes]>([
    ['another catalogue', 'd', HELD],
    ['a run that has let go', 'c', NOWHERE]
  ])('of the peer is not mixed with the copy of %s', async (_, catalogue, held) => {
    const at = places()
    await keep(at, ['a', 'b'], ['n'], held)
    await byPeer(at, ['a', 'b', 'o'])
    const { checkpoint, isCopied } = (await lastState(at, catalogue)) ?? {}
    expect(checkpoint).toMatchObject({ urns: ['a', 'b', 'o'], uncounted: [], held: NOWHERE })
    expect(isCopied).toBe(false)
  })
})
