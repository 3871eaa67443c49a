import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { WorkUnit } from '../../../../src/model/work-unit.ts'
import { mapDatabase } from '../../../../src/source/glue/map/container.ts'
import { mapTable } from '../../../../src/source/glue/map/table.ts'
import { glueOptions } from './options.ts'

const anything = fc.anything({ withDate: true, withNullPrototype: true, withBigInt: true, withSparseArray: true })
const text = fc.string({ unit: 'binary' })
const type = fc.oneof(
  text,
  fc
    .array(
      fc.constantFrom(
        'struct<',
        'array<',
        'map<',
        'uniontype<',
        '>',
        ',',
        ':',
        'a',
        'int',
        'decimal(1,0)',
        '(',
        ')',
        '`'
      )
    )
    .map((tokens) => tokens.join(''))
)
const orAnything = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 3, arbitrary }, { weight: 1, arbitrary: anything })

const texts = fc.dictionary(text, orAnything(text))
const column = fc.record(
  { Name: orAnything(text), Type: orAnything(type), Comment: orAnything(text), Parameters: orAnything(texts) },
  { requiredKeys: [] }
)
const columns = orAnything(fc.array(orAnything(column)))
const storage = fc.record(
  {
    Columns: columns,
    Location: orAnything(text),
    Compressed: orAnything(fc.boolean()),
    NumberOfBuckets: orAnything(fc.double()),
    SerdeInfo: orAnything(fc.record({ Name: orAnything(text), Parameters: orAnything(texts) })),
    SortColumns: orAnything(fc.array(orAnything(fc.record({ Column: text, SortOrder: fc.nat() })))),
    SkewedInfo: anything,
    SchemaReference: anything,
    Parameters: orAnything(texts)
  },
  { requiredKeys: [] }
)
const presto = text.map((sql) => `/* Presto View: ${Buffer.from(sql).toString('base64')} */`)
const members = {
  CatalogId: orAnything(text),
  Description: orAnything(text),
  Owner: orAnything(text),
  CreateTime: orAnything(fc.date({ noInvalidDate: false })),
  UpdateTime: orAnything(fc.date({ noInvalidDate: false })),
  TableType: orAnything(fc.constantFrom('VIRTUAL_VIEW', 'EXTERNAL_TABLE')),
  Parameters: orAnything(texts),
  PartitionKeys: columns,
  StorageDescriptor: orAnything(storage),
  ViewOriginalText: orAnything(fc.oneof(text, presto)),
  ViewExpandedText: orAnything(text),
  LocationUri: orAnything(text)
}
const record = fc.record({ Name: text, ...members }, { requiredKeys: ['Name'] })

/** Where a value holds what JSON cannot; undefined members are not written. */
function notJson(value: unknown, path = ''): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return []
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`]
  if (Array.isArray(value)) return value.flatMap((item, index) => notJson(item, `${path}[${index}]`))
  if (typeof value !== 'object' || value instanceof Date) return [`${path}: ${typeof value}`]
  return Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : notJson(member, `${path}.${key}`)
  )
}

/** Custom properties are texts, whatever stood in their place. */
function notTexts(units: readonly WorkUnit[]): unknown[] {
  const properties = units.map((unit) => ('customProperties' in unit.aspect ? unit.aspect.customProperties : {}))
  return properties.flatMap((all) => Object.values(all ?? {})).filter((value) => typeof value !== 'string')
}

function expectWellFormed(units: readonly WorkUnit[]): void {
  expect(units.flatMap((unit) => notJson(unit.aspect, unit.aspectName))).toEqual([])
  expect(notTexts(units)).toEqual([])
  expect(new Set(units.map((unit) => unit.urn)).size).toBe(1)
}

describe('mapping a record that is nothing like what AWS promises', () => {
  const options = fc.constantFrom(
    glueOptions(),
    glueOptions({ platformInstance: 'pi', catalogId: '123456789012', platform: 'athena' })
  )

  it('never throws for a table, and makes JSON of it', () => {
    fc.assert(
      fc.property(record, text, options, (table, database, given) => {
        // What came over the wire claims to be a table.
        const { units, warnings } = mapTable(table as Parameters<typeof mapTable>[0], { database, options: given })
        expectWellFormed(units)
        expect(units.map((unit) => unit.aspectName)).toEqual(
          expect.arrayContaining(['status', 'datasetProperties', 'dataPlatformInstance', 'subTypes', 'container'])
        )
        expect(
          warnings.every((warning) => warning.code !== '' && warning.resource === `${database}.${table.Name}`)
        ).toBe(true)
      }),
      { numRuns: 1500 }
    )
  })

  it('never throws for a database, and makes JSON of it', () => {
    fc.assert(
      fc.property(record, options, (database, given) => {
        const units = mapDatabase(database as Parameters<typeof mapDatabase>[0], given)
        expectWellFormed(units)
        expect(units).toHaveLength(4)
      }),
      { numRuns: 300 }
    )
  })
})
