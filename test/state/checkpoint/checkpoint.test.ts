import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/core/json.ts'
import { Bzip2 } from '../../../src/state/checkpoint/bzip2.ts'
import {
  checkpointAspect,
  checkpointUrn,
  readCheckpoint,
  removalJob
} from '../../../src/state/checkpoint/checkpoint.ts'
import { encodeUrns, urnsText } from '../../../src/state/checkpoint/payload.ts'
import { NOWHERE } from '../../../src/state/scopes.ts'

/** What the peer's classes made of the same urns. */
const PEER = JSON.parse(readFileSync(join(import.meta.dirname, '../../testdata/checkpoints/peer.json'), 'utf8')) as {
  readonly urns: readonly string[]
  readonly empty: JsonObject
} & Readonly<Record<'bz2' | 'utf-8', JsonObject>>

const encoded = (urns: readonly string[]) => encodeUrns([Buffer.from(urnsText(urns))])
const UNHELD = { uncounted: null, held: NOWHERE }
const stateOf = (state: object) => ({ pipelineName: 'nightly', runId: 'r', state: state as JsonObject })

describe('a checkpoint', () => {
  it.each(['bz2', 'utf-8'] as const)('of the peer is read: %s', async (form) => {
    expect(await readCheckpoint(PEER[form])).toEqual({
      urns: PEER.urns,
      missingOnce: new Set(),
      uncounted: [],
      held: NOWHERE,
      catalogue: null,
      writing: 'glue-1 1790000000000'
    })
  })

  it('is written as the peer writes it, but for what it leaves empty', async () => {
    const about = { pipelineName: 'nightly', runId: 'glue-1', catalogue: 'c', now: 1_790_000_000_000 }
    const parts = { ...about, ...UNHELD, missingOnce: [] }
    const aspect = checkpointAspect({ ...parts, state: await encoded(PEER.urns) })
    expect({ ...aspect, config: '' }).toEqual(PEER.bz2)
    const empty = checkpointAspect({ ...parts, state: await encoded([]) })
    expect({ ...empty, config: '' }).toEqual(PEER.empty)
  })

  it('remembers the catalogue and what was missing once', async () => {
    const parts = { ...UNHELD, pipelineName: 'p', runId: 'r', catalogue: 'arn:x', now: 1 }
    const aspect = checkpointAspect({ ...parts, missingOnce: ['aa', 'bb'], state: await encoded(['u']) })
    expect(await readCheckpoint(aspect)).toMatchObject({ catalogue: 'arn:x', missingOnce: new Set(['aa', 'bb']) })
  })

  it('remembers what is held, and what came since, where the peer does not look', async () => {
    const parts = { pipelineName: 'nightly', runId: 'glue-1', catalogue: 'c', missingOnce: [], now: 1_790_000_000_000 }
    const held = { all: false, databases: new Set(['a', 'b"é']) }
    const uncounted = await encoded(['urn:li:tag:é', 'v'])
    const aspect = checkpointAspect({ ...parts, held, uncounted, state: await encoded(PEER.urns) })
    expect({ ...aspect, config: '' }).toEqual(PEER.bz2)
    expect(await readCheckpoint(aspect)).toMatchObject({ urns: PEER.urns, held, uncounted: ['urn:li:tag:é', 'v'] })
  })

  it('names each urn once, in the lists of older releases too', async () => {
    const payload = JSON.stringify({
      urns: ['urn:li:dataset:(urn:li:dataPlatform:glue,a.b,PROD)'],
      encoded_table_urns: ['glue||a.b||PROD', 'glue||a.c||PROD'],
      encoded_container_urns: ['0f'],
      encoded_view_urns: ['urn:li:dataPlatform:glue||a.v||DEV']
    })
    expect((await readCheckpoint(stateOf({ serde: 'utf-8', payload, state: null }))).urns).toEqual([
      'urn:li:dataset:(urn:li:dataPlatform:glue,a.b,PROD)',
      'urn:li:dataset:(urn:li:dataPlatform:glue,a.c,PROD)',
      'urn:li:container:0f',
      'urn:li:dataset:(urn:li:dataPlatform:glue,a.v,DEV)'
    ])
  })

  it('without a payload is empty', async () => {
    expect((await readCheckpoint(stateOf({ serde: 'utf-8' }))).urns).toEqual([])
  })

  it.each([
    [{ serde: 'base85', payload: 'x' }, /base85 of DataHub before/],
    [{ serde: 'zip', payload: 'x' }, /"zip", which is not known/],
    [{ serde: 'base85-bz2-json', payload: 'VPa!s' }, /damaged/],
    [{ serde: 'base85-bz2-json', payload: '"""' }, /damaged/],
    [{ serde: 'utf-8', payload: '{' }, /no JSON/],
    [{ serde: 'utf-8', payload: '[]' }, /no object/],
    [{ serde: 'utf-8', payload: '{"urns": [1]}' }, /no list of texts/],
    [{ serde: 'utf-8', payload: '{"other": []}' }, /"other", which is not known/],
    [{ serde: 5, payload: 'x' }, /damaged/]
  ])('that nobody could read is refused: %j', async (state, message) => {
    await expect(readCheckpoint(stateOf(state))).rejects.toThrow(message)
  })

  it('has the name of the peer’s job', () => {
    expect(removalJob('glue')).toBe('glue_stateful_ingestion')
    expect(removalJob('athena')).toBe('athena_stale_entity_removal')
    expect(checkpointUrn('datahub', 'a,b (c)', 'j')).toBe(
      'urn:li:dataJob:(urn:li:dataFlow:(datahub,a%2Cb %28c%29,prod),j)'
    )
  })
})

describe('bzip2', () => {
  it('takes what comes in pieces, however they are cut', async () => {
    const bzip2 = await Bzip2.load()
    const bytes = Buffer.from(Array.from({ length: 2_000_000 }, (_, index) => (index % 4099) % 256))
    const compressed = [7_001, 890_000, 1_900_000].map((size) => {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(size * index, size * (index + 1))
      )
      return bzip2.compress(pieces)
    })
    expect(compressed[1]?.equals(compressed[0] ?? Buffer.alloc(0))).toBe(true)
    expect(compressed[2]?.equals(compressed[0] ?? Buffer.alloc(0))).toBe(true)
    expect(compressed.map((one) => bzip2.decompress(one)?.equals(bytes))).toEqual([true, true, true])
  })

  it('says of a text whose second stream is damaged that it cannot be read', async () => {
    const bzip2 = await Bzip2.load()
    const bytes = bzip2.compress([Buffer.alloc(1_000_000, 'urn:li:tag:')])
    const second = bytes.indexOf('BZh9', 4)
    expect(second).toBeGreaterThan(0)
    bytes[second + 20] = (bytes[second + 20] ?? 0) ^ 0xff
    expect(bzip2.decompress(bytes)).toBeNull()
    expect(bzip2.decompress(bytes.subarray(0, second + 12))).toBeNull()
  })

  it('gives back what it compressed, whatever its size', async () => {
    const bzip2 = await Bzip2.load()
    for (const size of [0, 1, 1000, 3_000_000]) {
      const bytes = Buffer.from(Array.from({ length: size }, (_, index) => (index * index) % 251))
      expect(bzip2.decompress(bzip2.compress([bytes]))?.equals(bytes)).toBe(true)
    }
  })
})
