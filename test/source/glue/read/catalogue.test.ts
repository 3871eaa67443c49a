import {
  GetDatabasesCommand,
  type GetDatabasesCommandOutput,
  type GetTablesCommand,
  type GetTablesCommandOutput
} from '@aws-sdk/client-glue'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Event } from '../../../../src/model/event.ts'
import { ReportFold } from '../../../../src/report/fold.ts'
import { type CatalogueEntry, readCatalogue } from '../../../../src/source/glue/read/catalogue.ts'
import type { GlueClientLike } from '../../../../src/source/glue/read/client.ts'
import type { ReadRequest } from '../../../../src/source/glue/read/databases.ts'
import {
  type AwsSide,
  type AwsSideOptions,
  appErrorOf,
  awsOptions,
  glueOptions,
  identityOptions,
  only,
  open,
  startAwsSide
} from '../../../aws/support.ts'
import { plainCatalogue } from '../../../emulator/catalogue/plain.ts'
import type { Catalogue, TableJson } from '../../../emulator/catalogue/types.ts'
import { defaultRole, ROLE_ARN } from '../../../emulator/stand-ins.ts'

const SHARED = { CatalogId: '444455556666', DatabaseName: 'theirs' }

const table = (Name: string, DatabaseName: string, more: object = {}): TableJson => ({
  Name,
  DatabaseName,
  CatalogId: '111122223333',
  ...more
})

/** Two ordinary databases, an empty one, and every kind of link. */
const SMALL: Catalogue = [
  {
    database: { Name: 'sales', CatalogId: '111122223333' },
    tables: [
      table('orders', 'sales'),
      table('recent', 'sales', { TableType: 'VIRTUAL_VIEW' }),
      table('linked', 'sales', { TargetTable: { ...SHARED, Name: 'linked' } })
    ]
  },
  { database: { Name: 'empty', CatalogId: '111122223333' }, tables: [] },
  { database: { Name: 'shared', CatalogId: '111122223333', TargetDatabase: SHARED }, tables: [table('x', 'theirs')] },
  { database: { Name: 'foreign', CatalogId: '777788889999' }, tables: [table('y', 'foreign')] },
  { database: { Name: 'not_a_link', TargetDatabase: {} }, tables: [table('z', 'not_a_link', { TargetTable: null })] }
]

let side: AwsSide

afterEach(async () => {
  await side.close()
})

interface Read {
  readonly entries: CatalogueEntry[]
  readonly events: Event[]
  /** What came, as `+database` and `database.table`. */
  readonly names: string[]
}

/** Reads all of a catalogue through a session as on a runner. */
async function read(options: AwsSideOptions, changes: Partial<ReadRequest> = {}, retries = 5): Promise<Read> {
  side = await startAwsSide(options)
  const given = glueOptions({ aws: awsOptions({ retries }) })
  const { session } = await open(side, { options: given })
  const events: Event[] = []
  const entries: CatalogueEntry[] = []
  const request: ReadRequest = {
    client: session.glueClient(),
    options: given,
    where: session.identity,
    emit: (event) => events.push(event),
    signal: new AbortController().signal,
    ...changes
  }
  for await (const entry of readCatalogue(request)) entries.push(entry)
  const names = entries.flatMap((entry) =>
    entry.kind === 'database' ? [`+${entry.database.Name}`] : entry.tables.map((it) => `${it.DatabaseName}.${it.Name}`)
  )
  return { entries, events, names }
}

const ofType = <T extends Event['type']>(events: readonly Event[], type: T) =>
  events.filter((event): event is Extract<Event, { type: T }> => event.type === type)

const listings = (events: readonly Event[]) =>
  Object.fromEntries(
    ofType(events, 'listing-ended').map((event) => [event.database, `${event.listing} ${event.tables}`])
  )

const failures = (events: readonly Event[]) =>
  ofType(events, 'failed').map((event) =>
    `${event.severity} ${event.failure.code} ${event.failure.resource ?? ''}`.trim()
  )

/** A Glue that answers at once. `tables` is given the database and the token of the page, `0` for the first. */
function memoryClient(
  databases: readonly string[],
  tables: (database: string, page: string) => Omit<GetTablesCommandOutput, '$metadata'>
): GlueClientLike {
  function send(command: GetDatabasesCommand): Promise<GetDatabasesCommandOutput>
  function send(command: GetTablesCommand): Promise<GetTablesCommandOutput>
  async function send(
    command: GetDatabasesCommand | GetTablesCommand
  ): Promise<GetDatabasesCommandOutput | GetTablesCommandOutput> {
    if (command instanceof GetDatabasesCommand) {
      return { DatabaseList: databases.map((Name) => ({ Name })), $metadata: {} }
    }
    const { DatabaseName = '', NextToken = '0' } = command.input
    return { ...tables(DatabaseName, NextToken), $metadata: {} }
  }
  return { send }
}

/** What the report makes of the events. */
function reportOf(events: readonly Event[]) {
  const fold = new ReportFold()
  for (const event of events) fold.add(event)
  return fold.finish({
    runId: 'r',
    pipelineName: null,
    recipe: 'glue.yml',
    dryRun: true,
    startedAt: '2026-11-23T00:00:00Z',
    durationSeconds: 1,
    identity: null,
    sink: null,
    stopped: null,
    deadLetters: null,
    diagnostics: [],
    failOn: 'failure'
  })
}

describe('readCatalogue', () => {
  it('reads every table once, every database before its tables, over pages of all sizes', async () => {
    const catalogue = plainCatalogue({ tables: 1_234, columns: 3, databases: 13 })
    const { names, events } = await read({ catalogue, glue: { raggedPages: true }, aws: { seed: 7 } })
    const tables = names.filter((name) => !name.startsWith('+'))
    expect(new Set(tables).size).toBe(1_234)
    expect(tables).toHaveLength(1_234)
    for (const name of tables) expect(names.indexOf(`+${name.split('.')[0]}`)).toBeLessThan(names.indexOf(name))
    expect(ofType(events, 'databases-listed')).toEqual([{ type: 'databases-listed', complete: true, count: 13 }])
    expect(Object.values(listings(events)).every((listing) => listing.startsWith('complete '))).toBe(true)
    expect(reportOf(events)).toMatchObject({ exitCode: 0, counts: { databases: 13, tables: 1_234 } })
  })

  it('has the same order however fast AWS answers', async () => {
    const catalogue = plainCatalogue({ tables: 900, columns: 1, databases: 9 })
    const calm = await read({ catalogue })
    await side.close()
    const wild = await read({ catalogue, aws: { faults: [{ match: 'GetTables', rate: 0.5, delayMs: 15 }], seed: 3 } })
    expect(wild.names).toEqual(calm.names)
  })

  it('tells what every record became', async () => {
    const { names, events } = await read({ catalogue: SMALL })
    expect(names.sort()).toEqual([
      '+empty',
      '+foreign',
      '+not_a_link',
      '+sales',
      '+shared',
      'foreign.y',
      'not_a_link.z',
      'sales.linked',
      'sales.orders',
      'sales.recent',
      'shared.x'
    ])
    expect(listings(events)).toEqual({
      sales: 'complete 3',
      empty: 'empty 0',
      foreign: 'complete 1',
      not_a_link: 'complete 1',
      shared: 'complete 1'
    })
    expect(reportOf(events)).toMatchObject({
      exitCode: 0,
      counts: { databases: 5, tables: 5, views: 1, skipped: 0, filtered: 0 }
    })
  })

  it.each([
    [
      'database_pattern',
      { databasePattern: only('sales', 'shared') },
      ['+sales', '+shared', 'sales.linked', 'sales.orders', 'sales.recent', 'shared.x'],
      ['empty', 'foreign', 'not_a_link']
    ],
    [
      'table_pattern',
      { tablePattern: only('sales.recent') },
      ['+empty', '+foreign', '+not_a_link', '+sales', '+shared', 'sales.recent'],
      ['sales.orders', 'sales.linked', 'foreign.y', 'not_a_link.z', 'shared.x']
    ],
    [
      'catalog_id',
      { catalogId: '111122223333', databasePattern: only('sales', 'foreign') },
      ['+sales', 'sales.linked', 'sales.orders', 'sales.recent'],
      ['foreign']
    ],
    [
      'ignore_resource_links',
      { ignoreResourceLinks: true, databasePattern: only('sales', 'shared') },
      ['+sales', 'sales.orders', 'sales.recent'],
      ['shared', 'sales.linked']
    ]
  ] as const)('filters by %s', async (rule, changes, names, filtered) => {
    const result = await read({ catalogue: SMALL }, { options: glueOptions(changes) })
    expect(result.names.sort()).toEqual(names)
    const byRule = ofType(result.events, 'filtered').filter((event) => event.rule === rule)
    expect(byRule.map((event) => event.name).sort()).toEqual([...filtered].sort())
  })

  it.each([
    ['', SHARED, { CatalogId: '111122223333' }, {}, '111122223333', {}],
    [
      'that names no account',
      { DatabaseName: 'a' },
      { CatalogId: '111122223333' },
      {},
      '111122223333',
      { DatabaseName: 'a' }
    ],
    ['whose owner is not known', { CatalogId: '999900001111' }, {}, {}, '444455556666', { CatalogId: '999900001111' }],
    ['in the catalogue of the recipe', SHARED, {}, { catalogId: '777788889999' }, '777788889999', {}]
  ])(
    'gives tables behind a link %s the place of the link',
    async (_case, TargetDatabase, more, changes, account, target) => {
      const theirs = { ...table('x', 'theirs'), CatalogId: '444455556666' }
      const catalogue: Catalogue = [{ database: { Name: 'shared', TargetDatabase, ...more }, tables: [theirs] }]
      const sides = { catalogue, glue: { catalogues: { '777788889999': catalogue } } }
      const { entries } = await read(sides, { options: glueOptions(changes) })
      const records = entries.flatMap((entry) => (entry.kind === 'tables' ? entry.tables : []))
      expect(records).toMatchObject([{ CatalogId: account, DatabaseName: 'shared' }])
      expect(records[0]?.TargetTable).toEqual({ ...SHARED, Name: 'x', ...target })
    }
  )

  it('asks for the catalogue that the recipe names', async () => {
    const catalogues = {
      '444455556666': [{ database: { Name: 'theirs', CatalogId: '444455556666' }, tables: [table('x', 'theirs')] }]
    }
    const { names } = await read(
      { catalogue: SMALL, glue: { catalogues } },
      { options: glueOptions({ catalogId: '444455556666' }) }
    )
    expect(names).toEqual(['+theirs', 'theirs.x'])
  })

  it('goes on without a database that Lake Formation keeps back', async () => {
    const catalogue = plainCatalogue({ tables: 300, columns: 1, databases: 3 })
    const { names, events } = await read({ catalogue, glue: { deniedDatabases: ['db_001'] } })
    expect(names.filter((name) => name.startsWith('db_001.'))).toEqual([])
    expect(names).toHaveLength(203)
    expect(listings(events)).toEqual({ db_000: 'complete 100', db_001: 'denied 0', db_002: 'complete 100' })
    expect(failures(events)).toEqual(['failure lake-formation-denied db_001'])
    expect(ofType(events, 'failed')[0]?.failure.cure).toContain('Grant DESCRIBE')
    expect(reportOf(events)).toMatchObject({ exitCode: 1 })
  })

  it('names the IAM permission that is missing, once for all databases, and ends with 3 when it is all of them', async () => {
    const policy = { Statement: [{ Effect: 'Allow' as const, Action: 'glue:GetDatabases', Resource: '*' }] }
    const catalogue = plainCatalogue({ tables: 30, columns: 1, databases: 12 })
    const { events } = await read({ catalogue, roles: [{ ...defaultRole(), policy }] })
    const report = reportOf(events)
    expect(report.exitCode).toBe(3)
    expect(report.failures).toMatchObject([
      { code: 'glue-access-denied', count: 12, message: expect.stringContaining('glue:GetTables') }
    ])
    expect(report.failures[0]?.cure).toContain('"arn:aws:glue:eu-west-1:111122223333:table/*/*"')
    expect(report.failures[0]?.cure).toContain('assumed-role/datahub-glue')
  })

  it('says when the run’s own session policy is what stands in the way', async () => {
    side = await startAwsSide({ catalogue: SMALL })
    const inlineSessionPolicy = JSON.stringify({
      Statement: [{ Effect: 'Allow', Action: 'glue:GetDatabases', Resource: '*' }]
    })
    const { session } = await open(side, { identity: identityOptions({ roleToAssume: ROLE_ARN, inlineSessionPolicy }) })
    const events: Event[] = []
    const options = glueOptions()
    const request = {
      client: session.glueClient(),
      options,
      where: session.identity,
      emit: (event: Event) => events.push(event),
      signal: new AbortController().signal
    }
    for await (const _entry of readCatalogue(request));
    expect(new Set(failures(events).map((text) => text.split(' ')[1]))).toEqual(new Set(['glue-session-policy-denied']))
  })

  it.each([
    ['throttled to the end', { code: 'ThrottlingException' }, 'failure glue-list-tables-throttle', 'incomplete 100'],
    ['broken to the end', { code: 'InternalServiceException' }, 'failure glue-list-tables-transient', 'incomplete 100'],
    [
      'a KMS key that may not be used',
      { code: 'GlueEncryptionException' },
      'failure glue-kms-denied',
      'incomplete 100'
    ],
    [
      'a token that AWS refuses',
      { code: 'InvalidInputException' },
      'failure glue-list-tables-failed',
      'incomplete 100'
    ],
    [
      'connections that break to the end',
      { reset: 'before' as const },
      'failure glue-list-tables-transient',
      'incomplete 100'
    ],
    ['deleted on the way', { code: 'EntityNotFoundException' }, 'warning glue-database-deleted', 'complete 100']
  ])('goes on when a listing breaks off: %s', async (_case, fault, failure, listing) => {
    const catalogue = plainCatalogue({ tables: 400, columns: 1, databases: 2 })
    const { names, events } = await read({ catalogue, aws: { faults: [{ match: '^GetTables db_001@100', ...fault }] } })
    expect(names).toHaveLength(302)
    expect(listings(events)).toEqual({ db_000: 'complete 200', db_001: listing })
    expect(failures(events)).toEqual([`${failure} db_001`])
  })

  it('takes a database that is gone before its first page for an empty one', async () => {
    const { events } = await read({
      catalogue: SMALL,
      aws: { faults: [{ match: 'GetTables sales', code: 'EntityNotFoundException' }] }
    })
    expect(listings(events).sales).toBe('empty 0')
    expect(failures(events)).toEqual(['warning glue-database-deleted sales'])
  })

  it.each([
    ['throttling', { code: 'ThrottlingException' }],
    ['errors of the service', { code: 'InternalServiceException' }],
    ['HTML pages', { status: 502, body: '<html>Bad gateway</html>' }],
    ['broken connections', { reset: 'before' as const }],
    ['answers that break off', { reset: 'half' as const }]
  ])('gets over %s without losing anything', async (_case, fault) => {
    const catalogue = plainCatalogue({ tables: 500, columns: 2, databases: 5 })
    const { names, events } = await read({
      catalogue,
      aws: { faults: [{ match: '^Get(Tables|Databases)', nth: [1, 3, 4, 8], ...fault }] }
    })
    expect(new Set(names).size).toBe(505)
    expect(failures(events)).toEqual([])
    expect(reportOf(events).exitCode).toBe(0)
  })

  it.each([1, 2, 3, 4, 5, 6])('loses nothing that it does not name, whatever goes wrong (seed %d)', async (seed) => {
    const catalogue = plainCatalogue({ tables: 900, columns: 1, databases: 12, seed })
    const faults = [
      { match: '^GetTables', rate: 0.25, code: 'ThrottlingException' },
      { match: '^GetTables', rate: 0.15, reset: 'half' as const },
      { match: '^GetTables', rate: 0.1, code: 'InternalServiceException' },
      { match: '^GetTables', rate: 0.04, code: 'AccessDeniedException' }
    ]
    const { names, events } = await read({ catalogue, aws: { faults, seed }, glue: { raggedPages: true } }, {}, 2)
    const ended = listings(events)
    expect(Object.keys(ended)).toHaveLength(12)
    for (const { database, tables } of catalogue) {
      const wanted = [...tables].map((it) => `${database.Name}.${it.Name}`)
      const got = names.filter((name) => name.startsWith(`${database.Name}.`))
      expect(got).toEqual(wanted.slice(0, got.length))
      const complete = ended[database.Name] === `complete ${wanted.length}`
      expect(complete).toBe(got.length === wanted.length)
      expect(failures(events).some((text) => text.endsWith(` ${database.Name}`))).toBe(!complete)
    }
  })

  it('reads what it has when the list of databases breaks off, and says so', async () => {
    const catalogue = plainCatalogue({ tables: 250, columns: 1, databases: 250 })
    const { names, events } = await read(
      { catalogue, aws: { faults: [{ match: '^GetDatabases@200', code: 'InternalServiceException' }] } },
      {},
      1
    )
    expect(names).toHaveLength(400)
    expect(ofType(events, 'databases-listed')).toEqual([{ type: 'databases-listed', complete: false, count: 200 }])
    expect(failures(events)).toEqual(['failure database-listing-incomplete'])
    expect(reportOf(events).exitCode).toBe(1)
  })

  it.each([
    [
      'without glue:GetDatabases',
      { roles: [{ ...defaultRole(), policy: { Statement: [] } }] },
      'glue-access-denied',
      '"glue:GetDatabases"'
    ],
    [
      'throttled from the start',
      { aws: { faults: [{ match: 'GetDatabases', code: 'ThrottlingException' }] } },
      'glue-list-databases-throttle',
      'rate-limit'
    ],
    [
      'without Glue',
      { aws: { faults: [{ match: 'GetDatabases', reset: 'before' as const }] } },
      'glue-list-databases-transient',
      'network'
    ]
  ])('cannot begin %s', async (_case, options, code, cure) => {
    const error = await appErrorOf(() => read({ catalogue: SMALL, ...options }, {}, 1))
    expect(error).toMatchObject({ kind: 'cannot-begin', code })
    expect(error.message).toContain('the catalogue of account 111122223333 in eu-west-1')
    expect(error.cure).toContain(cure)
  })

  it.each([
    ['123', 'glue-catalogue-not-found', 'twelve digits'],
    ['999988887777', 'glue-access-denied', 'The resource policy of the catalogue of account 999988887777']
  ])('cannot begin with catalog_id %s', async (catalogId, code, cure) => {
    const error = await appErrorOf(() => read({ catalogue: SMALL }, { options: glueOptions({ catalogId }) }))
    expect(error).toMatchObject({ kind: 'cannot-begin', code })
    expect(error.cure).toContain(cure)
  })

  it('fails a catalogue without any database: it is probably the wrong region', async () => {
    const { events } = await read({ catalogue: SMALL, glue: { region: 'eu-central-1' } })
    expect(failures(events)).toEqual(['failure glue-catalogue-empty'])
    expect(ofType(events, 'failed')[0]?.failure.message).toContain('eu-west-1')
  })

  it('asks for no more than one page ahead of each of eight databases', async () => {
    side = await startAwsSide()
    const asked: string[] = []
    const client = memoryClient(
      Array.from({ length: 20 }, (_, i) => `db${i}`),
      (DatabaseName, page) => {
        asked.push(`${DatabaseName} ${page}`)
        return { TableList: [{ Name: `t${page}`, DatabaseName }], NextToken: String(Number(page) + 1) }
      }
    )
    const where = { account: '111122223333', region: 'eu-west-1', arn: 'arn' }
    const signal = new AbortController().signal
    const entries = readCatalogue({ client, options: glueOptions(), where, emit: () => {}, signal })
    const pull = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i += 1) await entries.next()
      for (let i = 0; i < 100; i += 1) await Promise.resolve()
    }
    await pull(8)
    expect(asked).toEqual(Array.from({ length: 8 }, (_, i) => `db${i} 0`))
    await pull(3)
    expect(asked.slice(8)).toEqual(['db0 1', 'db1 1', 'db2 1'])
    await entries.return(undefined)
  })

  it('does not follow a token that comes twice for ever', async () => {
    side = await startAwsSide()
    const client = memoryClient(['db'], () => ({ TableList: [{ Name: 't' }], NextToken: 'again' }))
    const events: Event[] = []
    const where = { account: '111122223333', region: 'eu-west-1', arn: 'arn' }
    const emit = (event: Event) => events.push(event)
    const signal = new AbortController().signal
    for await (const _entry of readCatalogue({ client, options: glueOptions(), where, emit, signal }));
    expect(listings(events)).toEqual({ db: 'incomplete 2' })
    expect(failures(events)).toEqual(['failure glue-list-tables-failed db'])
  })

  it('ends early and quietly when the run is stopped', async () => {
    side = await startAwsSide({ catalogue: plainCatalogue({ tables: 2_000, columns: 1, databases: 4 }) })
    const { session } = await open(side)
    const stop = new AbortController()
    const events: Event[] = []
    const request = {
      client: session.glueClient(),
      options: glueOptions(),
      where: session.identity,
      emit: (event: Event) => events.push(event),
      signal: stop.signal
    }
    let tables = 0
    for await (const entry of readCatalogue(request)) {
      if (entry.kind === 'tables') tables += entry.tables.length
      if (tables >= 500) stop.abort(new Error('cancelled'))
    }
    expect(tables).toBeGreaterThanOrEqual(500)
    expect(tables).toBeLessThan(2_000)
    expect(failures(events)).toEqual([])
    expect(ofType(events, 'listing-ended')).toEqual([])
  })

  it('gives up requests under way when the consumer stops', async () => {
    side = await startAwsSide({ catalogue: SMALL, aws: { faults: [{ match: 'GetTables', delayMs: 20_000 }] } })
    const { session } = await open(side)
    const request = {
      client: session.glueClient(),
      options: glueOptions(),
      where: session.identity,
      emit: () => {},
      signal: new AbortController().signal
    }
    const startedAt = Date.now()
    for await (const entry of readCatalogue(request)) if (entry.kind === 'database') break
    expect(Date.now() - startedAt).toBeLessThan(5_000)
  })

  it('stops for good when the identity is lost on the way', async () => {
    const faults = [
      { match: '^GetTables db_003', code: 'ExpiredTokenException' },
      { match: '^AssumeRoleWithWebIdentity', nth: [2], code: 'AccessDenied' }
    ]
    const catalogue = plainCatalogue({ tables: 40, columns: 1, databases: 4 })
    const error = await appErrorOf(() => read({ catalogue, aws: { faults } }))
    expect(error).toMatchObject({ kind: 'cannot-begin', code: 'role-not-trusting' })
  })
})
