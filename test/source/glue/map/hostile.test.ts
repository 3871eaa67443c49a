import { describe, expect, it } from '@jest/globals'
import type { WorkUnit } from '../../../../src/model/work-unit.ts'
import type { TableFacts } from '../../../../src/source/glue/facts.ts'
import { mapDatabase } from '../../../../src/source/glue/map/container.ts'
import { mapTable } from '../../../../src/source/glue/map/table.ts'
import { validateAspect } from '../../../emulator/gms/aspect-validation.ts'
import { fc } from '../../../properties.ts'
import { runs } from '../../../runs.ts'
import { glueOptions } from './options.ts'

const DOMAINS = [
  { domain: 'sales', pattern: { allows: () => true, decidedBy: () => ({ allowed: true, pattern: null, index: null }) } }
]

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
const location = fc.oneof(
  text,
  text.map((path) => `s3://${path}`),
  text.map((path) => `s3a://bucket/${path}`)
)
const storage = fc.record(
  {
    Columns: columns,
    Location: orAnything(location),
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
/** The type of a Delta column as Spark writes it, or what looks like one. */
const deltaType = fc.letrec<{ type: unknown }>((tie) => ({
  type: fc.oneof(
    { depthSize: 'small' },
    orAnything(fc.constantFrom('string', 'long', 'decimal(10,2)', '')),
    fc.record({ type: fc.constant('array'), elementType: tie('type') }, { requiredKeys: ['type'] }),
    fc.record({ type: fc.constant('map'), valueType: tie('type') }, { requiredKeys: ['type'] }),
    fc.record(
      {
        type: fc.constant('struct'),
        fields: orAnything(fc.array(fc.record({ name: orAnything(text), type: tie('type') })))
      },
      { requiredKeys: ['type'] }
    )
  )
})).type
const deltaField = fc.record(
  { name: orAnything(text), type: deltaType, nullable: orAnything(fc.boolean()), description: orAnything(text) },
  { requiredKeys: [] }
)
const deltaText = fc
  .record({ fields: orAnything(fc.array(orAnything(deltaField))) }, { requiredKeys: [] })
  .map((schema) => jsonOf(schema))
const deltaParameters = fc.record(
  {
    'spark.sql.sources.provider': fc.constant('delta'),
    'spark.sql.sources.schema.numParts': fc.oneof(
      fc.constant('1'),
      text,
      fc.constantFrom('-1', ' 1 ', '9'.repeat(30), '1e3')
    ),
    'spark.sql.sources.schema.part.0': fc.oneof(deltaText, text)
  },
  { requiredKeys: ['spark.sql.sources.provider'] }
)
const deltaStorage = fc.constant({ Columns: [{ Name: 'col', Type: 'array<string>' }] })
const iceberg = fc.constant({ table_type: 'ICEBERG' })
const target = fc.record(
  { CatalogId: orAnything(text), DatabaseName: orAnything(text), Name: orAnything(text) },
  { requiredKeys: [] }
)
const members = {
  CatalogId: orAnything(text),
  TargetTable: orAnything(target),
  Description: orAnything(text),
  Owner: orAnything(text),
  CreateTime: orAnything(fc.date({ noInvalidDate: false })),
  UpdateTime: orAnything(fc.date({ noInvalidDate: false })),
  TableType: orAnything(fc.constantFrom('VIRTUAL_VIEW', 'EXTERNAL_TABLE')),
  Parameters: orAnything(fc.oneof(texts, deltaParameters, iceberg)),
  PartitionKeys: columns,
  StorageDescriptor: orAnything(fc.oneof(storage, deltaStorage)),
  ViewOriginalText: orAnything(fc.oneof(text, presto)),
  ViewExpandedText: orAnything(text),
  LocationUri: orAnything(text)
}
const record = fc.record({ Name: text, ...members }, { requiredKeys: ['Name'] })

/** What DataHub may hold of another entity. */
const held = fc.oneof(
  fc.constant(null),
  fc.record(
    { fields: orAnything(fc.array(orAnything(fc.record({ fieldPath: orAnything(text) })))) },
    { requiredKeys: [] }
  )
)
const facts = fc.record({ ownerSchema: fc.constant(null), storageSchema: held }, { requiredKeys: [] })

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined'
  } catch {
    // Not everything is JSON.
    return '{"fields": [}'
  }
}

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
  expect(units.flatMap(refusalsOf)).toEqual([])
}

/** What GMS would say against it. */
const refusalsOf = ({ urn, aspectName, aspect }: WorkUnit): readonly string[] =>
  validateAspect(aspectName, JSON.parse(JSON.stringify(aspect))).map((finding) => `${urn} ${finding}`)

describe('mapping a record that is nothing like what AWS promises', () => {
  const options = fc.constantFrom(
    glueOptions(),
    glueOptions({ platformInstance: 'pi', catalogId: '123456789012', platform: 'athena' }),
    glueOptions({ deltaSchema: true, columnParameters: true, storageLineage: 'upstream', domains: DOMAINS }),
    glueOptions({
      deltaSchema: true,
      storageLineage: 'upstream',
      columnLineage: false,
      catalogInstances: { 'arn:aws:glue:eu-west-1:': { platformInstance: 'owner', env: null } }
    }),
    glueOptions({ columnParameters: true, storageLineage: 'downstream', domains: DOMAINS, platformInstance: '' })
  )

  it('never throws for a table, and makes JSON of it', () => {
    fc.assert(
      fc.property(record, text, options, facts, (table, database, given, found) => {
        // What came over the wire claims to be a table, and what DataHub holds a schema.
        const setting = { database, options: given, facts: found as TableFacts }
        const { urn, units, warnings } = mapTable(table as Parameters<typeof mapTable>[0], setting)
        expectWellFormed(units)
        const own = units.filter((unit) => unit.urn === urn)
        const aspects = own.map((unit) => unit.aspectName).filter((name) => name !== 'operation')
        expect(new Set(aspects).size).toBe(aspects.length)
        expect(own.map((unit) => unit.aspectName)).toEqual(
          expect.arrayContaining(['status', 'datasetProperties', 'dataPlatformInstance', 'subTypes', 'container'])
        )
        expect(
          warnings.every((warning) => warning.code !== '' && warning.resource === `${database}.${table.Name}`)
        ).toBe(true)
      }),
      { numRuns: runs(400, 1500) }
    )
  })

  it('never throws for a database, and makes JSON of it', () => {
    fc.assert(
      fc.property(record, options, (database, given) => {
        const units = mapDatabase(database as Parameters<typeof mapDatabase>[0], given)
        expectWellFormed(units)
        expect(new Set(units.map((unit) => unit.urn)).size).toBe(1)
        expect(units).toHaveLength(given.domains.length > 0 ? 5 : 4)
      }),
      { numRuns: runs(100, 300) }
    )
  })
})
