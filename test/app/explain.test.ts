// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { app } from '../../src/app/app.ts'
import type { Environment } from '../../src/core/environment.ts'
import { renderExplanation } from '../../src/report/render/text-explain.ts'
import { appErrorOf, identityOptions } from '../aws/support.ts'

const recipe = (...filters: readonly string[]): string =>
  [
    'source:',
    '  type: glue',
    '  config:',
    "    aws_region: '${REGION}'",
    ...filters.map((line) => `    ${line}`),
    ''
  ].join('\n')

const FILES: Readonly<Record<string, string>> = {
  'plain.yml': recipe('{}').replace('    {}\n', ''),
  'filters.yml': recipe(
    'database_pattern:',
    '  allow:',
    "    - '^sales'",
    "    - '${TEAM}_.*'",
    "  deny: ['.*_old$']",
    'table_pattern:',
    "  deny: ['^tmp_', '.*\\._secret']"
  ),
  'lists.yml': recipe("table_pattern: { allow: ['^orders$', '^SALES\\.o'], ignoreCase: false }"),
  'records.yml': recipe('ignore_resource_links: true', "catalog_id: '123456789012'"),
  'wrong.yml': recipe("database_pattern: { allow: ['('] }", 'tabel_pattern: {}'),
  'filters.json': '{"source": {"type": "glue", "config": {"database_pattern": {"deny": ["x"]}}}}'
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'explain-'))
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, file), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function explain(file: string, names: readonly string[], env: Environment = {}) {
  const inputs = { envFile: null, identity: identityOptions(), gmsUrl: null, gmsToken: null }
  return app.explain({ ...inputs, file, names }, env, folder)
}

const told = async (file: string, name: string, env?: Environment): Promise<readonly string[]> =>
  renderExplanation(await explain(file, [name], env))
    .trimEnd()
    .split('\n')

describe('explain', () => {
  it('keeps everything by default', async () => {
    expect(await told('plain.yml', 'db.t')).toEqual([
      'db.t: kept',
      "  database_pattern  'db' matches allow '.*' (the default)",
      "  table_pattern     'db.t' matches allow '.*' (the default)"
    ])
  })

  it.each([
    [
      'sales_eu.orders',
      'sales_eu.orders: kept',
      "  database_pattern  'sales_eu' matches allow '^sales' (filters.yml:7:11)",
      "  table_pattern     'sales_eu.orders' matches allow '.*' (the default)"
    ],
    [
      'hr_x',
      'hr_x: kept',
      // What variables hold is not shown.
      "  database_pattern  'hr_x' matches allow '${TEAM}_.*' (filters.yml:8:11)"
    ],
    [
      'sales_old.orders',
      'sales_old.orders: dropped by database_pattern',
      "  database_pattern  'sales_old' matches deny '.*_old$' (filters.yml:9:14)"
    ],
    [
      'finance',
      'finance: dropped by database_pattern',
      "  database_pattern  'finance' matches no pattern of allow (filters.yml:6:7)"
    ],
    [
      'SALES._secret',
      'SALES._secret: dropped by table_pattern',
      "  database_pattern  'SALES' matches allow '^sales' (filters.yml:7:11)",
      "  table_pattern     'SALES._secret' matches deny '.*\\._secret' (filters.yml:11:23)"
    ],
    [
      'sales.tmp_1',
      'sales.tmp_1: kept',
      "  database_pattern  'sales' matches allow '^sales' (filters.yml:7:11)",
      "  table_pattern     'sales.tmp_1' matches allow '.*' (the default)",
      "  note: deny '^tmp_' would leave out 'tmp_1', but patterns are matched from the start of 'sales.tmp_1': begin it with the database, such as .*\\."
    ]
  ])('tells of %s which pattern decided, and where it is', async (name, ...lines) => {
    expect(await told('filters.yml', name, { TEAM: 'hr' })).toEqual(lines)
  })

  it('tells of an allow that leaves out the database', async () => {
    expect((await told('lists.yml', 'sales.orders')).slice(2)).toEqual([
      "  table_pattern     'sales.orders' matches no pattern of allow (lists.yml:5:20)",
      "  note: allow '^orders$' would let in 'orders', but patterns are matched from the start of 'sales.orders': begin it with the database, such as .*\\."
    ])
    expect((await told('lists.yml', 'SALES.orders')).slice(2)).toEqual([
      "  table_pattern     'SALES.orders' matches allow '^SALES\\.o' (lists.yml:5:42)"
    ])
  })

  it('tells what a name alone does not say', async () => {
    expect((await told('records.yml', 'db')).slice(2)).toEqual([
      '  note: ignore_resource_links: it is left out nevertheless if it is a resource link',
      '  note: catalog_id: it is left out nevertheless if its database belongs to another account than 123456789012'
    ])
  })

  it('gives the same as data, in the order of the names', async () => {
    expect(await explain('filters.json', ['y.z', 'x'])).toEqual({
      file: 'filters.json',
      names: [
        {
          name: 'y.z',
          kind: 'table',
          droppedBy: null,
          filters: [
            { filter: 'database_pattern', matched: 'y', allowed: true, list: 'allow', pattern: '.*', place: null },
            { filter: 'table_pattern', matched: 'y.z', allowed: true, list: 'allow', pattern: '.*', place: null }
          ],
          notes: []
        },
        {
          name: 'x',
          kind: 'database',
          droppedBy: 'database_pattern',
          filters: [
            {
              filter: 'database_pattern',
              matched: 'x',
              allowed: false,
              list: 'deny',
              pattern: 'x',
              place: { line: 1, column: 70 }
            }
          ],
          notes: []
        }
      ]
    })
  })

  it('does not guess what a variable will hold', async () => {
    const error = await appErrorOf(() => explain('filters.yml', ['sales']))
    expect(error).toMatchObject({ kind: 'input', code: 'missing-variable' })
    expect(error.message).toBe(
      "filters.yml:8:11 database_pattern depends on '${TEAM}_.*', whose value is not known here"
    )
  })

  it('tells all that is wrong with a recipe that is', async () => {
    const error = await appErrorOf(() => explain('wrong.yml', ['sales']))
    expect(error).toMatchObject({ kind: 'input', code: 'invalid-recipe' })
    expect(error.cure?.split('\n').map((line) => line.split(': ')[0])).toEqual([
      'wrong.yml:5:33 error bad-pattern',
      'wrong.yml:6:5 error unknown-key'
    ])
    expect(await appErrorOf(() => explain('gone.yml', ['sales']))).toMatchObject({ code: 'file-not-readable' })
  })

  it('shows nothing of a name that a terminal would obey', async () => {
    expect((await told('plain.yml', 'db.\u001b[31m')).join('\n')).not.toContain('\u001b')
  })
})
