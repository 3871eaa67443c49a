import type { JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom } from '../../emulator/random.ts'
import type { MappingCase } from './ours.ts'
import { randomDatabase, randomTable } from './random-record.ts'

const INSTANCES = ['pi', 'a b', 'x,(y)', 'ü', 'urn:li:dataPlatformInstance:z', '']

/** What a recipe asks for beyond tables and columns. */
function featuresOf(random: Random): JsonObject {
  const direction = random.pick(['upstream', 'downstream'])
  const owners = Object.fromEntries(['123456789012', '444455556666'].flatMap((account) => placeOf(account, random)))
  return {
    ...(random.chance(0.5) ? { extract_delta_schema_from_parameters: true } : {}),
    ...(random.chance(0.5) ? { extract_column_parameters: true } : {}),
    ...(random.chance(0.6) ? { emit_storage_lineage: true } : {}),
    ...(random.chance(0.3) ? { glue_storage_lineage_direction: direction } : {}),
    ...(random.chance(0.2) ? { include_column_lineage: false } : {}),
    ...(random.chance(0.5) ? { ignore_resource_links: false } : {}),
    ...(random.chance(0.5) ? { catalog_to_platform_instance: owners } : {}),
    ...(random.chance(0.3) ? { domain: domainsOf(random) } : {})
  }
}

function placeOf(account: string, random: Random): [string, JsonObject][] {
  const place = {
    ...(random.chance(0.7) ? { platform_instance: random.pick(INSTANCES) } : {}),
    ...(random.chance(0.3) ? { env: random.pick(['DEV', 'PROD', 'STG']) } : {})
  }
  return random.chance(0.7) ? [[`arn:aws:glue:eu-west-1:${account}`, place]] : []
}

function domainsOf(random: Random): JsonObject {
  const names = ['sales', 'urn:li:domain:x', 'a b', 'x,(y)', 'ü', '']
  const patterns = ['.*t[0-9]+$', '[0-9]\\..*', '.*[a-f].*', '.*\\..*', '0.*']
  return Object.fromEntries(
    Array.from({ length: random.int(0, 3) }, () => [random.pick(names), { allow: [random.pick(patterns)] }])
  )
}

/** Every option of a recipe that the mapping reads. */
function randomConfig(random: Random): JsonObject {
  return {
    ...(random.chance(0.3) ? { platform_instance: random.pick(INSTANCES) } : {}),
    ...(random.chance(0.3) ? { env: random.pick(['DEV', 'prod', 'Stg', 'CORP']) } : {}),
    ...(random.chance(0.2) ? { platform: 'athena' } : {}),
    ...(random.chance(0.2) ? { extract_owners: false } : {}),
    ...(random.chance(0.2) ? { catalog_id: '123456789012' } : {}),
    ...featuresOf(random),
    ...(random.chance(0.3)
      ? {
          aws_region: random.pick([
            'cn-north-1',
            'us-gov-west-1',
            'us-iso-east-1',
            'us-isob-east-1',
            'eusc-de-east-1',
            'eu-isoe-west-1',
            'us-isof-south-1',
            'xx',
            null
          ])
        }
      : {})
  }
}

/** Records that the seed makes up, and options to map them with. */
export function randomCase(seed: number, tables: number): MappingCase {
  const random = seededRandom(seed)
  const databases = Array.from({ length: 4 }, (_, i) => randomDatabase(random, i))
  const config = randomConfig(random)
  const records = Array.from({ length: tables }, (_, i) => randomTable(random, random.pick(databases).Name, i))
  return {
    case: `seed ${seed}`,
    config,
    flags: { generate_browse_path_v2: random.chance(0.9) },
    gms: {
      noCode: 'true',
      versions: { 'acryldata/datahub': { version: random.pick(['v1.7.0', 'v1.4.0', 'v0.14.1', '2.1.0rc1']) } },
      datahub: { serverEnv: random.pick(['core', 'cloud', '']) }
    },
    databases,
    tables: namesFields(config) ? records.map(withoutHalves) : records
  }
}

/** Where fields get urns, halves of surrogate pairs in the names of columns end the peer's run. */
const namesFields = (config: JsonObject): boolean =>
  config.extract_column_parameters === true || config.emit_storage_lineage === true

const withoutHalves = (record: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(record), (_name, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Cs}/gu, '') : value
  )
