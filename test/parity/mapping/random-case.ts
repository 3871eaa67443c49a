import type { JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom } from '../../emulator/random.ts'
import type { MappingCase } from './ours.ts'
import { randomDatabase, randomTable } from './random-record.ts'

const INSTANCES = ['pi', 'a b', 'x,(y)', 'ü', 'urn:li:dataPlatformInstance:z', '']

/** Every option of a recipe that the mapping reads. */
function randomConfig(random: Random): JsonObject {
  return {
    ...(random.chance(0.3) ? { platform_instance: random.pick(INSTANCES) } : {}),
    ...(random.chance(0.3) ? { env: random.pick(['DEV', 'prod', 'Stg', 'CORP']) } : {}),
    ...(random.chance(0.2) ? { platform: 'athena' } : {}),
    ...(random.chance(0.2) ? { extract_owners: false } : {}),
    ...(random.chance(0.2) ? { catalog_id: '123456789012' } : {}),
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
  return {
    case: `seed ${seed}`,
    config: randomConfig(random),
    flags: { generate_browse_path_v2: random.chance(0.9) },
    gms: {
      noCode: 'true',
      versions: { 'acryldata/datahub': { version: random.pick(['v1.7.0', 'v1.4.0', 'v0.14.1', '2.1.0rc1']) } },
      datahub: { serverEnv: random.pick(['core', 'cloud', '']) }
    },
    databases,
    tables: Array.from({ length: tables }, (_, i) => randomTable(random, random.pick(databases).Name, i))
  }
}
