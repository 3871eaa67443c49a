import type { GlueClient, ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-glue'
import type { ResourceLfTags, TaggedResource } from '../../../model/lf-tags.ts'

export interface SendOptions {
  readonly abortSignal?: AbortSignal
}

/**
 * What reading needs of a Glue client; the SDK's own has it, and so has aws/clients.ts, whose calls are paced, retried
 * and throw AwsCallError.
 */
export interface GlueClientLike {
  send<Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
    command: Parameters<typeof GlueClient.prototype.send<Input, Output>>[0],
    options?: SendOptions
  ): Promise<Output>
}

/** What the source needs of S3 (aws/s3-client.ts); calls throw AwsCallError. */
export interface S3Like {
  getObject(bucket: string, key: string, signal?: AbortSignal): Promise<Buffer>
  getBucketTagging(bucket: string, signal?: AbortSignal): Promise<readonly S3TagLike[]>
  getObjectTagging(bucket: string, key: string, signal?: AbortSignal): Promise<readonly S3TagLike[]>
}

export interface S3TagLike {
  readonly key: string
  readonly value: string
}

/** What reading needs of a Lake Formation client; aws/lake-formation.ts has it. */
export interface LakeFormationLike {
  /** @throws AwsCallError when it failed for good · AppError when the identity was lost · the signal's reason */
  resourceLfTags(resource: TaggedResource, signal?: AbortSignal): Promise<ResourceLfTags>
}

/** Where the catalogue is and who reads it, for messages. */
export interface Whereabouts {
  readonly region: string
  readonly account: string
  /** The principal that the run acts as. */
  readonly arn: string
}
