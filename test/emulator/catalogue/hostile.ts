import { column, databaseOf, entryOf, storageOf, tableOf } from './table.ts'
import type { Catalogue, CatalogueDatabase, TableJson } from './types.ts'

/**
 * Records that break contracts of AWS or DataHub: missing names and types, members of the wrong type, urns that GMS
 * refuses. Not for comparing with the peer, whose run some of them end; a robust program reports them and goes on.
 */
export function hostileCatalogue(): Catalogue {
  return [brokenColumns(), brokenTables(), refusedUrns(), { database: databaseOf(''), tables: [] }, good()]
}

function brokenColumns(): CatalogueDatabase {
  const withColumns = (name: string, Columns: unknown): TableJson =>
    tableOf(name, { StorageDescriptor: { ...storageOf([]), Columns: JSON.parse(JSON.stringify(Columns ?? null)) } })
  const { Columns: _columns, ...withoutColumns } = storageOf([])
  return entryOf(databaseOf('hostile_columns'), [
    withColumns('column_without_type', [{ Name: 'a' }, column('b', 'int')]),
    withColumns('column_without_name', [{ Type: 'int' }]),
    withColumns('column_null', [null]),
    withColumns('column_text', ['a int']),
    withColumns('column_type_number', [{ Name: 'a', Type: 7 }]),
    withColumns('columns_null', null),
    withColumns('columns_object', { a: 'int' }),
    tableOf('columns_missing', { StorageDescriptor: withoutColumns }),
    withColumns('endless_nesting', [column('a', `${'array<'.repeat(3000)}int${'>'.repeat(3000)}`)]),
    withColumns('unbalanced_nesting', [column('a', 'struct<a:'.repeat(3000))])
  ])
}

function brokenTables(): CatalogueDatabase {
  return entryOf(databaseOf('hostile_tables'), [
    tableOf('', {}),
    tableOf('no_database_name', { DatabaseName: undefined }),
    tableOf('other_database_name', { DatabaseName: 'somewhere_else' }),
    tableOf('parameters_with_null', { Parameters: { a: null, b: 'x' } }),
    tableOf('parameters_with_number', { Parameters: { a: 1, b: true, c: { d: 1 } } }),
    tableOf('parameters_list', { Parameters: ['a'] }),
    tableOf('time_text', { CreateTime: 'yesterday' }),
    tableOf('time_negative', { CreateTime: -1 }),
    tableOf('time_far', { CreateTime: 253_402_300_800_000 }),
    tableOf('lone_surrogate', { Description: 'x\ud800y' }),
    tableOf('nul', { Description: 'x\u0000y' }),
    tableOf('storage_list', { StorageDescriptor: [] }),
    tableOf('keys_null', { PartitionKeys: [null] }),
    tableOf('description_number', { Description: 5 }),
    tableOf('huge_parameter', { Parameters: { huge: 'x'.repeat(17_000_000) } })
  ])
}

function refusedUrns(): CatalogueDatabase {
  return entryOf(databaseOf('hostile_urns'), [
    tableOf(`too_long_${'é'.repeat(240)}`),
    tableOf('separator_␟_inside'),
    tableOf('twice'),
    tableOf('twice', { Description: 'the same name again' })
  ])
}

function good(): CatalogueDatabase {
  return entryOf(
    databaseOf('hostile_neighbours'),
    Array.from({ length: 20 }, (_, i) => tableOf(`fine_${i}`))
  )
}
