import type { JsonObject } from '../../../src/core/json.ts'
import type { ParityCase } from './case.ts'

/** These cases are about tables and views alone: jobs, the lineage of views and resource links have cases of their own. */
const TABLES_ONLY: JsonObject = {
  extract_transforms: 'false',
  include_view_lineage: false,
  ignore_resource_links: true
}

const CASES: readonly ParityCase[] = [
  { name: 'defaults', catalogue: 'odd', seed: 1 },
  { name: 'defaults-realistic', catalogue: 'realistic', seed: 2 },
  { name: 'defaults-plain', catalogue: 'plain', seed: 3 },
  { name: 'platform-instance', catalogue: 'odd', seed: 4, config: { platform_instance: 'prod account' } },
  { name: 'env-lower-case', catalogue: 'odd', seed: 5, config: { env: 'dev' } },
  { name: 'instance-and-env', catalogue: 'realistic', seed: 6, config: { platform_instance: 'p1', env: 'STG' } },
  { name: 'platform-athena', catalogue: 'odd', seed: 7, config: { platform: 'athena' } },
  { name: 'no-owners', catalogue: 'realistic', seed: 8, config: { extract_owners: false } },
  { name: 'catalog-id', catalogue: 'realistic', seed: 9, config: { catalog_id: '111122223333' } },
  {
    name: 'patterns-allow-and-deny',
    catalogue: 'realistic',
    seed: 10,
    config: { database_pattern: { deny: ['.*raw'] }, table_pattern: { allow: ['[a-m].*'], deny: ['.*_(tmp|old)$'] } }
  },
  {
    name: 'patterns-case-sensitive',
    catalogue: 'odd',
    seed: 11,
    config: { table_pattern: { allow: ['.*\\.[a-z].*'], ignoreCase: false } }
  },
  { name: 'pattern-unicode', catalogue: 'odd', seed: 12, config: { table_pattern: { allow: ['.*\\.\\w+$'] } } },
  { name: 'old-gms', catalogue: 'odd', seed: 13, gmsVersion: '0.14.1' },
  { name: 'gms-that-patches-status', catalogue: 'odd', seed: 21, gmsVersion: '1.7.1' },
  { name: 'openapi', catalogue: 'odd', seed: 22, sink: { endpoint: 'OPENAPI' } },
  {
    name: 'openapi-with-patches',
    catalogue: 'realistic',
    seed: 23,
    gmsVersion: '1.7.1',
    sink: { endpoint: 'openapi', mode: 'SYNC' }
  },
  { name: 'no-browse-paths', catalogue: 'realistic', seed: 14, recipe: { flags: { generate_browse_path_v2: false } } },
  { name: 'pipeline-name', catalogue: 'realistic', seed: 15, recipe: { pipeline_name: 'glue nightly' } },
  ...[16, 17, 18, 19, 20].map((seed) => ({ name: `odd-seed-${seed}`, catalogue: 'odd' as const, seed }))
]

export const PLAIN_CASES: readonly ParityCase[] = CASES.map((it) => ({
  ...it,
  config: { ...TABLES_ONLY, ...it.config }
}))
