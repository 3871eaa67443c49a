/*
 * What the peer has beside what runs here, by name (its entry points): so that a message can tell a slip from something
 * that this program does not do.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Source types other than glue. */
export const OTHER_SOURCES = words(`
  abs aerospike airbyte athena azure-ad azure-data-factory bigid bigquery bigquery-queries cassandra clickhouse
  clickhouse-usage cockroachdb confluence csv-enricher cube datahub datahub-apply datahub-business-glossary
  datahub-debug datahub-documents datahub-gc datahub-lineage-file datahub-mock-data dataplex db2 dbt dbt-cloud
  delta-lake demo-data dlt doris dremio druid dynamodb elasticsearch excel fabric-data-factory fabric-onelake
  feast file fivetran flink gcs github-documents google-drive grafana hana hex hive hive-metastore iceberg
  informatica informix json-schema kafka kafka-connect kinesis ldap looker lookml mariadb matillion-dpc metabase
  microstrategy mlflow mode mongodb montecarlo mssql mysql neo4j nifi notion odcs okta omni openapi oracle
  pinecone postgres powerbi powerbi-report-server preset presto presto-on-hive pulsar qlik-sense quicksight rdf
  redash redshift s3 sac sagemaker salesforce sap-datasphere sigma slack snaplogic snowflake snowflake-queries
  snowflake-summary snowplow sql-queries sqlalchemy sqlmesh starburst-trino-usage starrocks superset tableau
  teradata thoughtspot tidb timescaledb trino unity-catalog vertexai vertica
`)

/** Sink types other than datahub-rest, file, console and blackhole. */
export const OTHER_SINKS = words('datahub-kafka datahub-lite datahub-pg-queue')

/** Transformer types. */
export const TRANSFORMERS = words(`
  add_dataset_dataproduct add_dataset_domain add_dataset_ownership add_dataset_properties add_dataset_tags
  add_dataset_terms add_domain add_ownership domain_mapping_based_on_tags extract_dataset_tags
  extract_ownership_from_tags mark_dataset_status pattern_add_dataset_dataproduct pattern_add_dataset_domain
  pattern_add_dataset_ownership pattern_add_dataset_schema_tags pattern_add_dataset_schema_terms
  pattern_add_dataset_tags pattern_add_dataset_terms pattern_add_domain pattern_add_ownership
  pattern_cleanup_dataset_usage_user pattern_cleanup_ownership replace_external_url replace_external_url_container
  set_attribution set_browse_path set_dataset_browse_path simple_add_dataset_dataproduct simple_add_dataset_domain
  simple_add_dataset_ownership simple_add_dataset_properties simple_add_dataset_tags simple_add_dataset_terms
  simple_add_domain simple_add_ownership simple_remove_dataset_ownership tags_to_structured_properties
  tags_to_term
`)
