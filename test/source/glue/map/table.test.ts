import { describe, expect, it } from '@jest/globals'
import type { WorkUnit } from '../../../../src/model/work-unit.ts'
import { mapTable } from '../../../../src/source/glue/map/table.ts'
import type { GlueTable } from '../../../../src/source/glue/record.ts'
import { glueOptions } from './options.ts'

const COLUMNS = [{ Name: 'a', Type: 'int' }]

function map(table: Omit<GlueTable, 'Name'>, options = glueOptions()) {
  return mapTable({ Name: 't', ...table }, { database: 'db', options })
}

function aspectOf(units: readonly WorkUnit[], name: string): unknown {
  const unit = units.find((it) => it.aspectName === name)
  return unit === undefined ? undefined : JSON.parse(JSON.stringify(unit.aspect))
}

// Where the peer gives up the table (KeyError), what there is of it is shown.
describe('a table that the peer cannot map', () => {
  it('without CatalogId has no ARN', () => {
    const { units, warnings } = map({ StorageDescriptor: { Columns: COLUMNS } })
    expect(aspectOf(units, 'datasetProperties')).toEqual({ name: 't', customProperties: {}, tags: [] })
    expect(units.map((unit) => unit.aspectName)).toContain('schemaMetadata')
    expect(warnings).toEqual([])
  })

  it("without CatalogId is in the recipe's account, if it names one", () => {
    const { units } = map({}, glueOptions({ catalogId: '123456789012' }))
    expect(aspectOf(units, 'datasetProperties')).toMatchObject({
      qualifiedName: 'arn:aws:glue:eu-west-1:123456789012:table/db/t'
    })
  })

  it('without Columns in its storage descriptor shows its partition keys', () => {
    const { units } = map({ StorageDescriptor: { Location: 's3://x' }, PartitionKeys: [{ Name: 'day', Type: 'date' }] })
    expect(aspectOf(units, 'schemaMetadata')).toMatchObject({ fields: [{ fieldPath: '[version=2.0].[type=int].day' }] })
  })

  it('with a column without a type shows it as unknown, as it does partition keys', () => {
    const { units, warnings } = map({ StorageDescriptor: { Columns: [{ Name: 'a' }] } })
    expect(aspectOf(units, 'schemaMetadata')).toMatchObject({ fields: [{ nativeDataType: 'unknown' }] })
    expect(warnings).toEqual([])
  })

  it('with a column without a name leaves it out and warns', () => {
    const { units, warnings } = map({ StorageDescriptor: { Columns: [{ Type: 'int' }, ...COLUMNS] } })
    expect(aspectOf(units, 'schemaMetadata')).toMatchObject({ fields: [{ fieldPath: '[version=2.0].[type=int].a' }] })
    expect(warnings).toMatchObject([{ code: 'column-without-name', resource: 'db.t' }])
  })
})

describe('a view', () => {
  const encoded = (payload: unknown): string => Buffer.from(JSON.stringify(payload)).toString('base64')
  const view = (text: string | undefined, expanded?: string) =>
    map({
      TableType: 'VIRTUAL_VIEW',
      ...(text === undefined ? {} : { ViewOriginalText: text }),
      ...(expanded === undefined ? {} : { ViewExpandedText: expanded })
    })

  it.each([
    ['plain SQL', 'SELECT 1', undefined, 'SELECT 1'],
    ["Athena's envelope", `/* Presto View: ${encoded({ originalSql: 'SELECT é' })} */`, undefined, 'SELECT é'],
    [
      'an envelope that is not closed',
      `/* Presto View: ${encoded({ originalSql: 'SELECT 12' })}`,
      undefined,
      'SELECT 12'
    ],
    ['only an expanded text', '', 'SELECT 2', 'SELECT 2'],
    ['what only looks like an envelope', ' /* Presto View: x */', undefined, ' /* Presto View: x */']
  ])('with %s', (_case, text, expanded, sql) => {
    const { units, warnings } = view(text, expanded)
    expect(aspectOf(units, 'viewProperties')).toEqual({ materialized: false, viewLogic: sql, viewLanguage: 'SQL' })
    expect(aspectOf(units, 'subTypes')).toEqual({ typeNames: ['View'] })
    expect(warnings).toEqual([])
  })

  it.each([
    ['no text', undefined, 'view-without-sql'],
    ['no SQL in its envelope', `/* Presto View: ${encoded({})} */`, 'view-without-sql'],
    ['SQL that is no text', `/* Presto View: ${encoded({ originalSql: 1 })} */`, 'view-without-sql'],
    [
      'a foreign letter behind its end',
      `/* Presto View: ${encoded({ originalSql: 'SELECT 1' })}é */`,
      'view-envelope-unreadable'
    ],
    ['a list in its envelope', `/* Presto View: ${encoded([])} */`, 'view-envelope-unreadable'],
    [
      'an envelope cut off',
      `/* Presto View: ${encoded({ originalSql: 'SELECT 1' }).slice(0, 9)} */`,
      'view-envelope-unreadable'
    ],
    [
      'no JSON in its envelope',
      `/* Presto View: ${Buffer.from('SELECT').toString('base64')} */`,
      'view-envelope-unreadable'
    ]
  ])('with %s has an empty definition, and a warning', (_case, text, code) => {
    const { units, warnings } = view(text)
    expect(aspectOf(units, 'viewProperties')).toMatchObject({ viewLogic: '' })
    expect(warnings).toMatchObject([{ code, resource: 'db.t' }])
  })
})
