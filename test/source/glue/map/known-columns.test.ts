import { describe, expect, it } from '@jest/globals'
import { repeatedJson } from '../../../../src/core/repeated-json.ts'
import { makeTemplates } from '../../../../src/source/glue/map/field-templates.ts'
import { KnownColumns } from '../../../../src/source/glue/map/known-columns.ts'
import { type Column, schemaFields } from '../../../../src/source/glue/map/schema-field.ts'
import { fc } from '../../../properties.ts'

const column: fc.Arbitrary<Column> = fc.record({
  name: fc.constantFrom('id', 'day', 'a.b', '', '__proto__', 'ключ'),
  type: fc.constantFrom('string', 'struct<a:int,b:array<string>>', 'map<string,int>', 'no type(', '', '__proto__'),
  description: fc.constantFrom(undefined, '', 'when', 'what'),
  nullable: fc.boolean()
})

describe('KnownColumns', () => {
  it('gives each column its own fields, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(column, { maxLength: 60 }), (columns) => {
        const known = new KnownColumns(makeTemplates)
        for (const one of columns) {
          const type = known.type(one.type, one.nullable)
          const made = [{ label: JSON.stringify(one) }] as never
          const found = known.fields(type, one)
          if (found === null) known.keep(type, one, made)
          expect(found ?? made).toEqual(made)
        }
      })
    )
  })

  it('keeps a column from the second time on that its name has come, with its text from the first time that it is given out', () => {
    const known = new KnownColumns(makeTemplates)
    const [field] = schemaFields({ name: 'seldom', type: 'string', description: undefined, nullable: true })
    const fields = field === undefined ? [] : [{ ...field }]
    const one = { name: 'seldom', description: undefined }
    const type = known.type('string', true)
    known.keep(type, one, fields)
    expect(known.fields(type, one)).toBeNull()
    known.keep(type, one, fields)
    expect(repeatedJson(fields[0] ?? null)).toBeUndefined()
    expect(known.fields(type, one)).toBe(fields)
    expect(repeatedJson(fields[0] ?? null)).toBe(JSON.stringify(fields[0]))
    expect(known.fields(type, { ...one, description: 'another' })).toBeNull()
    expect(known.fields(known.type('string', false), one)).toBeNull()
  })

  it('forgets everything once it holds 50,000 fields', () => {
    const known = new KnownColumns(makeTemplates)
    const type = known.type('int', true)
    const fields = Array.from({ length: 25_000 }, () => ({}) as never)
    for (const name of ['a', 'a', 'b', 'b']) known.keep(type, { name, description: undefined }, fields)
    expect(known.type('int', true)).not.toBe(type)
  })
})
