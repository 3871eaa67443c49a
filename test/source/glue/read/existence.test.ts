import { describe, expect, it } from '@jest/globals'
import { AwsCallError, type AwsErrorKind } from '../../../../src/model/aws-call-error.ts'
import type { GlueOptions } from '../../../../src/model/recipe.ts'
import { databaseUrn } from '../../../../src/source/glue/map/container.ts'
import type { GlueClientLike } from '../../../../src/source/glue/read/client.ts'
import { GlueExistence } from '../../../../src/source/glue/read/existence.ts'
import { glueOptions } from '../map/options.ts'

const URN = 'urn:li:dataset:(urn:li:dataPlatform:glue,sales.orders,PROD)'

/** A client that gives this answer, or fails with this error, to whatever it is asked. */
function existence(answer: object | AwsCallError, options: Partial<GlueOptions> = {}): GlueExistence {
  const client: GlueClientLike = {
    send: () => (answer instanceof AwsCallError ? Promise.reject(answer) : Promise.resolve(answer as never))
  }
  const signal = new AbortController().signal
  return new GlueExistence({ client, options: glueOptions(options), signal, flowUrn: (job) => `flow:${job}` })
}

const failed = (kind: AwsErrorKind, message = 'no'): AwsCallError =>
  new AwsCallError({ kind, code: 'x', action: 'glue:GetTable', attempts: 1, message, requestId: null }, null)

const only = (name: string) => ({ allows: (text: string) => text !== name }) as GlueOptions['databasePattern']

describe('what is still in Glue', () => {
  it.each([
    ['gone', failed('not-found')],
    ['hidden', failed('denied', 'Insufficient Lake Formation permission(s): Required Describe on orders')],
    ['hidden', failed('denied', 'User: x is not authorized to perform: lakeformation:GetDataAccess')],
    ['not-allowed', failed('denied', 'User: x is not authorized to perform: glue:GetTable on resource: y')],
    ['unknown', failed('throttle')],
    ['unknown', failed('expired')],
    ['there', { Table: { Name: 'orders' } }]
  ] as const)('is %s by what AWS says', async (presence, answer) => {
    expect(await existence(answer).table('sales', 'orders', URN)).toBe(presence)
  })

  it('is left out when the recipe would not make it any more', async () => {
    const table = { Table: { Name: 'orders', TargetTable: {} } }
    expect(await existence(table, { ignoreResourceLinks: true }).table('sales', 'orders', URN)).toBe('left-out')
    expect(await existence(table, { env: 'DEV' }).table('sales', 'orders', URN)).toBe('left-out')
    const notAsked = failed('throttle')
    expect(await existence(notAsked, { databasePattern: only('sales') }).table('sales', 'orders', URN)).toBe('left-out')
    expect(await existence(notAsked, { tablePattern: only('sales.orders') }).table('sales', 'orders', URN)).toBe(
      'left-out'
    )
  })

  it('is there behind the link of a database, whoever owns it', async () => {
    const catalogInstances = { 'arn:aws:glue::444455556666': { platformInstance: 'other', env: null } }
    const options = { catalogInstances, aws: { ...glueOptions({}).aws, region: null } }
    const table = { Table: { Name: 'orders', CatalogId: '444455556666' } }
    expect(await existence(table, options).table('sales', 'orders', URN)).toBe('there')
  })

  it('is asked of databases and jobs too', async () => {
    const urn = databaseUrn('sales', glueOptions({}))
    expect(await existence({ Database: { Name: 'sales' } }).database('sales', urn)).toBe('there')
    expect(await existence({ Database: { Name: 'sales' } }).database('sales', 'urn:li:container:0')).toBe('left-out')
    expect(await existence(failed('not-found')).database('sales', null)).toBe('gone')
    expect(await existence(failed('throttle'), { databasePattern: only('sales') }).database('sales', null)).toBe(
      'left-out'
    )
    expect(await existence({ Job: {} }, { jobs: true }).job('load', 'flow:load')).toBe('there')
    expect(await existence({ Job: {} }, { jobs: true }).job('load', 'flow:other')).toBe('left-out')
    expect(await existence({ Job: {} }, { jobs: false }).job('load', 'flow:load')).toBe('left-out')
  })

  it('is not answered by an error that is no answer of AWS', async () => {
    const client: GlueClientLike = { send: () => Promise.reject(new TypeError('broken')) }
    const signal = new AbortController().signal
    const asked = new GlueExistence({ client, options: glueOptions({}), signal, flowUrn: String })
    await expect(asked.table('sales', 'orders', URN)).rejects.toThrow('broken')
  })
})
