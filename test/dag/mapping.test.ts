import { describe, expect, it } from '@jest/globals'
import type { Json, JsonObject } from '../../src/core/json.ts'
import { clearRun } from '../../src/dag/clear.ts'
import { mapLength, mappedValues, unmappable } from '../../src/dag/mapping.ts'
import type { Expand } from '../../src/dag/model.ts'
import { dagOf, FAILED, over, overOutputOf, Rig, task } from './rig.ts'

const gives = (output: Json) => ({ outcome: 'success', output }) as const
const nothing = (): Json => null

function allValues(expand: Expand, values: (id: string) => Json = nothing): readonly JsonObject[] {
  return Array.from({ length: mapLength(expand, values) ?? 0 }, (_, index) => mappedValues(expand, index, values))
}

describe('mapped values', () => {
  const literal = (values: readonly Json[] | JsonObject) => ({ from: 'literal', values }) as const

  it('of a product vary the last argument fastest', () => {
    const args = [
      { name: 'region', source: literal(['eu', 'us']) },
      { name: 'n', source: literal([1, 2, 3]) }
    ]
    const made = allValues({ kind: 'product', args }).map((values) => Object.values(values))
    expect(made).toEqual(['eu', 'us'].flatMap((region) => [1, 2, 3].map((n) => [region, n])))
  })

  it('of a map are pairs of key and value', () => {
    const args = [{ name: 'x', source: literal({ a: 1, b: [2] }) }]
    expect(allValues({ kind: 'product', args })).toEqual([{ x: ['a', 1] }, { x: ['b', [2]] }])
  })

  it('of rows are the rows', () => {
    const rows = [{ region: 'eu', env: 'prod' }, { region: 'us' }]
    expect(allValues({ kind: 'rows', source: literal(rows) })).toEqual(rows)
  })

  it('are not known before the upstream has given them', () => {
    const { expand } = overOutputOf('list')
    expect(mapLength(expand, nothing)).toBeNull()
    expect(allValues(expand, () => ['a', 'b'])).toEqual([{ x: 'a' }, { x: 'b' }])
  })

  it('are none when one list is empty', () => {
    const args = [
      { name: 'x', source: literal([1]) },
      { name: 'y', source: literal([]) }
    ]
    expect(mapLength({ kind: 'product', args }, nothing)).toBe(0)
  })
})

describe('an output', () => {
  it.each<readonly [Json, string | null]>([
    [[1], null],
    [{ a: 1 }, null],
    [[], null],
    [null, 'gave no output, and a downstream maps over it'],
    ['text', 'gave a string; a downstream maps over it and needs a list or map'],
    [[1, 2, 3, 4], 'gave 4 values to map over; 3 is the most']
  ])('%j can be mapped over or says why not', (output, why) => {
    expect(unmappable(output, 3)).toBe(why)
  })

  it('that a downstream maps over and that is not there fails the task that owes it', async () => {
    const rig = await Rig.start(dagOf([task('list'), task('m', ['list'], overOutputOf('list'))]))
    await rig.end('list')
    const { record } = await rig.outcome
    expect(record.instances[0]).toMatchObject({ state: 'failed', failure: { code: 'dag-unmappable-output' } })
    expect(await rig.states()).toEqual({ list: 'failed', m: 'upstream_failed' })
  })
})

describe('a mapped task', () => {
  it('becomes as many instances as its upstream gave values, each with its own', async () => {
    const rig = await Rig.start(dagOf([task('list'), task('m', ['list'], overOutputOf('list')), task('z', ['m'])]))
    await rig.end('list', gives(['a', 'b']))
    expect(rig.running.map((name) => rig.context(name).values)).toEqual([{ x: 'a' }, { x: 'b' }])
    await rig.end('m[1]')
    await rig.end('m[0]', FAILED)
    expect(await rig.states()).toEqual({ list: 'success', 'm[0]': 'failed', 'm[1]': 'success', z: 'upstream_failed' })
  })

  it('is skipped when there is nothing to map over', async () => {
    const rig = await Rig.start(dagOf([task('list'), task('m', ['list'], overOutputOf('list'))]))
    await rig.end('list', gives([]))
    expect(await rig.states()).toEqual({ list: 'success', m: 'skipped' })
  })

  it('maps over what the instances of another gave, those that gave nothing left out', async () => {
    const rig = await Rig.start(dagOf([task('a', [], over(1, 2, 3)), task('b', ['a'], overOutputOf('a'))]))
    await rig.end('a[0]', gives('x'))
    await rig.end('a[1]')
    await rig.end('a[2]', gives('z'))
    expect(rig.running.map((name) => rig.context(name).values)).toEqual([{ x: 'x' }, { x: 'z' }])
  })

  it('loses its surplus instances and gets new ones when its upstream gives another list after a clear', async () => {
    const dag = dagOf([task('list'), task('m', ['list'], overOutputOf('list')), task('z', ['m'])])
    const first = await Rig.start(dag)
    await first.end('list', gives([1, 2]))
    await first.endAll(['m[0]', 'm[1]'])
    await first.end('z')

    const shorter = await Rig.start(dag, { record: clearRun(dag, (await first.outcome).record, {}).record })
    await shorter.end('list', gives([1]))
    expect(shorter.running).toEqual(['m[0]'])
    await shorter.end('m[0]')
    await shorter.end('z')
    expect(await shorter.states()).toMatchObject({ 'm[0]': 'success', 'm[1]': 'removed', z: 'success' })

    const longer = await Rig.start(dag, { record: clearRun(dag, (await first.outcome).record, {}).record })
    await longer.end('list', gives([1, 2, 3]))
    expect(longer.running).toEqual(['m[0]', 'm[1]', 'm[2]'])
  })
})
