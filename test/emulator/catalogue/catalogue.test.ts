import { describe, expect, it } from '@jest/globals'
import { namedCatalogue } from './named.ts'
import { plainCatalogue } from './plain.ts'
import { catalogueToJson } from './types.ts'

const jsonOf = (name: string, seed = 1): string => JSON.stringify(catalogueToJson(namedCatalogue(name, { seed })))
const tablesOf = (name: string) => namedCatalogue(name, { seed: 1 }).flatMap((entry) => [...entry.tables])

describe('catalogues', () => {
  it.each(['plain', 'realistic', 'odd', 'hostile'])('%s: the same for the same seed', (name) => {
    expect(jsonOf(name)).toBe(jsonOf(name))
  })

  it.each(['plain', 'realistic', 'odd'])('%s: another for another seed', (name) => {
    expect(jsonOf(name, 2)).not.toBe(jsonOf(name, 1))
  })

  it('plain has as many tables and columns as asked for, made while they are walked through', () => {
    const catalogue = plainCatalogue({ tables: 1003, columns: 7, databases: 4 })
    const counts = catalogue.map((entry) => [...entry.tables].length)
    expect([counts.length, counts.reduce((a, b) => a + b, 0)]).toEqual([4, 1003])
    expect(catalogue[0]?.tables).not.toBeInstanceOf(Array)
  })

  it('realistic has hundreds of tables of every kind', () => {
    const tables = tablesOf('realistic')
    const text = tables.map((table) => JSON.stringify(table))
    const having = (part: string): number => text.filter((one) => one.includes(part)).length
    expect(tables.length).toBeGreaterThan(300)
    expect(having('"VIRTUAL_VIEW"')).toBe(24)
    expect(having('/* Presto View: ')).toBe(12)
    expect(having('"table_type":"ICEBERG"')).toBe(18)
    expect(having('"spark.sql.sources.provider":"delta"')).toBe(18)
    expect(having('"TargetTable"')).toBe(4)
    expect(having('array<struct<')).toBeGreaterThan(100)
  })

  it('odd has more than 60 tables, with unique names in each database', () => {
    for (const entry of namedCatalogue('odd', { seed: 1 })) {
      const names = [...entry.tables].map((table) => table.Name)
      expect(new Set(names).size).toBe(names.length)
    }
    expect(tablesOf('odd').length).toBeGreaterThan(60)
  })

  it('are unknown by other names', () => {
    expect(() => namedCatalogue('x', { seed: 1 })).toThrow('no catalogue called x')
  })
})
