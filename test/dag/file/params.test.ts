import { describe, expect, it } from '@jest/globals'
import type { Json, JsonObject } from '../../../src/core/json.ts'
import { resolveParams } from '../../../src/dag/file/params.ts'

const resolve = (schema: JsonObject, fallback: Json | undefined, given: JsonObject) =>
  resolveParams([{ name: 'p', fallback, description: '', schema }], given)

describe('the params of a run', () => {
  it.each<[string, JsonObject, Json | undefined, JsonObject, Json]>([
    ['a default', { type: 'integer' }, 3, {}, 3],
    ['a value in its place', { type: 'integer' }, 3, { p: 4 }, 4],
    ['null in its place', { type: ['integer', 'null'] }, 3, { p: null }, null],
    ['0 in its place', { type: 'integer' }, 3, { p: 0 }, 0],
    ['an integer with a fraction of zero, as Airflow', { type: 'integer' }, 3, { p: 5.0 }, 5],
    ['a number from the text of an input', { type: 'integer' }, 3, { p: '5' }, 5],
    ['a boolean from the text of an input', { type: 'boolean' }, true, { p: 'false' }, false],
    ['a list from the text of an input', { type: 'array' }, [], { p: '["a"]' }, ['a']],
    ['a text that looks like a number', { type: 'string' }, '', { p: '007' }, '007']
  ])('take %s', (_case, schema, fallback, given, value) => {
    expect(resolve(schema, fallback, given)).toEqual({ ok: true, value: { p: value } })
  })

  it.each<[string, JsonObject, JsonObject]>([
    ['nothing, where there is no default', {}, {}],
    ['true for an integer, as Airflow', { type: 'integer' }, { p: true }],
    ['null where only a number may be', { type: 'integer' }, { p: null }],
    ['a text that is no number', { type: 'integer' }, { p: 'x' }],
    ['what enum does not list', { enum: ['a'] }, { p: 'b' }],
    ['less than the minimum', { type: 'integer', minimum: 5 }, { p: 4 }],
    ['an item that does not match', { type: 'array', items: { type: 'string', pattern: '^a' } }, { p: ['ab', 'b'] }]
  ])('refuse %s', (_case, schema, given) => {
    expect(resolve(schema, undefined, given)).toMatchObject({ ok: false, error: [expect.stringMatching(/^param p: /)] })
  })

  it('take names that the file does not define, as Airflow', () => {
    expect(resolve({}, 1, { q: 2 })).toEqual({ ok: true, value: { p: 1, q: 2 } })
  })
})
