import { describe, expect, it } from '@jest/globals'
import { schemaFields } from '../../../../src/source/glue/map/schema-field.ts'

const fieldsOf = (type: string, name = 'c') => schemaFields({ name, type, description: undefined, nullable: true })
const pathsOf = (type: string, name = 'c'): string[] => fieldsOf(type, name).map((field) => field.fieldPath)
const isUnknown = (type: string): boolean => {
  const [field, ...more] = fieldsOf(type)
  return more.length === 0 && field?.fieldPath === 'c' && field.nullable === false && field.nativeDataType === type
}

const V = '[version=2.0]'
const S = `${V}.[type=struct]`

describe('the fields of a column', () => {
  it.each([
    ['int', [`${V}.[type=int].c`]],
    ['array<int>', [`${S}.[type=array].[type=int].c`]],
    ['map<string,array<date>>', [`${S}.[type=map].[type=array].[type=int].c`]],
    [
      'struct<a:int,b:struct<c:date>>',
      [
        `${S}.[type=struct].c`,
        `${S}.[type=struct].c.[type=int].a`,
        `${S}.[type=struct].c.[type=struct].b`,
        `${S}.[type=struct].c.[type=struct].b.[type=int].c`
      ]
    ],
    [
      'uniontype<int,struct<a:int>,struct<b:int>>',
      [
        `${S}.[type=union].c`,
        `${S}.[type=union].[type=int].c`,
        `${S}.[type=union].[type=struct0].c`,
        `${S}.[type=union].[type=struct0].c.[type=int].a`,
        `${S}.[type=union].[type=struct1].c`,
        `${S}.[type=union].[type=struct1].c.[type=int].b`
      ]
    ],
    ['uniontype<foo,int>', [`${S}.[type=int].c`]],
    // Without a letter of "struct" in front, the peer takes a structure for none and puts the name where it can.
    [' struct<a:int>', [`${V}.[type=struct].[type=int].a.c`]],
    ['a:int,b:int', [`${V}.[type=struct].[type=int].a.c`, `${V}.[type=struct].[type=int].b`]]
  ])('%s', (type, paths) => {
    expect(pathsOf(type)).toEqual(paths)
  })

  it.each([
    ['array<int', 'c'],
    ['struct<>', 'c'],
    ['struct<a>', 'c'],
    ['struct<a:int,>', 'c'],
    ['struct<`a:int>', 'c'],
    ['struct<``:int>', 'c'],
    ['map<int>', 'c'],
    ['uniontype<int,tinyint>', 'c'],
    ['uniontype<uniontype<int>>', 'c'],
    ['array<a:b:c>', 'c'],
    ['a:b:c', 'c.c'],
    ['x)y:z', 'c.c']
  ])('%s cannot be parsed, and is a field of unknown type', (type, path) => {
    expect(fieldsOf(type)).toMatchObject([
      { fieldPath: path, nullable: false, nativeDataType: type, type: { type: { 'com.linkedin.schema.NullType': {} } } }
    ])
  })

  it.each([
    ['a.b', `${V}.[type=int].a.b`, `${S}.[type=array].[type=int].b`],
    ['__struct_1', `${V}.[type=int].__struct_1`, `${S}.[type=array].[type=int].struct`],
    ['__structn_1_x', `${V}.[type=int].__structn_1_x`, `${S}.[type=array].[type=int].struct1`],
    ['', `${V}.[type=int].`, '']
  ])('the name %j in a path', (name, primitive, nested) => {
    expect(pathsOf('int', name)).toEqual([primitive])
    expect(pathsOf('array<int>', name)).toEqual([nested])
  })

  it('describes the column itself and no member of it', () => {
    const fields = schemaFields({ name: 'c', type: 'struct<a:int>', description: 'd', nullable: true })
    expect(fields.map((field) => field.description)).toEqual(['d', undefined])
    expect(schemaFields({ name: 'c', type: 'int', description: '', nullable: true })[0]?.description).toBeUndefined()
  })

  it('lets structures of partition keys not be null, and primitives always', () => {
    const nullable = (type: string): boolean[] =>
      schemaFields({ name: 'c', type, description: undefined, nullable: false }).map((field) => field.nullable)
    expect(nullable('struct<a:int,b:array<int>>')).toEqual([false, true, false])
    expect(nullable('uniontype<array<int>,int>')).toEqual([true, true, true])
  })

  it('names a struct that is the key of a map the same in every run, as the peer forms such names', () => {
    const [field] = fieldsOf('map<struct<a:int>,int>')
    expect(field?.jsonProps).toMatch(/"name": "__struct_[0-9a-f]{32}"/)
    expect(fieldsOf('map<struct<a:int>,int>')).toEqual([field])
  })

  // Measured with `datahub ingest`: beyond, Python's recursion limit makes the peer give up.
  it.each([
    ['arrays', (depth: number) => `${'array<'.repeat(depth)}int${'>'.repeat(depth)}`, 317],
    ['maps', (depth: number) => `${'map<string,'.repeat(depth)}int${'>'.repeat(depth)}`, 317],
    ['structs', (depth: number) => `${'struct<a:'.repeat(depth)}int${'>'.repeat(depth)}`, 158],
    ['arrays of structs', (depth: number) => `${'array<struct<a:'.repeat(depth)}int${'>>'.repeat(depth)}`, 105],
    ['unions of arrays', (depth: number) => `${'uniontype<array<'.repeat(depth)}int${'>>'.repeat(depth)}`, 158]
  ])('goes as deep into %s as the peer', (_kind, nested, depth) => {
    expect(isUnknown(nested(depth))).toBe(false)
    expect(isUnknown(nested(depth + 1))).toBe(true)
    expect(isUnknown(nested(5000))).toBe(true)
  })

  it('reads types of any length in time that grows with it', () => {
    const wide = `struct<${Array.from({ length: 5000 }, (_, i) => `f${i}:array<int>`).join(',')}>`
    expect(fieldsOf(wide)).toHaveLength(5001)
    expect(isUnknown(`struct<${'a'.repeat(100_000)}`)).toBe(true)
    expect(fieldsOf(`${' '.repeat(100_000)}int`)).toHaveLength(1)
  })
})
