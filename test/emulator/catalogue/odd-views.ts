import { column, databaseOf, entryOf, OWNER_ACCOUNT, storageOf, tableOf } from './table.ts'
import type { CatalogueDatabase } from './types.ts'
import { prestoView, sparkView } from './view.ts'

const COLUMNS = [column('id', 'bigint'), column('name', 'string')]
const SELECT = 'SELECT id, name FROM odd_views.base'

/** Views with every kind of text, good and bad. */
export function oddViews(): CatalogueDatabase {
  const text = (ViewOriginalText: string | undefined, ViewExpandedText?: string) => ({
    ViewOriginalText,
    ViewExpandedText
  })
  const encoded = (value: string): string => `/* Presto View: ${Buffer.from(value).toString('base64')} */`
  return entryOf(databaseOf('odd_views'), [
    tableOf('base', { StorageDescriptor: storageOf(COLUMNS) }),
    prestoView('presto', SELECT, COLUMNS),
    prestoView('presto_unicode', "SELECT id, 'naïve 🚀' AS name FROM odd_views.base", COLUMNS),
    prestoView('presto_not_sql', 'this is not SQL at all ((', COLUMNS),
    prestoView('presto_empty_sql', '', COLUMNS),
    sparkView('spark', SELECT, COLUMNS),
    sparkView('spark_unknown_table', 'SELECT x.* FROM nowhere.x AS x', COLUMNS),
    sparkView('no_text', '', COLUMNS, text(undefined)),
    sparkView('empty_text', '', COLUMNS, text('', '')),
    sparkView('only_expanded', '', COLUMNS, text(undefined, SELECT)),
    sparkView('bad_base64', '', COLUMNS, text('/* Presto View: !!!not base64!!! */')),
    sparkView('not_json', '', COLUMNS, text(encoded('not json'))),
    sparkView('no_original_sql', '', COLUMNS, text(encoded('{"catalog": "awsdatacatalog"}'))),
    sparkView('sql_not_text', '', COLUMNS, text(encoded('{"originalSql": 1}'))),
    sparkView('no_end', '', COLUMNS, text('/* Presto View: eyJvcmlnaW5hbFNxbCI6ICJTRUxFQ1QgMSJ9')),
    sparkView('no_columns', SELECT, []),
    sparkView('no_storage', SELECT, COLUMNS, { StorageDescriptor: undefined }),
    tableOf('text_but_table', { ViewOriginalText: SELECT }),
    tableOf('virtual_view_lower', { TableType: 'virtual_view', ViewOriginalText: SELECT })
  ])
}

/** Resource links: to a database, to tables, to nothing, to themselves. */
export function oddLinks(): readonly CatalogueDatabase[] {
  const target = { CatalogId: '444455556666', DatabaseName: 'shared', Name: 'orders' }
  const link = (name: string, TargetTable: object) =>
    tableOf(name, {
      StorageDescriptor: undefined,
      PartitionKeys: undefined,
      Owner: undefined,
      TargetTable: { ...TargetTable }
    })
  return [
    entryOf(databaseOf('odd_links'), [
      tableOf('real'),
      link('to_other_account', target),
      link('to_other_region', { ...target, Region: 'us-east-1' }),
      link('to_own_account', { CatalogId: OWNER_ACCOUNT, DatabaseName: 'odd_links', Name: 'real' }),
      link('to_itself', { CatalogId: OWNER_ACCOUNT, DatabaseName: 'odd_links', Name: 'to_itself' }),
      link('without_name', { CatalogId: '444455556666', DatabaseName: 'shared' }),
      link('empty_target', {})
    ]),
    entryOf(
      databaseOf('odd_link_database', {
        TargetDatabase: { CatalogId: '444455556666', DatabaseName: 'shared' },
        LocationUri: undefined
      }),
      [
        tableOf('orders', { CatalogId: '444455556666', DatabaseName: 'shared' }),
        tableOf('customers', { CatalogId: '444455556666', DatabaseName: 'shared' })
      ]
    )
  ]
}
