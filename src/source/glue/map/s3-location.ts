import { encodeUrnPart } from '../../../datahub/urn.ts'

const PREFIX = /^s3[na]?:\/\//

/** A place in S3: `s3://bucket/key`. */
export interface S3Location {
  readonly bucket: string
  /** Behind the first slash; null where there is none. */
  readonly key: string | null
}

/** null for what is no S3 URI (the peer's s3_util.py is_s3_uri: `s3`, `s3n`, `s3a`, in lower case). */
export function s3Location(uri: string): S3Location | null {
  if (!PREFIX.test(uri)) return null
  const name = uri.replace(PREFIX, '')
  const slash = name.indexOf('/')
  return slash === -1 ? { bucket: name, key: null } : { bucket: name.slice(0, slash), key: name.slice(slash + 1) }
}

/** The dataset of a place in S3, null for what is none; one slash at the end does not count (make_s3_urn_for_lineage). */
export function s3DatasetUrn(uri: string, env: string): string | null {
  if (!PREFIX.test(uri)) return null
  const name = uri.replace(PREFIX, '').replace(/\/$/, '')
  return `urn:li:dataset:(urn:li:dataPlatform:s3,${encodeUrnPart(name)},${env})`
}
