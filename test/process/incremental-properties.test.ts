import { describe, expect, it } from '@jest/globals'
import type { Json } from '../../src/core/json.ts'
import type { Stage } from '../../src/model/ports.ts'
import { incrementalProperties } from '../../src/process/incremental-properties.ts'
import { chain, nameOf, through, unit } from './support.ts'

const PROPERTIES = {
  customProperties: { 'a/b~c': '1', empty: '', none: null },
  externalUrl: 'https://x.example',
  name: 't',
  description: null,
  created: { time: 1 },
  lastModified: { time: 2 },
  qualifiedName: 'arn:x',
  uri: 'left out',
  tags: []
}

const add = (path: string, value: Json) => ({ op: 'add', path, value })

describe('incrementalProperties', () => {
  it("makes the operations of the peer's patch builder, in its order, and leaves out what has no value", () => {
    const [out] = through(incrementalProperties(), [unit('dataset:t', 'datasetProperties', PROPERTIES)]).out
    expect(out?.changeType).toBe('PATCH')
    expect(out?.aspect).toEqual([
      add('/name', 't'),
      add('/created', { time: 1 }),
      add('/lastModified', { time: 2 }),
      add('/qualifiedName', 'arn:x'),
      add('/customProperties/a~1b~0c', '1'),
      add('/customProperties/empty', ''),
      add('/externalUrl', 'https://x.example')
    ])
  })

  it('leaves everything else as it is', () => {
    const others = [
      unit('dataset:t', 'status', { removed: false }),
      unit('dataset:t', 'datasetProperties', [add('/name', 'already a patch')]),
      unit('container:c', 'containerProperties', { name: 'c', customProperties: {} })
    ]
    expect(through(incrementalProperties(), others).out).toEqual(others)
  })

  it('knows a last modification that it has made an operation of', async () => {
    const source = { platform: 'glue', platformInstance: null, incrementalProperties: true } as const
    const of = async (properties: object) => {
      const page = [
        unit('dataset:t', 'operation', { lastUpdatedTimestamp: 5 }),
        unit('dataset:t', 'datasetProperties', { name: 't', ...properties })
      ]
      const { out } = await chain([page], { source })
      return out.filter((it) => it.aspectName === 'datasetProperties').map((it) => `${nameOf(it)} ${it.value}`)
    }
    expect(await of({ lastModified: { time: 2 } })).toHaveLength(1)
    expect(await of({})).toEqual([
      'dataset:t datasetProperties (PATCH) [{"op":"add","path":"/name","value":"t"}]',
      'dataset:t datasetProperties (PATCH) [{"op":"add","path":"/lastModified","value":{"time":5}}]'
    ])
  })

  it('comes behind the transformers, so that what they add is part of the same PATCH', async () => {
    const added: Stage = async function* (pages) {
      for await (const page of pages) {
        yield page.map((it) => (it.aspectName === 'datasetProperties' ? { ...it, aspect: { name: 'changed' } } : it))
      }
    }
    const source = { platform: 'glue', platformInstance: null, incrementalProperties: true } as const
    const { out } = await chain([[unit('dataset:t', 'datasetProperties', PROPERTIES)]], {
      source,
      transformers: [added]
    })
    expect(out.filter((it) => it.aspectName === 'datasetProperties').map(({ value }) => value)).toEqual([
      '[{"op":"add","path":"/name","value":"changed"}]'
    ])
  })
})
