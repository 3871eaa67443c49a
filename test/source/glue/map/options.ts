import type { NameFilter } from '../../../../src/core/allow-deny.ts'
import type { GlueOptions } from '../../../../src/model/recipe.ts'

const everything: NameFilter = { allows: () => true, decidedBy: () => ({ allowed: true, pattern: null, index: null }) }

/** The options of a recipe that says nothing but its region. */
export const glueOptions = (changes: Partial<GlueOptions> = {}): GlueOptions => ({
  aws: {
    region: 'eu-west-1',
    keys: null,
    profile: null,
    roles: [],
    endpointUrl: null,
    proxies: {},
    retries: 0,
    retryMode: 'standard',
    connectTimeoutSeconds: 1,
    readTimeoutSeconds: 1
  },
  platform: 'glue',
  platformInstance: null,
  env: 'PROD',
  catalogId: null,
  databasePattern: everything,
  tablePattern: everything,
  extractOwners: true,
  ignoreResourceLinks: false,
  resolveResourceLinkSchema: true,
  catalogInstances: {},
  storageLineage: null,
  columnLineage: true,
  viewLineage: true,
  domains: [],
  s3BucketTags: false,
  s3ObjectTags: false,
  lakeFormationTags: null,
  deltaSchema: false,
  columnParameters: false,
  incrementalProperties: false,
  jobs: true,
  ignoreUnsupportedConnectors: true,
  targetPlatforms: {},
  profiling: null,
  stateful: null,
  columnStatistics: false,
  ...changes
})
