import { GetResourceLFTagsCommand, LakeFormationClient } from '@aws-sdk/client-lakeformation'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { LakeFormationCaller } from '../../src/aws/lake-formation.ts'
import { AwsCallError } from '../../src/model/aws-call-error.ts'
import type { LakeFormationOptions } from '../emulator/aws/lake-formation.ts'
import { realisticCatalogue } from '../emulator/catalogue/realistic.ts'
import { TEST_KEYS } from '../emulator/client.ts'
import type { FaultRule } from '../emulator/http/faults.ts'
import { type AwsSide, glueOptions, type Opened, open, startAwsSide } from './support.ts'

const account = '111122223333'
const catalogue = realisticCatalogue(1)
const database = catalogue[0]?.database.Name ?? ''
const tables = Array.from(catalogue[0]?.tables ?? [], (table) => table.Name)
const table = tables[0] ?? ''

let side: AwsSide

afterEach(() => side.close())

async function client(
  lakeFormation: LakeFormationOptions = {},
  faults: readonly FaultRule[] = []
): Promise<Opened & { readonly caller: LakeFormationCaller }> {
  side = await startAwsSide({ catalogue, aws: { lakeFormation: { tags: 'odd', ...lakeFormation }, faults } })
  const options = glueOptions({ lakeFormationTags: { propagate: false, columns: true } })
  const opened = await open(side, { options })
  return { ...opened, caller: opened.session.lakeFormationClient() }
}

async function failureOf(call: Promise<unknown>): Promise<AwsCallError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown
  )
  if (!(error instanceof AwsCallError)) throw new Error(`not an AwsCallError: ${String(error)}`)
  return error
}

describe('the client for Lake Formation', () => {
  it("reads what AWS's own client reads", async () => {
    const { caller } = await client()
    const sdk = new LakeFormationClient({ endpoint: side.aws.url, region: 'eu-west-1', credentials: TEST_KEYS })
    for (const name of [undefined, ...tables]) {
      const Table = { CatalogId: account, DatabaseName: database, Name: name }
      const Resource = name === undefined ? { Database: { CatalogId: account, Name: database } } : { Table }
      const { $metadata: _metadata, ...theirs } = await sdk.send(
        new GetResourceLFTagsCommand({ CatalogId: account, Resource, ShowAssignedLFTags: true })
      )
      const ours = await caller.resourceLfTags({ account, database, ...(name === undefined ? {} : { table: name }) })
      expect(ours).toEqual(theirs)
    }
    expect(side.aws.counts.get(`GetResourceLFTags ${database}.${table}`)).toBe(2)
  })

  it('tries again when it is throttled, cut off or answered by a proxy, and tells each retry', async () => {
    const { caller, events } = await client({}, [
      { match: '^GetResourceLFTags', nth: [1], code: 'ThrottlingException' },
      { match: '^GetResourceLFTags', nth: [2], reset: 'half' },
      { match: '^GetResourceLFTags', nth: [3], status: 502, body: '<html>Bad Gateway</html>' },
      { match: '^GetResourceLFTags', nth: [4], reset: 'before' }
    ])
    await caller.resourceLfTags({ account, database, table })
    const retries = events.flatMap((event) => (event.type === 'retried' ? [event.reason] : []))
    expect(retries).toEqual(['Throttling', 'ECONNRESET', 'UnreadableAnswer', 'ECONNRESET'])
  })

  it('assumes its role anew when the session has run out', async () => {
    const { caller, events } = await client()
    await caller.resourceLfTags({ account, database })
    side.aws.credentials.expireAll()
    await caller.resourceLfTags({ account, database })
    expect(events).toEqual([{ type: 'retried', service: 'lakeformation', reason: 'ExpiredToken', after: 0 }])
  })

  it.each([
    [
      'a table that nobody may see',
      { denied: [`${database}.${table}`] },
      table,
      'denied',
      /Insufficient Lake Formation/
    ],
    ['a table that is not there', {}, 'no such table', 'not-found', /not found/]
  ])('says what is wrong with %s', async (_case, options, name, kind, message) => {
    const { caller } = await client(options)
    const error = await failureOf(caller.resourceLfTags({ account, database, table: name }))
    expect(error).toMatchObject({ kind, action: 'lakeformation:GetResourceLFTags', attempts: 1 })
    expect(error.message).toMatch(message)
  })
})
