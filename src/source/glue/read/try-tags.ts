import { textOf } from '../map/record-values.ts'
import { type Found, type Trial, type TrialContext, tried, untried } from './trial.ts'
import { NO_TABLE } from './try-catalogue.ts'

/** Tries what the tags of Lake Formation and S3 need, where the recipe wants them. */
export async function tryTags(context: TrialContext, found: Found): Promise<readonly Trial[]> {
  const { lakeFormationTags, s3BucketTags, s3ObjectTags } = context.options
  return [
    ...(lakeFormationTags === null ? [] : [await tryLfTags(context, found)]),
    ...(s3BucketTags ? [await tryBucket(context, found)] : []),
    ...(s3ObjectTags ? [await tryObject(context, found)] : [])
  ]
}

async function tryLfTags({ lakeFormation, options, account, signal }: TrialContext, found: Found): Promise<Trial> {
  const action = 'lakeformation:GetResourceLFTags'
  const { database, table } = found
  if (database === null) return untried(action, 'no database is seen to try it on')
  const owner = textOf((table ?? database).CatalogId) || options.catalogId || account
  const asked = {
    account: owner,
    database: table?.DatabaseName ?? database.Name,
    ...(table === null ? {} : { table: table.Name })
  }
  const resource = table === null ? database.Name : `${table.DatabaseName}.${table.Name}`
  const call = () => lakeFormation.resourceLfTags(asked, signal)
  return (await tried(action, resource, call, () => `tried on ${resource}`)).trial
}

/** Where the table's data lie. */
function placeOf({ table }: Found): { readonly bucket: string; readonly key: string } | null {
  const [, bucket = '', key = ''] =
    /^s3[na]?:\/\/([^/]*)(?:\/(.*))?$/s.exec(textOf(table?.StorageDescriptor?.Location) ?? '') ?? []
  return bucket === '' ? null : { bucket, key }
}

const nowhere = ({ table }: Found): string =>
  table === null ? NO_TABLE : `${table.DatabaseName}.${table.Name}, the table that is looked at, is not in S3`

async function tryBucket({ s3, signal }: TrialContext, found: Found): Promise<Trial> {
  const action = 's3:GetBucketTagging'
  const place = placeOf(found)
  if (place === null) return untried(action, nowhere(found))
  const call = async () => (await s3()).getBucketTagging(place.bucket, signal)
  return (await tried(action, place.bucket, call, () => `tried on ${place.bucket}`)).trial
}

async function tryObject({ s3, signal }: TrialContext, found: Found): Promise<Trial> {
  const action = 's3:GetObjectTagging'
  const place = placeOf(found)
  if (place === null || place.key === '') return untried(action, nowhere(found))
  const resource = `s3://${place.bucket}/${place.key}`
  const call = async () => (await s3()).getObjectTagging(place.bucket, place.key, signal)
  return (await tried(action, resource, call, () => `tried on ${resource}`)).trial
}
