import { column, databaseOf, entryOf, storageOf, tableOf } from './table.ts'
import type { CatalogueDatabase } from './types.ts'

const NAMES = [
  'plain',
  'UPPER_CASE',
  'MixedCase',
  'with space',
  ' leading space',
  'with.dot',
  'two..dots',
  '.dot_first',
  'dot_last.',
  'with-dash',
  'with/slash',
  'with\\backslash',
  'with,comma',
  'with(parentheses)',
  'paren)theses(crossed',
  'with%percent',
  'with%2Cencoded',
  "with'quote",
  'with"double quote',
  'with`backtick',
  'with<b>markup</b>',
  'with|pipe|and*stars*',
  'with$dollar$' + '{and}brace',
  'with#hash?and=query&more',
  'with:colon;semicolon',
  'with[brackets]{braces}',
  'with\ttab',
  'with\nnewline',
  'naïve_café_straße',
  'e\u0301_combining',
  '日本語テーブル',
  'таблица',
  'جدول',
  'emoji_🚀_🧑‍🚀',
  'zero\u200bwidth',
  'nbsp\u00a0here',
  '007',
  '1e3',
  'null',
  'None',
  'true',
  '__proto__',
  'constructor',
  'toString',
  'urn:li:dataset:x',
  `long_${'n'.repeat(250)}`
] as const

/** Table names that someone somewhere has: Glue allows any character, although Athena does not. */
export function oddNames(): CatalogueDatabase {
  return entryOf(
    databaseOf('odd_names'),
    NAMES.map((name) => tableOf(name))
  )
}

const COLUMN_NAMES = [
  'UPPER',
  'with space',
  ' lead and trail ',
  'with.dot',
  '`quoted`',
  'half`quoted',
  'with-dash',
  'with,comma',
  '(parentheses)',
  '[version=2.0]',
  '[type=string]',
  'a.b.c',
  "it's",
  'say "hi"',
  'back\\slash',
  'naïve',
  '列',
  'emoji_😀',
  '1st',
  '$dollar',
  '@at',
  '#hash',
  'per%cent',
  'col on',
  'a:b',
  'a<b>',
  'tab\there',
  'type',
  'name',
  'fields',
  '__proto__',
  'constructor',
  '',
  '_',
  `long_${'c'.repeat(1000)}`
] as const

/** Columns with odd names, once of a primitive type and once of a nested one, and columns that occur twice. */
export function oddColumns(): CatalogueDatabase {
  const twice = [
    column('a', 'int'),
    column('a', 'string', 'the same name again'),
    column('A', 'string'),
    column('a', 'int')
  ]
  const comments = [
    '',
    ' ',
    'line one\nline two',
    '<b>bold</b> & "quoted"',
    '日本語 🚀',
    'x'.repeat(5000),
    '| a | table |'
  ]
  return entryOf(databaseOf('odd_columns'), [
    tableOf('primitive', { StorageDescriptor: storageOf(COLUMN_NAMES.map((name) => column(name, 'string'))) }),
    tableOf('nested', {
      StorageDescriptor: storageOf(COLUMN_NAMES.map((name) => column(name, 'struct<a:int,b:array<string>>')))
    }),
    tableOf('partitioned', {
      StorageDescriptor: storageOf([column('value', 'double')]),
      PartitionKeys: COLUMN_NAMES.map((name) => column(name, 'string'))
    }),
    tableOf('twice', { StorageDescriptor: storageOf(twice), PartitionKeys: [column('a', 'string')] }),
    tableOf('twice_nested', {
      StorageDescriptor: storageOf([column('s', 'struct<a:int>'), column('s', 'struct<a:int,b:int>')])
    }),
    tableOf('comments', {
      StorageDescriptor: storageOf(
        comments.map((comment, i) => column(`c${i}`, i % 2 === 0 ? 'int' : 'array<int>', comment))
      )
    }),
    tableOf('no_columns', { StorageDescriptor: storageOf([]) }),
    tableOf('no_columns_but_keys', { StorageDescriptor: storageOf([]), PartitionKeys: [column('day', 'date', 'Day')] }),
    tableOf('wide', {
      StorageDescriptor: storageOf(Array.from({ length: 1200 }, (_, i) => column(`c${i}`, 'string')))
    }),
    tableOf('with_parameters', {
      StorageDescriptor: storageOf([
        { ...column('id', 'int'), Parameters: { 'iceberg.field.id': '1', 'iceberg.field.optional': 'false' } }
      ])
    }),
    tableOf('keys_without_type', { PartitionKeys: [column('day'), column('hour', '')] }),
    tableOf('nested_keys', { PartitionKeys: [column('k', 'struct<a:int>'), column('l', 'array<string>', 'List')] })
  ])
}
