import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from '../../../src/core/json.ts'
import { oddCatalogue } from '../../emulator/catalogue/odd.ts'
import type { MappingCase } from './ours.ts'
import { runPeer } from './peer-run.ts'
import { randomCase } from './random-case.ts'

/*
 * Has the peer map a fixed set of records and writes both down for test/source/glue/map/recorded.test.ts, one file a case:
 * node lib/tools/test/parity/mapping/record.js
 */

const FOLDER = 'test/testdata/glue/mapping'

const GMS = (version: string): JsonObject => ({ noCode: 'true', versions: { 'acryldata/datahub': { version } } })

/** Options that go with a kind of records, so that each is recorded somewhere. */
const CONFIGS: Readonly<Record<string, Pick<MappingCase, 'config' | 'flags' | 'gms'>>> = {
  odd_names: { config: { platform_instance: 'prod account' }, gms: GMS('v1.7.0') },
  odd_columns: { config: { platform: 'athena' } },
  odd_types: { config: {} },
  odd_storage: { config: { env: 'dev', aws_region: 'cn-north-1' } },
  odd_missing: { config: { catalog_id: '111122223333' }, gms: GMS('v1.4.0') },
  odd_owners: { config: { aws_region: 'us-gov-west-1' } },
  odd_views: { config: { platform_instance: 'x', env: 'STG' } },
  odd_delta: { config: { extract_delta_schema_from_parameters: true, emit_storage_lineage: true } },
  odd_column_parameters: { config: { extract_column_parameters: true, domain: { sales: { allow: ['.*_1.*'] } } } },
  odd_lineage: { config: { emit_storage_lineage: true, platform_instance: '' } },
  odd_links: { config: { ignore_resource_links: false, extract_delta_schema_from_parameters: true } },
  odd_sharing: {
    config: {
      ignore_resource_links: false,
      resolve_resource_link_schema: false,
      emit_storage_lineage: true,
      platform_instance: 'ingesting',
      catalog_to_platform_instance: {
        'arn:aws:glue:eu-west-1:111122223333': { env: 'QA' },
        'arn:aws:glue:eu-west-1:444455556666': { platform_instance: 'owner' }
      }
    }
  }
}

/** Storage as a downstream, over the same records. */
const DOWNSTREAM = { emit_storage_lineage: true, glue_storage_lineage_direction: 'downstream', platform: 'athena' }

/** The edge cases of the emulator's catalogue by kind; its small databases together; random records. */
function casesToRecord(): MappingCase[] {
  const plain = oddCatalogue(1)
    .map(({ database, tables }) => ({ database, tables: [...tables] }))
    .filter(({ database }) => database.TargetDatabase === undefined && database.Name !== 'odd_random')
  const large = plain.filter(({ database }) => database.Name in CONFIGS)
  const small = plain.filter(({ database }) => !(database.Name in CONFIGS))
  return [
    ...large.map(({ database, tables }) => {
      const options = CONFIGS[database.Name] ?? { config: {} }
      return { case: database.Name, ...options, databases: [database], tables }
    }),
    {
      case: 'odd_databases',
      config: {},
      databases: small.map((it) => it.database),
      tables: small.flatMap((it) => it.tables)
    },
    ...large
      .filter(({ database }) => database.Name === 'odd_lineage')
      .map(({ database, tables }) => ({
        case: 'odd_lineage_downstream',
        config: DOWNSTREAM,
        databases: [database],
        tables
      })),
    ...[1, 2, 3, 4].map((seed) => ({ ...randomCase(seed, 20), case: `random_${seed}` })),
    { ...randomCase(5, 12), case: 'random_no_browse_paths', flags: { generate_browse_path_v2: false } },
    { ...randomCase(6, 12), case: 'random_no_owners', config: { extract_owners: false } }
  ]
}

/** Names that the peer makes up anew in each run; compare.ts takes them for equal. */
const MADE_UP_NAME = /__struct(n_\d+)?_[0-9a-f]{32}/g

/** One member a line, so that a change shows as a change of lines. */
function fileOf(it: MappingCase, expected: JsonObject): string {
  const { databases, tables, ...head } = it
  const text = (item: unknown): string => JSON.stringify(item).replace(MADE_UP_NAME, '__struct$1_*')
  const list = (items: readonly unknown[]): string => `[\n${items.map(text).join(',\n')}\n]`
  const parts = [`"databases": ${list(databases)}`, `"tables": ${list(tables)}`]
  const { proposals, ...rest } = expected
  const results = [...Object.entries(rest).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)]
  results.push(`"proposals": ${list(Array.isArray(proposals) ? proposals : [])}`)
  return `{"options": ${JSON.stringify(head)},\n${parts.join(',\n')},\n"peer": {${results.join(',\n')}}}\n`
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const cases = casesToRecord()
  const results = await runPeer(cases)
  for (const it of cases) {
    const result = results.get(it.case)
    if (result === undefined) throw new Error(`the peer has no result for ${it.case}`)
    const content = fileOf(it, JSON.parse(JSON.stringify(result)))
    writeFileSync(join(FOLDER, `${it.case}.json`), content)
    process.stdout.write(
      `${it.case}: ${result.proposals.length} proposals, ${result.failures.length} failures, ${content.length} bytes\n`
    )
  }
}

await main()
