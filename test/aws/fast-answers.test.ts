import { Readable } from 'node:stream'
import { GetDatabasesCommand, GetTableCommand, GetTablesCommand, GlueClient } from '@aws-sdk/client-glue'
import { describe, expect, it } from '@jest/globals'
import { readShape } from '../../src/aws/answer-shape.ts'
import { readFaster } from '../../src/aws/fast-answers.ts'
import { QUIET } from '../../src/aws/transport.ts'
import { fc } from '../properties.ts'

interface Answer {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: string
}

/** A client to which AWS always gives the same answer. */
function clientFor(answer: Answer): GlueClient {
  const handle = async () => ({
    response: { ...answer, headers: { ...answer.headers }, body: Readable.from([Buffer.from(answer.body)]) }
  })
  return new GlueClient({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: { handle, metadata: { handlerProtocol: 'http/1.1' } },
    maxAttempts: 1,
    logger: QUIET
  })
}

function fastClientFor(answer: Answer): GlueClient {
  const client = clientFor(answer)
  expect(readFaster(client)).toBe(true)
  return client
}

const ok = (body: unknown): Answer => ({
  statusCode: 200,
  headers: { 'x-amzn-requestid': 'r-1' },
  body: JSON.stringify(body)
})

// Keys that Python and Java programs write into parameters, the dangerous ones among them.
const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', '', 'a.b', 'ключ'))
const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }))
const texts = fc.array(text, { maxLength: 3 })
const parameters = fc.dictionary(key, text, { maxKeys: 4 })
const seconds = fc.integer({ min: 0, max: 4_000_000_000 })
/** Members that may be absent, null, or beside others that nobody knows. */
function structure(members: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> {
  const optional = Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, fc.option(value, { nil: null })])
  )
  return fc.record({ ...optional, SomethingNew: fc.jsonValue() }, { requiredKeys: [] })
}

const column = structure({ Name: text, Type: text, Comment: text, Parameters: parameters })
const storage = structure({
  Columns: fc.array(column, { maxLength: 3 }),
  Location: text,
  AdditionalLocations: texts,
  InputFormat: text,
  OutputFormat: text,
  Compressed: fc.boolean(),
  NumberOfBuckets: fc.integer(),
  SerdeInfo: structure({ Name: text, SerializationLibrary: text, Parameters: parameters }),
  BucketColumns: texts,
  SortColumns: fc.array(structure({ Column: text, SortOrder: fc.constantFrom(0, 1) }), { maxLength: 2 }),
  Parameters: parameters,
  SkewedInfo: structure({
    SkewedColumnNames: texts,
    SkewedColumnValues: texts,
    SkewedColumnValueLocationMaps: parameters
  }),
  StoredAsSubDirectories: fc.boolean(),
  SchemaReference: structure({
    SchemaId: structure({ SchemaArn: text, SchemaName: text, RegistryName: text }),
    SchemaVersionId: text,
    SchemaVersionNumber: fc.integer()
  })
})
const table = structure({
  Name: text,
  DatabaseName: text,
  Description: text,
  Owner: text,
  CreateTime: seconds,
  UpdateTime: seconds,
  LastAccessTime: seconds,
  LastAnalyzedTime: seconds,
  Retention: fc.integer(),
  StorageDescriptor: storage,
  PartitionKeys: fc.array(column, { maxLength: 2 }),
  ViewOriginalText: text,
  ViewExpandedText: text,
  TableType: text,
  Parameters: parameters,
  CreatedBy: text,
  IsRegisteredWithLakeFormation: fc.boolean(),
  TargetTable: structure({ CatalogId: text, DatabaseName: text, Name: text, Region: text }),
  CatalogId: text,
  VersionId: text,
  IsMultiDialectView: fc.boolean(),
  IsMaterializedView: fc.boolean()
})
const database = structure({
  Name: text,
  Description: text,
  LocationUri: text,
  Parameters: parameters,
  CreateTime: seconds,
  TargetDatabase: structure({ CatalogId: text, DatabaseName: text, Region: text }),
  CatalogId: text
})

describe('readFaster', () => {
  it("reads pages of tables exactly as the SDK's own deserialiser does", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(table, { maxLength: 3 }),
        fc.option(text, { nil: undefined }),
        async (TableList, NextToken) => {
          const answer = ok({ TableList, NextToken })
          const command = () => new GetTablesCommand({ DatabaseName: 'x' })
          const { $metadata: _slow, ...expected } = await clientFor(answer).send(command())
          const { $metadata, ...actual } = await fastClientFor(answer).send(command())
          expect(actual).toStrictEqual(expected)
          expect($metadata).toMatchObject({ httpStatusCode: 200, requestId: 'r-1' })
          const storageOf = (tables: typeof actual.TableList) =>
            tables?.map((it) => JSON.stringify(it.StorageDescriptor))
          expect(storageOf(actual.TableList)).toEqual(storageOf(expected.TableList))
        }
      ),
      { numRuns: 150 }
    )
  })

  it('reads pages of databases exactly as the SDK does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(database, { maxLength: 3 }), async (DatabaseList) => {
        const answer = ok({ DatabaseList })
        const { $metadata: _slow, ...expected } = await clientFor(answer).send(new GetDatabasesCommand({}))
        const { $metadata: _fast, ...actual } = await fastClientFor(answer).send(new GetDatabasesCommand({}))
        expect(actual).toStrictEqual(expected)
      }),
      { numRuns: 80 }
    )
  })

  it('leaves out what has the wrong type, so that nobody downstream has to ask', async () => {
    const answer = ok({
      TableList: [
        null,
        'table',
        {
          Name: 7,
          Owner: ['me'],
          Parameters: { a: 1, b: 'x', c: null },
          PartitionKeys: [null, { Name: 'p' }, 3],
          StorageDescriptor: []
        }
      ]
    })
    const { TableList } = await fastClientFor(answer).send(new GetTablesCommand({ DatabaseName: 'x' }))
    expect(TableList).toEqual([{ Parameters: { b: 'x' }, PartitionKeys: [{ Name: 'p' }] }])
  })

  it('takes an empty body for an empty answer', async () => {
    const { TableList } = await fastClientFor({ ...ok(null), body: '' }).send(
      new GetTablesCommand({ DatabaseName: 'x' })
    )
    expect(TableList).toBeUndefined()
  })

  it("leaves errors to the SDK's own way", async () => {
    const answer: Answer = {
      statusCode: 400,
      headers: {},
      body: '{"__type":"EntityNotFoundException","Message":"Database x not found."}'
    }
    const error = await fastClientFor(answer)
      .send(new GetTablesCommand({ DatabaseName: 'x' }))
      .catch((e: unknown) => e)
    expect(error).toMatchObject({ name: 'EntityNotFoundException', message: 'Database x not found.' })
  })

  it("leaves other operations to the SDK's own way", async () => {
    const answer = ok({ Table: { Name: 't', CreateTime: 1_700_000_000, ViewDefinition: { IsProtected: true } } })
    const { Table } = await fastClientFor(answer).send(new GetTableCommand({ DatabaseName: 'x', Name: 't' }))
    expect(Table).toEqual({ Name: 't', CreateTime: new Date(1_700_000_000_000), ViewDefinition: { IsProtected: true } })
  })

  it('fails on an answer that is no JSON', async () => {
    const answer = { ...ok(null), body: '<html>' }
    await expect(fastClientFor(answer).send(new GetTablesCommand({ DatabaseName: 'x' }))).rejects.toMatchObject({
      name: 'SyntaxError'
    })
  })

  it.each([
    ['is not there', undefined],
    ['has another shape', { deserializeResponse: (_response: unknown) => ({}) }],
    ['has no such method', { serializeRequest: () => ({}) }]
  ])('changes nothing where the protocol %s', (_case, protocol) => {
    const config = { protocol }
    const before = { ...protocol }
    expect(readFaster({ config })).toBe(false)
    expect({ ...config.protocol }).toEqual(before)
  })
})

describe("times, as Python's int(datetime.timestamp() * 1000) cuts them off", () => {
  it.each([
    [1_700_000_000, 1_700_000_000_000],
    [1_700_000_000.123, 1_700_000_000_123],
    [1_524_452_068.044858, 1_524_452_068_044],
    [1_599_514_907.696795, 1_599_514_907_696],
    [1_647_946_079.52098, 1_647_946_079_520],
    [0, 0],
    ['1700000000.5', 1_700_000_000_500],
    ['2023-11-14T22:13:20Z', 1_700_000_000_000],
    ['yesterday', undefined],
    [null, undefined],
    [true, undefined]
  ])('%p', (value, milliseconds) => {
    const time = readShape('time', value)
    expect(time instanceof Date ? time.getTime() : time).toBe(milliseconds)
  })
})
