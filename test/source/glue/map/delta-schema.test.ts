import { describe, expect, it } from '@jest/globals'
import { mapTable } from '../../../../src/source/glue/map/table.ts'
import type { GlueTable } from '../../../../src/source/glue/record.ts'
import { glueOptions } from './options.ts'

const SCHEMA = JSON.stringify({ type: 'struct', fields: [{ name: 'id', type: 'long', nullable: false }] })

const delta = (numParts: string | undefined, more: Partial<GlueTable> = {}): GlueTable & { readonly Name: string } => ({
  Name: 't',
  CatalogId: '123456789012',
  StorageDescriptor: { Columns: [{ Name: 'col', Type: 'array<string>' }] },
  Parameters: {
    'spark.sql.sources.provider': 'delta',
    'spark.sql.sources.schema.part.0': SCHEMA,
    ...(numParts === undefined ? {} : { 'spark.sql.sources.schema.numParts': numParts })
  },
  ...more
})

/** The paths of the fields, null without a schema, and what was warned about. */
function shown(table: GlueTable & { readonly Name: string }, deltaSchema = true) {
  const { schema, warnings } = mapTable(table, { database: 'db', options: glueOptions({ deltaSchema }) })
  return { paths: schema?.fields.map(({ fieldPath }) => fieldPath) ?? null, warnings: warnings.map(({ code }) => code) }
}

const OF_SPARK = { paths: ['[version=2.0].[type=long].id'], warnings: [] }
const OF_GLUE = { paths: ['[version=2.0].[type=struct].[type=array].[type=string].col'], warnings: [] }
const UNREADABLE = { paths: null, warnings: ['delta-schema-unreadable'] }

describe('The schema of a Delta table', () => {
  it.each([
    ['1', OF_SPARK],
    [' +1 ', OF_SPARK],
    ['\u0661', OF_SPARK],
    ['0_1', OF_SPARK],
    ['0', OF_GLUE],
    ['-1', OF_GLUE],
    [undefined, OF_GLUE],
    ['2', UNREADABLE],
    ['9'.repeat(30), UNREADABLE],
    ['9'.repeat(5000), UNREADABLE],
    // The peer's run ends at these.
    ['', UNREADABLE],
    ['one', UNREADABLE],
    ['1.0', UNREADABLE],
    ['1__0', UNREADABLE],
    ['0x1', UNREADABLE]
  ])('is in the parameters where %j parts are said to be there', (numParts, expected) => {
    expect(shown(delta(numParts))).toEqual(expected)
  })

  it('is Glue’s where the recipe does not want Spark’s, or Glue has columns', () => {
    expect(shown(delta('1'), false)).toEqual(OF_GLUE)
    expect(shown(delta('x'), false)).toEqual(OF_GLUE)
    const columns = { Columns: [{ Name: 'own', Type: 'int' }] }
    expect(shown(delta('x', { StorageDescriptor: columns })).paths).toEqual(['[version=2.0].[type=int].own'])
  })

  it('is unreadable when it is nested deeper than any schema', () => {
    const depth = 20_000
    const type = `${'{"type":"array","elementType":'.repeat(depth)}"int"${'}'.repeat(depth)}`
    const Parameters = {
      'spark.sql.sources.provider': 'delta',
      'spark.sql.sources.schema.numParts': '1',
      'spark.sql.sources.schema.part.0': `{"fields":[{"name":"a","type":${type}}]}`
    }
    expect(shown(delta('1', { Parameters }))).toEqual(UNREADABLE)
  })
})
