import {
  GetDatabaseCommand,
  GetDatabasesCommand,
  GetTableCommand,
  GetTablesCommand,
  type GetTablesCommandInput,
  type GlueClient,
  SearchTablesCommand
} from '@aws-sdk/client-glue'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import { afterEach, describe, expect, it } from '@jest/globals'
import { plainCatalogue } from '../catalogue/plain.ts'
import type { Catalogue } from '../catalogue/types.ts'
import { glueClient, stsClient, TEST_KEYS } from '../client.ts'
import { type ManualClock, manualClock } from '../clock.ts'
import type { RunningServer } from '../http/server.ts'
import { ROLE_ARN, type StandInOptions, type StandIns, startStandIns } from '../stand-ins.ts'

const running: StandIns[] = []
afterEach(() => Promise.all(running.splice(0).map((standIns) => standIns.close())))

const catalogue = plainCatalogue({ tables: 250, columns: 3, databases: 2 })

async function start(
  aws: StandInOptions['aws'] = {},
  content: Catalogue = catalogue,
  clock: ManualClock = manualClock()
) {
  const standIns = await startStandIns({ catalogue: content, clock, aws })
  running.push(standIns)
  return standIns.aws
}

/** The names on each page of a listing. */
async function pages(client: GlueClient, input: GetTablesCommandInput): Promise<readonly (readonly string[])[]> {
  const found: string[][] = []
  let NextToken: string | undefined
  do {
    const page = await client.send(
      new GetTablesCommand({ ...input, ...(NextToken === undefined ? {} : { NextToken }) })
    )
    found.push((page.TableList ?? []).map((table) => table.Name ?? ''))
    NextToken = page.NextToken
  } while (NextToken !== undefined)
  return found
}

/** Keys of a session that carries `policy`. */
async function session(aws: RunningServer, policy?: object) {
  const command = new AssumeRoleCommand({
    RoleArn: ROLE_ARN,
    RoleSessionName: 'run',
    ...(policy === undefined ? {} : { Policy: JSON.stringify(policy) })
  })
  const { Credentials } = await stsClient(aws.url).send(command)
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? ''
  }
}

const getTables = (DatabaseName = 'db_000') => new GetTablesCommand({ DatabaseName })

describe('GetTables', () => {
  it('pages by 100, in order, each table once', async () => {
    const { url } = await start()
    const found = await pages(glueClient(url), { DatabaseName: 'db_000' })
    expect(found.map((page) => page.length)).toEqual([100, 25])
    expect(found.flat()).toEqual(Array.from({ length: 125 }, (_, i) => `table_${String(i).padStart(6, '0')}`))
  })

  it('pages by MaxResults when it is less', async () => {
    const { url } = await start()
    const found = await pages(glueClient(url), { DatabaseName: 'db_001', MaxResults: 40 })
    expect(found.map((page) => page.length)).toEqual([40, 40, 40, 5])
  })

  it('may return pages of any size, even empty ones, and still loses nothing', async () => {
    const { url } = await start({ glue: { raggedPages: true } })
    const found = await pages(glueClient(url), { DatabaseName: 'db_000', MaxResults: 10 })
    expect(new Set(found.map((page) => page.length)).size).toBeGreaterThan(3)
    expect(found.some((page) => page.length === 0)).toBe(true)
    expect(found.flat()).toHaveLength(125)
  })

  it('gives times as the JSON protocol has them: seconds since the epoch, as numbers', async () => {
    const { url } = await start()
    const { TableList } = await glueClient(url).send(getTables())
    expect(TableList?.[0]?.CreateTime).toBeInstanceOf(Date)
    expect(TableList?.[0]?.CreateTime?.getUTCFullYear()).toBeGreaterThan(2022)
  })

  it('selects by Expression and by AttributesToGet', async () => {
    const { url } = await start()
    const command = new GetTablesCommand({
      DatabaseName: 'db_000',
      Expression: 'table_00000[1-3]',
      AttributesToGet: ['NAME']
    })
    const { TableList } = await glueClient(url).send(command)
    expect(TableList).toEqual([{ Name: 'table_000001' }, { Name: 'table_000002' }, { Name: 'table_000003' }])
  })

  const refused: readonly (readonly [string, GetTablesCommandInput, string])[] = [
    ['an unknown database', { DatabaseName: 'nowhere' }, 'EntityNotFoundException'],
    ['a token of its own making', { DatabaseName: 'db_000', NextToken: 'x' }, 'InvalidInputException'],
    ['101 results', { DatabaseName: 'db_000', MaxResults: 101 }, 'InvalidInputException'],
    ['no results', { DatabaseName: 'db_000', MaxResults: 0 }, 'InvalidInputException'],
    ['a catalogue id that is none', { DatabaseName: 'db_000', CatalogId: 'mine' }, 'InvalidInputException'],
    ["another account's catalogue", { DatabaseName: 'db_000', CatalogId: '999988887777' }, 'AccessDeniedException']
  ]
  it.each(refused)('refuses %s', async (_, input, name) => {
    const { url } = await start()
    await expect(glueClient(url).send(new GetTablesCommand(input))).rejects.toMatchObject({ name })
  })

  it("refuses one listing's token for another", async () => {
    const client = glueClient((await start()).url)
    const { NextToken } = await client.send(getTables())
    await expect(client.send(new GetTablesCommand({ DatabaseName: 'db_001', NextToken }))).rejects.toMatchObject({
      name: 'InvalidInputException'
    })
  })
})

describe('the other operations', () => {
  it('list and get databases, and get tables', async () => {
    const client = glueClient((await start()).url)
    const { DatabaseList, NextToken } = await client.send(new GetDatabasesCommand({ MaxResults: 1 }))
    expect(DatabaseList?.map((database) => database.Name)).toEqual(['db_000'])
    expect(NextToken).toBeDefined()
    expect((await client.send(new GetDatabaseCommand({ Name: 'db_001' }))).Database?.Name).toBe('db_001')
    const { Table } = await client.send(new GetTableCommand({ DatabaseName: 'db_001', Name: 'table_000249' }))
    expect(Table?.StorageDescriptor?.Columns).toHaveLength(3)
    await expect(client.send(new GetTableCommand({ DatabaseName: 'db_001', Name: 'x' }))).rejects.toMatchObject({
      name: 'EntityNotFoundException'
    })
  })

  it('that are not known are said to be unknown', async () => {
    const { url } = await start()
    await expect(glueClient(url).send(new SearchTablesCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException'
    })
  })

  it("serve another account's catalogue when there is one", async () => {
    const { url } = await start({
      glue: { catalogues: { '444455556666': plainCatalogue({ tables: 1, columns: 1, databases: 1 }) } }
    })
    const { DatabaseList } = await glueClient(url).send(new GetDatabasesCommand({ CatalogId: '444455556666' }))
    expect(DatabaseList).toHaveLength(1)
  })

  it('show an empty catalogue to another region only when told to', async () => {
    const elsewhere = async (aws: RunningServer) =>
      (await glueClient(aws.url, TEST_KEYS, 'us-east-1').send(new GetDatabasesCommand({}))).DatabaseList?.length
    expect(await elsewhere(await start())).toBe(2)
    expect(await elsewhere(await start({ glue: { region: 'eu-west-1' } }))).toBe(0)
  })
})

describe('credentials', () => {
  it('that STS gave out are taken, all others refused', async () => {
    const aws = await start()
    const keys = await session(aws)
    expect((await glueClient(aws.url, keys).send(getTables())).TableList).toHaveLength(100)
    const ask = (credentials: typeof keys) => glueClient(aws.url, credentials).send(getTables())
    const unknown = { name: 'UnrecognizedClientException' }
    await expect(ask({ ...keys, accessKeyId: 'AKIAOTHER' })).rejects.toMatchObject(unknown)
    await expect(ask({ ...keys, sessionToken: 'x' })).rejects.toMatchObject(unknown)
    await expect(ask({ ...keys, secretAccessKey: 'x' })).rejects.toMatchObject({ name: 'InvalidSignatureException' })
  })

  it('expire', async () => {
    const clock = manualClock()
    const aws = await start({}, catalogue, clock)
    const keys = await session(aws)
    clock.advance(3_600_000)
    await expect(glueClient(aws.url, keys).send(getTables())).rejects.toMatchObject({ name: 'ExpiredTokenException' })
  })

  it('of any kind are taken when told to', async () => {
    const { url } = await start({ acceptAnyKey: { account: '111122223333' } })
    const keys = { accessKeyId: 'anything', secretAccessKey: 'at all' }
    expect((await glueClient(url, keys).send(getTables())).TableList).toHaveLength(100)
  })
})

describe("a session's policy", () => {
  const policy = (Action: readonly string[], Resource = '*') => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource }]
  })

  it('lets through what it allows, and nothing else', async () => {
    const aws = await start()
    const client = glueClient(aws.url, await session(aws, policy(['glue:GetTables'])))
    expect((await client.send(getTables())).TableList).toHaveLength(100)
    await expect(client.send(new GetDatabasesCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::111122223333:assumed-role/datahub-glue/run is not authorized to perform: glue:GetDatabases on resource: arn:aws:glue:eu-west-1:111122223333:catalog because no session policy allows the glue:GetDatabases action'
    })
  })

  it('is held to its resources', async () => {
    const aws = await start()
    const resources = ['catalog', 'database/db_000', 'table/db_000/*'].map(
      (name) => `arn:aws:glue:eu-west-1:111122223333:${name}`
    )
    const Statement = [{ Effect: 'Allow', Action: 'glue:Get*', Resource: resources }]
    const client = glueClient(aws.url, await session(aws, { Version: '2012-10-17', Statement }))
    expect((await client.send(getTables('db_000'))).TableList).toHaveLength(100)
    await expect(client.send(getTables('db_001'))).rejects.toMatchObject({ name: 'AccessDeniedException' })
  })
})

describe('faults', () => {
  it('throttle', async () => {
    const { url } = await start({ faults: [{ match: '^GetTables', nth: [1], code: 'ThrottlingException' }] })
    await expect(glueClient(url).send(getTables())).rejects.toMatchObject({
      name: 'ThrottlingException',
      message: 'Rate exceeded'
    })
    expect((await glueClient(url).send(getTables())).TableList).toHaveLength(100)
  })

  it('deny a database', async () => {
    const { url } = await start({ glue: { deniedDatabases: ['db_001'] } })
    await expect(glueClient(url).send(getTables('db_001'))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('Lake Formation')
    })
    expect((await glueClient(url).send(getTables('db_000'))).TableList).toHaveLength(100)
  })

  it('end a listing on one of its pages', async () => {
    const { url } = await start({ faults: [{ match: '^GetTables db_000@100$', code: 'InternalServiceException' }] })
    await expect(pages(glueClient(url), { DatabaseName: 'db_000' })).rejects.toMatchObject({
      name: 'InternalServiceException'
    })
    expect((await pages(glueClient(url), { DatabaseName: 'db_001' })).flat()).toHaveLength(125)
  })

  it.each(['before', 'half'] as const)('break the connection: %s', async (reset) => {
    const { url, counts } = await start({ faults: [{ match: '^GetTables', first: 1, reset }] })
    await expect(glueClient(url).send(getTables())).rejects.toBeInstanceOf(Error)
    expect((await glueClient(url).send(getTables())).TableList).toHaveLength(100)
    expect(counts.get('GetTables db_000')).toBe(2)
  })

  it('take time', async () => {
    const clock = manualClock()
    const { url } = await start({ faults: [{ delayMs: 250 }] }, catalogue, clock)
    await glueClient(url).send(getTables())
    expect(clock.slept).toEqual([250])
  })

  it("can be a load balancer's page instead of JSON", async () => {
    const { url } = await start({ faults: [{ status: 502, body: '<html>Bad Gateway</html>' }] })
    const response = await fetch(url, { method: 'POST', headers: { 'x-amz-target': 'AWSGlue.GetTables' }, body: '{}' })
    expect([response.status, await response.text()]).toEqual([502, '<html>Bad Gateway</html>'])
  })
})
