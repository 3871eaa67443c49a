import { afterEach, describe, expect, it } from '@jest/globals'
import type { AwsCallError } from '../../src/model/aws-call-error.ts'
import type { S3Options } from '../emulator/aws/s3.ts'
import type { FaultRule } from '../emulator/http/faults.ts'
import { type AwsSide, awsOptions, glueOptions, open, startAwsSide, testKeys } from './support.ts'

let side: AwsSide | undefined

afterEach(async () => {
  await side?.close()
})

const HELD: S3Options = {
  objects: { 'data/a b/ü.py': 'print("ü")\n', 'data/empty': '', 'data.with.dots/x': 'dots' },
  tags: { data: { team: 'a & b', '<k>': '' }, 'data/a b/ü.py': { kind: 'script' }, bare: {} },
  denied: ['closed']
}

/** A client for what is held, which may do all that jobs and tags need. */
async function client(faults: readonly FaultRule[] = []) {
  side = await startAwsSide({ aws: { s3: HELD, faults } })
  const options = glueOptions({ aws: awsOptions(), jobs: true, s3BucketTags: true, s3ObjectTags: true })
  const { session, events } = await open(side, { options })
  return { s3: await session.s3Client(), events, asked: () => side?.aws.requests.map(({ label }) => label) ?? [] }
}

const failureOf = (call: Promise<unknown>): Promise<AwsCallError> =>
  call.then(
    () => Promise.reject(new Error('it was expected to fail')),
    (error: AwsCallError) => error
  )

describe('the client for S3', () => {
  it.each([
    ['a b/ü.py', 'data', 'print("ü")\n'],
    ['empty', 'data', ''],
    ['x', 'data.with.dots', 'dots']
  ])('reads the object %s of %s', async (key, bucket, content) => {
    const { s3, asked } = await client()
    expect((await s3.getObject(bucket, key)).toString('utf8')).toBe(content)
    // The bucket is in the path, as boto3 has it for an endpoint that is named.
    expect(asked()).toContain(`GetObject ${bucket}/${key}`)
  })

  it('reads tags of buckets and objects, and none where there are none', async () => {
    const { s3 } = await client()
    expect(await s3.getBucketTagging('data')).toEqual([
      { key: 'team', value: 'a & b' },
      { key: '<k>', value: '' }
    ])
    expect(await s3.getObjectTagging('data', 'a b/ü.py')).toEqual([{ key: 'kind', value: 'script' }])
    expect(await s3.getBucketTagging('bare')).toEqual([])
    expect(await s3.getBucketTagging('untagged')).toEqual([])
  })

  it.each([
    ['an object that is not there', 'data', 'nothing', 'not-found', 'NoSuchKey'],
    ['a bucket that is not there', 'elsewhere', 'x', 'not-found', 'NoSuchBucket'],
    ['a bucket that is closed', 'closed', 'x', 'denied', 'AccessDenied']
  ])('says of %s what it is', async (_case, bucket, key, kind, code) => {
    const { s3, asked } = await client()
    const error = await failureOf(s3.getObject(bucket, key))
    expect(error).toMatchObject({ kind, code, action: 's3:GetObject', attempts: 1 })
    expect(asked().filter((label) => label.startsWith('GetObject'))).toHaveLength(1)
  })

  it('tries again what is throttled, and tells of it', async () => {
    const { s3, events } = await client([{ match: 'GetObject', first: 2, code: 'SlowDown', status: 503 }])
    expect((await s3.getObject('data', 'empty')).toString('utf8')).toBe('')
    const retried = events.flatMap((event) => (event.type === 'retried' ? [event] : []))
    expect(retried).toHaveLength(2)
    expect(retried[0]).toMatchObject({ service: 's3', reason: 'SlowDown' })
  })

  it('tries again when the content breaks off, so that no half of a script is taken for all of it', async () => {
    const { s3, asked } = await client([{ match: 'GetObject', first: 1, reset: 'half' }])
    expect((await s3.getObject('data', 'a b/ü.py')).toString('utf8')).toBe('print("ü")\n')
    expect(asked().filter((label) => label.startsWith('GetObject'))).toHaveLength(2)
  })

  it('gives up when it is told to', async () => {
    const { s3 } = await client([{ match: 'GetObject', delayMs: 60_000 }])
    const stop = new AbortController()
    const reading = s3.getObject('data', 'empty', stop.signal)
    setImmediate(() => stop.abort(new Error('stop')))
    await expect(reading).rejects.toThrow('stop')
  })

  it('goes to the endpoint that the recipe names for S3 alone', async () => {
    side = await startAwsSide({ aws: { s3: HELD } })
    const elsewhere = await startAwsSide({ aws: { s3: { objects: { 'data/x': 'elsewhere' } } } })
    try {
      const options = glueOptions({ aws: awsOptions({ endpointUrl: elsewhere.aws.url }), jobs: true })
      const { session } = await open(side, { options, env: { ...side.env, ...testKeys } })
      const s3 = await session.s3Client()
      const error = await failureOf(s3.getObject('data', 'x'))
      // The other endpoint does not know these keys.
      expect(error.action).toBe('s3:GetObject')
      expect(elsewhere.aws.requests.map(({ label }) => label)).toEqual(['GetObject data/x'])
    } finally {
      await elsewhere.close()
    }
  })
})
