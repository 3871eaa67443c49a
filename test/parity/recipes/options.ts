/** Where every option of the peer stands, as paths; `*` is a name of the user's own. */
export const OPTION_PATHS: readonly string[] = [
  ...['source', 'sink', 'transformers', 'flags', 'reporting', 'run_id', 'datahub_api', 'pipeline_name', 'failure_log'],
  ...['recording', 'source.type', 'source.config', 'source.extractor', 'source.extractor_config', 'sink.type'],
  ...['source.extractor_config.unpack_mces_into_mcps', 'sink.config', 'failure_log.enabled', 'failure_log.log_config'],
  ...['recording.enabled', 'recording.password', 'recording.s3_upload', 'recording.output_path'],
  ...[
    ...['generate_browse_path_v2', 'generate_browse_path_v2_dry_run', 'generate_memory_profiles'],
    ...[
      'auto_resolve_lineage_urns',
      'auto_resolve_lineage_urns.enabled',
      'auto_resolve_lineage_urns.upstream_platforms'
    ],
    ...['auto_resolve_lineage_urns.resolve_all_platforms', 'progress_report_max_failures', 'report_info_sample_size'],
    ...['progress_report_max_warnings', 'progress_report_max_infos', 'report_failure_sample_size'],
    ...['report_warning_sample_size', 'set_system_metadata', 'set_system_metadata_pipeline_name']
  ].map((name) => `flags.${name}`),
  ...[
    ...['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token', 'aws_role', 'aws_profile', 'aws_region'],
    ...['aws_endpoint_url', 'aws_proxy', 'aws_retry_num', 'aws_retry_mode', 'read_timeout', 'aws_advanced_config'],
    ...['platform', 'platform_instance', 'env', 'catalog_id', 'database_pattern', 'table_pattern', 'extract_owners'],
    ...['database_pattern.allow', 'database_pattern.deny', 'database_pattern.ignoreCase', 'extract_transforms'],
    ...['ignore_unsupported_connectors', 'emit_storage_lineage', 'emit_s3_lineage', 'glue_storage_lineage_direction'],
    ...['glue_s3_lineage_direction', 'domain', 'ignore_resource_links', 'use_s3_bucket_tags', 'use_s3_object_tags'],
    ...['extract_lakeformation_tags', 'propagate_lakeformation_tags', 'extract_lakeformation_column_tags'],
    ...['profiling', 'stateful_ingestion', 'extract_delta_schema_from_parameters', 'include_column_lineage'],
    ...['resolve_resource_link_schema', 'include_view_lineage', 'extract_column_parameters', 'incremental_properties'],
    ...['target_platform_configs', 'catalog_to_platform_instance', 'domain.*', 'domain.*.allow'],
    ...['target_platform_configs.*', 'target_platform_configs.*.env', 'target_platform_configs.*.platform_instance'],
    ...['stateful_ingestion.enabled', 'stateful_ingestion.remove_stale_metadata', 'stateful_ingestion.state_provider'],
    ...['stateful_ingestion.fail_safe_threshold', 'stateful_ingestion.ignore_old_state'],
    ...['stateful_ingestion.ignore_new_state', 'stateful_ingestion.max_checkpoint_state_size'],
    ...['stateful_ingestion.state_provider.type', 'stateful_ingestion.state_provider.config'],
    ...['profiling.enabled', 'profiling.profile_table_level_only', 'profiling.row_count', 'profiling.null_count'],
    ...['profiling.stdev', 'profiling.partition_patterns', 'profiling.operation_config'],
    ...['profiling.operation_config.lower_freq_profile_enabled', 'profiling.operation_config.profile_day_of_week'],
    ...['profiling.operation_config.profile_date_of_month']
  ].map((name) => `source.config.${name}`),
  ...[
    ...['server', 'token', 'auth', 'timeout_sec', 'retry_status_codes', 'retry_max_times', 'pool_connections'],
    ...['pool_maxsize', 'extra_headers', 'ca_certificate_path', 'client_certificate_path', 'client_key_path'],
    ...['disable_ssl_verification', 'openapi_ingestion', 'respect_mcp_sync_marker', 'client_mode', 'mode', 'endpoint'],
    ...['datahub_component', 'server_config_refresh_interval', 'tcp_keepalive', 'default_emit_mode', 'max_threads'],
    ...['max_pending_requests', 'max_per_batch', 'min_process_interval_seconds', 'extra_headers.*', 'auth.type']
  ].map((name) => `sink.config.${name}`),
  ...['datahub_api.server', 'datahub_api.token', 'datahub_api.timeout_sec', 'datahub_api.typo', 'transformers.*']
]

/** Values as YAML text, right and wrong, for any option. */
export const VALUES: readonly string[] = [
  ...['', '~', 'true', 'false', 'yes', 'off', '"true"', '"False"', '"yes"', '"T"', '" true "', '""', '"on"', '"maybe"'],
  ...['0', '1', '2', '-1', '3', '7', '31', '100', '200', '201', '010', '1.0', '1.5', '-0.5', '100.5', '1e3', '.inf'],
  ...['.nan', '"3"', '" 3 "', '"3.0"', '"3.5"', '"-1"', '"1_000"', '"1e3"', '"0x1F"', '"+4"', '"007"', '"inf"', '"_1"'],
  ...['"1__0"', '"3."', '".5"', '"1e400"', '99999999999999999999', '123456789012', '"123456789012"', '2001-01-01'],
  ...['plain', 'glue', 'athena', 'PROD', 'prod', 'Non_Prod', 'nowhere', 'generic', 'legacy', 'Standard', 'SYNC'],
  ...['async_batch', 'RESTLI', 'openapi', 'upstream', 'Upstream', 'DOWNSTREAM', 'ASYNC_WAIT', 'INGESTION', 'datahub'],
  ...['"http://gms:8080"', '"https://gms/"', '"ftp://x"', '"gms:8080"', '"arn:aws:iam::123456789012:role/r"'],
  ...[
    '"arn:aws:iam::1:role/r"',
    'us-east-1',
    '[]',
    '{}',
    '[a]',
    '["a.*", b]',
    '[1]',
    '["1", 2]',
    '[true]',
    '[~]',
    '["("]'
  ],
  ...['[[a]]', '{a: b}', '{a: 1}', '{1: a}', '{a: ~}', '{allow: [a]}', '{allow: a}', '{allow: ["("]}', '{deny: [1]}'],
  ...['{allow: []}', '{allowed: [a]}', '{ignoreCase: ~}', '{ignoreCase: "no"}', '{enabled: true}', '{enabled: false}'],
  ...['{enabled: "no"}', '{enabled: 2}', '{enabled: ~}', '{type: datahub}', '{type: static, config: {token: t}}'],
  ...['{type: 1}', '[{type: datahub}]', '[{type: mark_dataset_status, config: {removed: true}}]', '[{typ: x}]', '[{}]'],
  ...['["arn:aws:iam::123456789012:role/r"]', '[{RoleArn: "arn:aws:iam::123456789012:role/r", ExternalId: x}]'],
  ...['{RoleArn: "arn:aws:iam::123456789012:role/r"}', '[{ExternalId: x}]', '[{RoleArn: 1}]', '{http: "http://p:1"}'],
  ...[
    '{connect_timeout: 5}',
    '{read_timeout: 5}',
    '{max_pool_connections: 3}',
    '{region_name: eu-west-1}',
    '{typo: 1}'
  ],
  ...[
    '[{RoleArn: "arn:aws:iam::123456789012:role/r", DurationSeconds: 900, Tags: [{Key: k, Value: v}], Policy: "{}"}]',
    '[{RoleArn: "arn:aws:iam::123456789012:role/r", ExternalId: ~, PolicyArns: [{arn: a}], SourceIdentity: ci}]',
    '{use_fips_endpoint: true, use_dualstack_endpoint: false, user_agent_appid: x, client_cert: /a.pem}',
    '{s3: {addressing_style: path}, proxies_config: {proxy_ca_bundle: /a.pem}, tcp_keepalive: true}',
    '{s3: {addressing_style: nowhere}}',
    '{defaults_mode: standard, inject_host_prefix: true}',
    '{row_count: numRows, enabled: true}'
  ],
  ...['{retries: {max_attempts: 3}}', '{user_agent_extra: x}', '{platform_instance: x}', '{env: 1}', '{env: any}'],
  ...['{postgres: {platform_instance: p}}', '{"arn:aws:glue:us-east-1:123456789012": {platform_instance: p}}'],
  ...['{"arn:aws:glue:cn-north-1:123456789012": {}}', '{"arn:aws-cn:glue:cn-north-1:123456789012": {}}', '{x: {}}'],
  ...['{"arn:aws-us-gov:glue:us-gov-west-1:123456789012": {}}', '{"arn:aws:glue:mars-1:123456789012": {}}'],
  ...['{unpack_mces_into_mcps: true}', '{unpack_mces_into_mcps: x}', '{filename: f}', '{filename: 1}', '{server: x}'],
  ...['{upstream_platforms: [{platform: x}], enabled: true}', '{lower_freq_profile_enabled: true}'],
  ...['{lower_freq_profile_enabled: true, profile_day_of_week: 6}', '{profile_day_of_week: 7}'],
  ...[
    ...["'§{SET}'", "'§{EMPTY}'", "'§{UNSET}'", "'§{UNSET:-x}'", "'§{UNSET:?m}'", "'$SET'", "'$UNSET'", "'§{TRUE}'"],
    ...["'§{NUMBER}'", "'a§{SET}b'", "'${'", "'${SET'", "'§{UNSET:-§{TRUE}}'", "'a$'", "'\\§{SET}'", "['§{UNSET}']"]
  ].map((value) => value.replaceAll('§', '$'))
]

/** The environment that the values name. */
export const ENVIRONMENT: Readonly<Record<string, string>> = { SET: 'value', EMPTY: '', TRUE: 'true', NUMBER: '3' }
