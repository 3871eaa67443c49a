import { CreatePartitionCommand, GlueClient } from '@aws-sdk/client-glue'
import { AddLFTagsToResourceCommand, CreateLFTagCommand, LakeFormationClient } from '@aws-sdk/client-lakeformation'
import {
  CreateBucketCommand,
  PutBucketTaggingCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client
} from '@aws-sdk/client-s3'
import { ACCOUNT, type Moto, REGION, startMoto } from '../../e2e/moto/moto.ts'
import { realisticCatalogue } from '../../emulator/catalogue/realistic.ts'
import type { Catalogue, TableJson } from '../../emulator/catalogue/types.ts'
import { type Random, seededRandom } from '../../emulator/random.ts'

/*
 * A catalogue in moto, by calls to AWS's own interfaces: databases, tables, views, partitions with statistics, Lake
 * Formation's tags, buckets and objects with tags. moto knows no links to
 * other catalogues and no dataflow graphs, without which the peer breaks off at the first job.
 */

const SEED = 7
const DATABASES = 6
const TABLES = 25

const catalogue = (): Catalogue =>
  realisticCatalogue(SEED)
    .filter(({ database }) => database.TargetDatabase === undefined)
    .slice(0, DATABASES)
    .map(({ database, tables }) => ({
      database,
      tables: [...tables].filter((table) => table.TargetTable === undefined).slice(0, TABLES)
    }))

/** Starts moto (the variable MOTO_SERVER names it) and fills it, the same each time. */
export async function filledMoto(): Promise<Moto> {
  const moto = await startMoto()
  const config = {
    endpoint: moto.url,
    region: REGION,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    forcePathStyle: true
  }
  const held = catalogue()
  await moto.fill(held)
  const random = seededRandom(SEED)
  await fillGlue(new GlueClient(config), held, random)
  await fillLakeFormation(new LakeFormationClient(config), held, random)
  await fillS3(new S3Client(config), held, random)
  return moto
}

async function fillGlue(client: GlueClient, held: Catalogue, random: Random): Promise<void> {
  for (const { database, tables } of held) {
    for (const table of tables) {
      const keys = (table.PartitionKeys ?? []) as readonly { readonly Name: string }[]
      if (keys.length === 0) continue
      for (const day of [1, 2, 3]) {
        const PartitionInput = {
          Values: keys.map(({ Name }) => `${Name}-${day}`),
          Parameters: { numRows: String(random.int(0, 1_000)), kind: 'partition' },
          StorageDescriptor: { Columns: [{ Name: 'id', Type: 'int' }] }
        }
        const place = { DatabaseName: database.Name, TableName: table.Name }
        await client.send(new CreatePartitionCommand({ ...place, PartitionInput }))
      }
    }
  }
  client.destroy()
}

const TAGS: Readonly<Record<string, readonly string[]>> = { team: ['sales', 'finance'], class: ['public', 'secret'] }

async function fillLakeFormation(client: LakeFormationClient, held: Catalogue, random: Random): Promise<void> {
  const CatalogId = ACCOUNT
  for (const [TagKey, TagValues] of Object.entries(TAGS)) {
    await client.send(new CreateLFTagCommand({ CatalogId, TagKey, TagValues: [...TagValues] }))
  }
  const tag = (): { TagKey: string; TagValues: string[] } => {
    const [TagKey, values] = random.pick(Object.entries(TAGS))
    return { TagKey, TagValues: [random.pick(values)] }
  }
  const add = (Resource: object): Promise<unknown> =>
    client.send(new AddLFTagsToResourceCommand({ CatalogId, Resource, LFTags: [{ CatalogId, ...tag() }] }))
  for (const { database, tables } of held) {
    if (random.chance(0.7)) await add({ Database: { CatalogId, Name: database.Name } })
    for (const table of tables) {
      if (!random.chance(0.5)) continue
      await add({ Table: { CatalogId, DatabaseName: database.Name, Name: table.Name } })
    }
  }
  client.destroy()
}

/** Bucket and key below which a table is stored, when it is in S3. */
function placeOf(table: TableJson): readonly [string, string] | null {
  const location = (table.StorageDescriptor as { readonly Location?: string } | undefined)?.Location ?? ''
  const [, bucket = '', key = ''] = /^s3a?:\/\/([^/]+)\/(.*)$/u.exec(location) ?? []
  return bucket === '' ? null : [bucket, key]
}

async function fillS3(client: S3Client, held: Catalogue, random: Random): Promise<void> {
  const CreateBucketConfiguration = { LocationConstraint: REGION } as const
  const buckets = new Set<string>()
  const tagging = (): { TagSet: { Key: string; Value: string }[] } => ({
    TagSet: [{ Key: random.pick(['owner', 'cost']), Value: random.pick(['a', 'b c', '']) }]
  })
  const create = async (Bucket: string): Promise<void> => {
    if (buckets.has(Bucket)) return
    buckets.add(Bucket)
    await client.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }))
    if (random.chance(0.7)) await client.send(new PutBucketTaggingCommand({ Bucket, Tagging: tagging() }))
  }
  for (const table of [...held].flatMap(({ tables }) => [...tables])) {
    const place = placeOf(table)
    if (place === null) continue
    const [Bucket, Key] = place
    await create(Bucket)
    if (Key === '') continue
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))
    // An object that is not there is what the peer loses its table by.
    if (random.chance(0.5)) await client.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: tagging() }))
  }
  client.destroy()
}
