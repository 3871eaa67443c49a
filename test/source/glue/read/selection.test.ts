import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { databaseVerdict, kindOf, tableVerdict, type Verdict } from '../../../../src/source/glue/read/selection.ts'
import { everything, only } from '../../../aws/support.ts'

/** What glue_selection.py of acryl-datahub 1.7.0.17 said. Its patterns are anchored lists of names. */
type Case =
  | {
      readonly kind: 'database'
      readonly databases: readonly string[]
      readonly catalogId: string | null
      readonly ignoreResourceLinks: boolean
      readonly name: string
      readonly owner: string | null
      readonly link: boolean
      readonly excludedBy: string | null
    }
  | {
      readonly kind: 'table'
      readonly databases: readonly string[]
      readonly tables: readonly string[]
      readonly ignoreResourceLinks: boolean
      readonly database: string
      readonly name: string
      readonly link: boolean
      readonly excludedBy: string | null
    }

const file = join(import.meta.dirname, '../../../testdata/glue/selection.json')
const cases: readonly Case[] = JSON.parse(readFileSync(file, 'utf8'))

function verdictOf(given: Case): Verdict {
  const { databases, ignoreResourceLinks, name, link } = given
  const options = {
    catalogId: null,
    databasePattern: only(...databases),
    tablePattern: everything,
    ignoreResourceLinks
  }
  const target = { CatalogId: '444455556666', DatabaseName: 'theirs' }
  if (given.kind === 'database') {
    const owner = given.owner === null ? {} : { CatalogId: given.owner }
    const record = { Name: name, ...owner, ...(link ? { TargetDatabase: target } : {}) }
    return databaseVerdict({ ...options, catalogId: given.catalogId }, record, name)
  }
  const record = { Name: name, ...(link ? { TargetTable: target } : {}) }
  return tableVerdict({ ...options, tablePattern: only(...given.tables) }, record, given.database, name)
}

describe('selection', () => {
  it('keeps out what the peer keeps out, by the same rule', () => {
    expect(cases.length).toBeGreaterThan(300)
    for (const given of cases) {
      const expected = given.excludedBy === null ? 'keep' : { rule: given.excludedBy }
      expect([given, verdictOf(given)]).toEqual([given, expected])
    }
  })

  it.each([
    ['VIRTUAL_VIEW', 'view'],
    ['virtual_view', 'table'],
    ['MATERIALIZED_VIEW', 'table'],
    ['EXTERNAL_TABLE', 'table'],
    [undefined, 'table']
  ])('takes %s for a %s', (TableType, kind) => {
    expect(kindOf(TableType === undefined ? {} : { TableType })).toBe(kind)
  })
})
