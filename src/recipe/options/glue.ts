import { option, section } from '../../core/config/option.ts'
import { choice, flag, orNull, record, text } from '../../core/config/types.ts'
import { AWS_OPTIONS } from './aws.ts'
import { catalogueInstances, targetPlatforms } from './catalog.ts'
import { FABRICS } from './fabric.ts'
import { ALLOW_ALL, nameFilter } from './name-filter.ts'
import { PROFILING } from './profiling.ts'
import { STATEFUL_INGESTION } from './stateful.ts'

/** `source.config`: the peer's GlueSourceConfig (source/aws/glue.py), in its names. */
export const GLUE_OPTIONS = {
  ...AWS_OPTIONS,
  platform: option(choice(['glue', 'athena']), 'glue', 'The platform that datasets are shown under.'),
  platform_instance: option(orNull(text), null, 'The instance of the platform that all assets belong to.'),
  env: option(choice(FABRICS, { fold: true }), 'PROD', 'The environment that all assets belong to.'),
  catalog_id: option(orNull(text), null, 'The account whose catalogue is read; by default the caller’s own.'),
  database_pattern: option(nameFilter, ALLOW_ALL, 'Which databases are read, by name.'),
  table_pattern: option(nameFilter, ALLOW_ALL, 'Which tables and views are read, by `database.table`.'),
  extract_owners: option(orNull(flag), true, 'Whether a table’s owner becomes its owner in DataHub.'),
  ignore_resource_links: option(orNull(flag), false, 'Whether Lake Formation resource links are left out.'),
  extract_transforms: option(orNull(flag), true, 'Whether Glue jobs are read.'),
  ignore_unsupported_connectors: option(
    orNull(flag),
    true,
    'Whether connectors that are not known are left out of jobs.'
  ),
  emit_storage_lineage: option(flag, false, 'Whether tables get lineage to their storage.'),
  emit_s3_lineage: {
    ...option(flag, false, 'The old name of emit_storage_lineage.'),
    renamedTo: 'emit_storage_lineage'
  },
  glue_storage_lineage_direction: option(
    choice(['upstream', 'downstream']),
    'upstream',
    'Which way storage lineage goes.'
  ),
  glue_s3_lineage_direction: {
    ...option(choice(['upstream', 'downstream']), 'upstream', 'The old name of glue_storage_lineage_direction.'),
    renamedTo: 'glue_storage_lineage_direction'
  },
  include_column_lineage: option(flag, true, 'Whether lineage is told for columns too.'),
  include_view_lineage: option(flag, true, 'Whether the SQL of views is parsed for lineage.'),
  domain: option(record(nameFilter), {}, 'Which tables belong to which domain.'),
  use_s3_bucket_tags: option(orNull(flag), false, 'Whether tables get the tags of their S3 bucket.'),
  use_s3_object_tags: option(orNull(flag), false, 'Whether tables get the tags of their S3 objects.'),
  extract_lakeformation_tags: option(orNull(flag), false, 'Whether Lake Formation tags are read.'),
  propagate_lakeformation_tags: option(flag, false, 'Whether tables and columns inherit Lake Formation tags.'),
  extract_lakeformation_column_tags: option(flag, true, 'Whether columns get their Lake Formation tags.'),
  extract_delta_schema_from_parameters: option(
    orNull(flag),
    false,
    'Whether Delta schemas are read from table parameters.'
  ),
  extract_column_parameters: option(flag, false, 'Whether column parameters become structured properties.'),
  resolve_resource_link_schema: option(flag, true, 'Whether resource links get the schema of what they point at.'),
  target_platform_configs: option(
    targetPlatforms,
    {},
    'Instances and environments of platforms that jobs read and write.'
  ),
  catalog_to_platform_instance: option(catalogueInstances, {}, 'Instances of catalogues that other accounts own.'),
  profiling: option(section(PROFILING, 'source.config.profiling'), null, 'Profiles from Glue’s parameters.'),
  incremental_properties: option(flag, false, 'Whether properties are added to and not replaced.'),
  stateful_ingestion: option(
    orNull(section(STATEFUL_INGESTION, 'source.config.stateful_ingestion')),
    null,
    'State that is kept from run to run.'
  )
} as const
