const RETRIES =
  'Each attempt also waits for its turn: calls are paced as soon as AWS throttles, in all three modes, where botocore does so in `adaptive` only. Throttling, timeouts, broken connections and answers of 5xx are tried again in each of them, with waits of up to 20 seconds.'

/**
 * What an option of `source.config` does otherwise than with DataHub's own source, for the README. What is not here does
 * the same (test/parity); test/parity/deviations.yml holds the single differences in what is written.
 */
export const DEVIATIONS: Readonly<Record<string, string>> = {
  aws_region: 'Also read from `AWS_REGION`, the input `aws-region` and the profile.',
  aws_role:
    'The session is named `role-session-name`, and narrowed to what the recipe needs (`least-privilege`), unless the entry has a `Policy` or `PolicyArns` of its own. Sessions are renewed. `ProvidedContexts` is refused.',
  aws_access_key_id: 'Without its secret it is left out, with a warning.',
  aws_secret_access_key: 'Without its key it is left out, with a warning.',
  aws_profile: '`aws_role` beside it is left out, as with DataHub, but with a warning.',
  aws_proxy: 'Also used for calls to STS.',
  aws_retry_num: RETRIES,
  aws_retry_mode: RETRIES,
  aws_advanced_config:
    'Used: `connect_timeout`, `region_name`, `max_pool_connections`, `use_fips_endpoint`, `use_dualstack_endpoint`, `ignore_configured_endpoint_urls`, `user_agent_extra`, `user_agent_appid`, `client_cert`, `proxies_config.proxy_ca_bundle`, `s3.addressing_style`, `s3.use_accelerate_endpoint`. Refused: `signature_version` other than v4, `proxy_client_cert`, `proxy_use_forwarding_for_https`, and what has an option of its own. The others change nothing of what is read.',
  database_pattern: 'Python’s regular expressions; the few that JavaScript has no words for are refused.',
  table_pattern: 'Python’s regular expressions; the few that JavaScript has no words for are refused.',
  platform: 'An empty one is refused: GMS would refuse its urns.',
  extract_transforms:
    'A `GetJobs` that is denied or throttled is a failure in the report, and the tables are still written.',
  include_view_lineage: 'Parsed by a port of sqlglot: SQL text may be printed otherwise.',
  extract_lakeformation_tags:
    'Tags of S3 and of Lake Formation on one table are joined; DataHub’s second ones erase the first.',
  use_s3_bucket_tags: 'Tags of S3 and of Lake Formation on one table are joined.',
  use_s3_object_tags: 'Tags of S3 and of Lake Formation on one table are joined.',
  propagate_lakeformation_tags: 'Without `extract_lakeformation_tags` it does nothing, with a warning.',
  profiling: 'All pages of partitions are read; DataHub reads the first.',
  incremental_properties:
    'Properties become a PATCH behind the transformers, so that what `simple_add_dataset_properties` adds is part of it; DataHub’s own writes that alone, over everything else.',
  'stateful_ingestion.enabled':
    'Without a `stateful_ingestion` block nothing is kept or removed, as with DataHub, whose log says otherwise.',
  'stateful_ingestion.remove_stale_metadata':
    'Only what AWS confirms to be gone is removed, and never tags, terms, properties or what lies outside of Glue; see [Removing what is gone](#removing-what-is-gone).',
  'stateful_ingestion.fail_safe_threshold':
    'Applies to every database by itself, too. What stays because its list was denied or broke off does not count.',
  'stateful_ingestion.max_checkpoint_state_size': 'A larger state is a failure; DataHub only logs it.',
  extract_column_parameters:
    'Keys whose characters no property’s id may have share one property: it is named after the first.'
}
