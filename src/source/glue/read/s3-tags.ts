import { AppError, messageOf } from '../../../core/errors.ts'
import { tagUrnOf } from '../../../datahub/tag-urn.ts'
import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { Failure } from '../../../model/event.ts'
import type { SourceContext } from '../context.ts'
import type { TableFacts } from '../facts.ts'
import { textOf } from '../map/record-values.ts'
import { tableUrn } from '../map/table-urn.ts'
import type { S3TagLike } from './client.ts'
import type { NamedTable } from './tables.ts'

/** How tables name places in S3 (s3_util.py). */
const S3_PLACE = /^s3[na]?:\/\/([^/]*)(?:\/(.*))?$/s

/** Buckets are few and tables many: each is asked once a run. Of objects as many answers are kept. */
const MOST_KEPT = 10_000

/**
 * The tags of tables' buckets and folders in S3, with those that DataHub holds beside them (glue.py _get_s3_tags). What
 * cannot be read is a warning; the peer loses tables whose location is not in S3 or has no folder.
 */
export class S3TagReader {
  readonly #context: SourceContext
  readonly #buckets = new Map<string, Promise<readonly string[]>>()

  constructor(context: SourceContext) {
    this.#context = context
  }

  async ofTable(table: NamedTable): Promise<Partial<TableFacts>> {
    const { options } = this.#context
    const [, bucket = '', key] = S3_PLACE.exec(textOf(table.StorageDescriptor?.Location) ?? '') ?? []
    if (bucket === '') return {}
    const name = `${table.DatabaseName}.${table.Name}`
    const found = await Promise.all([
      options.s3BucketTags ? this.#ofBucket(bucket) : [],
      options.s3ObjectTags && key !== undefined && key !== '' ? this.#ofObject(bucket, key, name) : []
    ])
    const urns = found.flat()
    if (urns.length === 0) return {}
    return { s3Tags: [...urns, ...(await this.#held(tableUrn(name, table.CatalogId, options), name))] }
  }

  #ofBucket(bucket: string): Promise<readonly string[]> {
    const known = this.#buckets.get(bucket)
    if (known !== undefined) return known
    const asked = this.#ask(bucket, async () => {
      const s3 = await this.#context.s3()
      return s3.getBucketTagging(bucket, this.#context.signal)
    })
    if (this.#buckets.size < MOST_KEPT) this.#buckets.set(bucket, asked)
    return asked
  }

  #ofObject(bucket: string, key: string, table: string): Promise<readonly string[]> {
    return this.#ask(table, async () => {
      const s3 = await this.#context.s3()
      return s3.getObjectTagging(bucket, key, this.#context.signal)
    })
  }

  async #ask(resource: string, ask: () => Promise<readonly S3TagLike[]>): Promise<readonly string[]> {
    try {
      return (await ask()).flatMap(({ key, value }) => tagUrnOf(`${key}:${value}`) ?? [])
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error
      // A folder is a prefix and mostly no object of its own: there is nothing to tag.
      if (error.kind === 'not-found' && error.action === 's3:GetObjectTagging') return []
      this.#warn({ ...failureOf(error, this.#context.where.arn), resource })
      return []
    }
  }

  /** What people have added in DataHub stays. */
  async #held(urn: string, resource: string): Promise<readonly string[]> {
    try {
      const aspect = (await this.#context.datahub?.aspect(urn, 'globalTags')) ?? null
      const tags: unknown = aspect?.tags
      const urns = (Array.isArray(tags) ? tags : []).map((tag: unknown) => Reflect.get(Object(tag), 'tag'))
      return urns.filter((tag): tag is string => typeof tag === 'string')
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      this.#warn({ ...NOT_HELD, message: `${NOT_HELD.message}: ${messageOf(error)}`, resource })
      return []
    }
  }

  #warn(failure: Failure): void {
    this.#context.emit({ type: 'failed', severity: 'warning', failure })
  }
}

const NOT_HELD = {
  code: 's3-tags-not-joined',
  message: 'DataHub did not tell the tags that it holds: they are replaced by those of S3',
  cure: 'Check that the token may read metadata'
}

function failureOf(error: AwsCallError, arn: string): Failure {
  const [, operation = ''] = error.action.split(':')
  const code = `s3-tags-${error.kind === 'other' ? 'failed' : error.kind}`
  const message = `Its tags in S3 could not be read (${error.action}): ${error.code}: it is written without them`
  if (error.kind !== 'denied') return { code, message, cure: 'Check that the bucket exists, and run it again' }
  const statement = { Effect: 'Allow', Action: [`s3:${operation}`], Resource: [RESOURCES[operation] ?? '*'] }
  return {
    code,
    message,
    cure: `Add ${JSON.stringify(statement)} to the policy of ${arn}; the bucket's own policy may deny it too`
  }
}

const RESOURCES: Readonly<Record<string, string>> = {
  GetBucketTagging: 'arn:aws:s3:::*',
  GetObjectTagging: 'arn:aws:s3:::*/*'
}
