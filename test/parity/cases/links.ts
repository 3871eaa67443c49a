import type { ParityCase } from './case.ts'

const LINKS = { extract_transforms: false, include_view_lineage: false }
const MAPPED = {
  'arn:aws:glue:eu-west-1:444455556666': { platform_instance: 'owner' },
  'arn:aws:glue:eu-west-1:777788889999': { platform_instance: 'partner', env: 'STG' }
}

/** Resource links and catalogues of other accounts. */
export const LINK_CASES: readonly ParityCase[] = [
  { name: 'links', catalogue: 'odd', seed: 51, config: LINKS },
  { name: 'links-realistic', catalogue: 'realistic', seed: 52, config: LINKS },
  { name: 'links-mapped', catalogue: 'odd', seed: 53, config: { ...LINKS, catalog_to_platform_instance: MAPPED } },
  {
    name: 'links-mapped-instance',
    catalogue: 'realistic',
    seed: 54,
    config: { ...LINKS, catalog_to_platform_instance: MAPPED, platform_instance: 'own' }
  },
  {
    name: 'links-own-mapped',
    catalogue: 'odd',
    seed: 55,
    config: {
      ...LINKS,
      catalog_to_platform_instance: { 'arn:aws:glue:eu-west-1:111122223333': { platform_instance: 'own', env: 'QA' } }
    }
  },
  {
    name: 'links-no-schema',
    catalogue: 'odd',
    seed: 56,
    config: { ...LINKS, resolve_resource_link_schema: false, catalog_to_platform_instance: MAPPED }
  },
  {
    name: 'links-storage-lineage',
    catalogue: 'odd',
    seed: 57,
    config: { ...LINKS, catalog_to_platform_instance: MAPPED, emit_storage_lineage: true }
  },
  {
    name: 'links-catalog-id',
    catalogue: 'realistic',
    seed: 58,
    config: { ...LINKS, catalog_id: '111122223333', catalog_to_platform_instance: MAPPED }
  }
]
