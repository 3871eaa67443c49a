import { describe, expect, it } from '@jest/globals'
import { asciiJson, type JsonObject } from '../../src/core/json.ts'
import { repeated } from '../../src/core/repeated-json.ts'
import { aspectJson } from '../../src/process/aspect-json.ts'
import { fc } from '../properties.ts'

/** Some are in many aspects, and others in this one alone. */
const value = fc
  .tuple(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }), fc.boolean())
  .map(([members, isRepeated]) => (isRepeated ? repeated(members as JsonObject) : (members as JsonObject)))

const members = fc.dictionary(fc.constantFrom('schemaName', 'hash', 'ünïcode', 'fields'), fc.jsonValue())

describe('aspectJson', () => {
  it('is what JSON.stringify makes, in ASCII', () => {
    const schema = fc
      .tuple(members, fc.array(value, { maxLength: 6 }), members)
      .map(([before, fields, after]) => ({ ...before, fields, ...after }) as JsonObject)
    fc.assert(
      fc.property(fc.constantFrom('schemaMetadata', 'status'), fc.oneof(schema, value), (aspectName, aspect) => {
        expect(aspectJson({ aspectName, aspect })).toBe(asciiJson(aspect))
      }),
      { numRuns: 500 }
    )
  })

  it('is the list of a PATCH', () => {
    const aspect = [{ op: 'add', path: '/fields', value: [] }]
    expect(aspectJson({ aspectName: 'schemaMetadata', aspect })).toBe(asciiJson(aspect))
  })
})
