import { GetBucketTaggingCommand, GetObjectCommand, GetObjectTaggingCommand, S3Client } from '@aws-sdk/client-s3'
import { NO_ADVANCED_OPTIONS } from '../model/aws-options.ts'
import type { AwsOptions } from '../model/recipe.ts'
import { type CallPolicy, callAws } from './call.ts'
import type { ClientDeps } from './clients.ts'

/** A tag of a bucket or an object. */
export interface S3Tag {
  readonly key: string
  readonly value: string
}

/** Calls S3, with this program's retries, pacing and session renewal. */
export interface S3Caller {
  /** @throws AwsCallError when it failed for good · AppError when the identity was lost · the signal's reason */
  getObject(bucket: string, key: string, signal?: AbortSignal): Promise<Buffer>
  /** The same; a bucket without tags has an empty list of them. */
  getBucketTagging(bucket: string, signal?: AbortSignal): Promise<readonly S3Tag[]>
  /** The same, for an object. */
  getObjectTagging(bucket: string, key: string, signal?: AbortSignal): Promise<readonly S3Tag[]>
}

/** What a bucket without tags is answered with. */
const NO_TAGS = 'NoSuchTagSet'

/**
 * A client for S3 that acts as the owner of `credentials`.
 * @param aws how the recipe reaches it: its `aws_endpoint_url` is for S3 alone (aws_common.py get_s3_client)
 */
export function createS3Client(deps: ClientDeps, aws: Pick<AwsOptions, 'endpointUrl' | 'advanced'>): S3Caller {
  const { clock, emit, retries, limit, credentials, transport } = deps
  const settings = transport.settingsFor('S3')
  const endpoint = aws.endpointUrl ?? settings.endpoint
  const { pathStyle, accelerate } = aws.advanced ?? NO_ADVANCED_OPTIONS
  const client = new S3Client({
    ...settings,
    ...(endpoint === undefined ? {} : { endpoint }),
    forcePathStyle: pathStyle ?? endpoint !== undefined,
    useAccelerateEndpoint: accelerate,
    credentials,
    followRegionRedirects: true
  })
  const policy: CallPolicy = { service: 's3', retries, clock, emit, limit, renew: credentials.dropOlderThan }
  const options = (signal?: AbortSignal) => (signal === undefined ? {} : { abortSignal: signal })
  return {
    getObject: (Bucket, Key, signal) =>
      callAws(policy, 'GetObject', () => bodyOf(client, { Bucket, Key }, options(signal)), signal),
    getBucketTagging: (Bucket, signal) => {
      const attempt = async (): Promise<readonly S3Tag[]> => {
        try {
          return tagsOf(await client.send(new GetBucketTaggingCommand({ Bucket }), options(signal)))
        } catch (error) {
          if (error instanceof Error && error.name === NO_TAGS) return []
          throw error
        }
      }
      return callAws(policy, 'GetBucketTagging', attempt, signal)
    },
    getObjectTagging: (Bucket, Key, signal) => {
      const command = () => new GetObjectTaggingCommand({ Bucket, Key })
      return callAws(
        policy,
        'GetObjectTagging',
        async () => tagsOf(await client.send(command(), options(signal))),
        signal
      )
    }
  }
}

async function bodyOf(
  client: S3Client,
  place: { readonly Bucket: string; readonly Key: string },
  options: { readonly abortSignal?: AbortSignal }
): Promise<Buffer> {
  const answer = await client.send(new GetObjectCommand(place), options)
  return Buffer.from((await answer.Body?.transformToByteArray()) ?? [])
}

type TagSet = {
  readonly TagSet?: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined
}

const tagsOf = ({ TagSet = [] }: TagSet): readonly S3Tag[] =>
  TagSet.map(({ Key = '', Value = '' }) => ({ key: Key, value: Value }))
