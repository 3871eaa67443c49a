import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../src/core/json.ts'
import type { Event } from '../../src/model/event.ts'
import { uniqueFieldPaths } from '../../src/process/field-paths.ts'
import { fitSchema, MAX_SCHEMA_BYTES } from '../../src/process/schema-size.ts'
import { chain, through, unit } from './support.ts'

const field = (fieldPath: string, more: JsonObject = {}) => ({ fieldPath, ...more })

describe('uniqueFieldPaths', () => {
  function pathsOf(...paths: string[]) {
    const events: Event[] = []
    const schema = unit('dataset:t', 'schemaMetadata', {
      fields: paths.map((path, i) => field(path, { i })),
      version: 0
    })
    const { out } = through(
      uniqueFieldPaths((event) => events.push(event)),
      [schema]
    )
    return { aspect: out[0]?.aspect, events, same: out[0] === schema }
  }

  it('keeps the first of several fields with one path, and says so', () => {
    const { aspect, events } = pathsOf('a', 'b', 'a', 'A', 'b')
    expect(aspect).toEqual({ fields: [field('a', { i: 0 }), field('b', { i: 1 }), field('A', { i: 3 })], version: 0 })
    expect(events).toMatchObject([
      { severity: 'notice', failure: { code: 'schema-field-twice', resource: 'urn:li:dataset:t' } }
    ])
  })

  it('drops fields without a path', () => {
    expect(pathsOf('', 'a', '').aspect).toMatchObject({ fields: [field('a')] })
  })

  it('leaves everything else as it is', () => {
    expect(pathsOf('a', 'b')).toMatchObject({ same: true, events: [] })
    const other = [
      unit('dataset:t', 'inputFields', { fields: [field('a'), field('a')] }),
      unit('dataset:t', 'schemaMetadata', [])
    ]
    expect(
      through(
        uniqueFieldPaths(() => undefined),
        other
      ).out
    ).toEqual(other)
  })
})

describe('a schema that is too large', () => {
  const wide = (count: number, bytes: number) => {
    const paths = ['[version=2.0].[type=struct].a.b.c', '[version=2.0].[type=struct].a', '[version=2.0].[type=int].x.b']
    return Array.from({ length: count }, (_, i) => field(`${paths[i % 3]}${i}`, { description: '"'.repeat(bytes) }))
  }

  it('keeps the fields nearest to the top that fit as they are sent', async () => {
    const schema = unit('dataset:t', 'schemaMetadata', { schemaName: 't', fields: wide(300, 20_000) })
    const { out, events } = await chain([[{ ...schema, origin: 'db.t' }]])
    const value = out.find((it) => it.aspectName === 'schemaMetadata')?.value ?? ''
    const sent = JSON.stringify(value).length
    expect(sent).toBeLessThanOrEqual(MAX_SCHEMA_BYTES)
    expect(sent).toBeGreaterThan(MAX_SCHEMA_BYTES - 90_000)
    const kept: { fieldPath: string }[] = JSON.parse(value).fields
    const depths = kept.map(
      ({ fieldPath }) =>
        fieldPath
          .replace(/\[[^\]]*\]/g, '')
          .split('.')
          .filter(Boolean).length
    )
    expect(depths).toEqual(depths.toSorted((a, b) => a - b))
    expect(depths.filter((depth) => depth === 1)).toHaveLength(100)
    expect(events).toMatchObject([{ severity: 'warning', failure: { code: 'schema-truncated', resource: 'db.t' } }])
    expect(events[0]).toMatchObject({ failure: { message: expect.stringContaining(`${300 - kept.length} of its`) } })
  })

  it('is left alone when it fits', async () => {
    const schema = unit('dataset:t', 'schemaMetadata', { fields: wide(100, 20_000) })
    const { out, events } = await chain([[schema]])
    expect(JSON.parse(out[0]?.value ?? '').fields).toHaveLength(100)
    expect(events).toEqual([])
    expect(fitSchema(schema)).toEqual({ unit: schema, dropped: 0 })
  })
})
