/** DataHub's fabric types (metadata/schema_classes.py FabricTypeClass). */
export const FABRICS = [
  ...(['PROD', 'DEV', 'TEST', 'QA', 'UAT', 'EI', 'PRE', 'STG', 'NON_PROD'] as const),
  ...(['CORP', 'RVW', 'PRD', 'TST', 'SIT', 'SBX', 'SANDBOX', 'CERT'] as const)
] as const
