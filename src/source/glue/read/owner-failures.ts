import type { AwsCallError } from '../../../model/aws-call-error.ts'
import type { Failure } from '../../../model/event.ts'
import { glueStatement } from '../../../model/iam-actions.ts'

/** Why the schema of what a resource link shows is not known; each is a warning, for the link itself is written. */

export const NOT_HELD = {
  code: 'resource-link-owner-not-held',
  message: 'DataHub could not be asked for the schema of what a resource link shows; Glue is asked instead',
  cure: 'Check that GMS is well and that the token may read metadata'
} as const satisfies Failure

export const UNRESOLVED: Failure = {
  code: 'resource-link-schema-unresolved',
  message: 'Neither DataHub nor Glue has a schema for what a resource link shows: it is written without columns',
  cure: 'Ingest the catalogue of the owning account, or set resolve_resource_link_schema to false'
}

const GONE: Failure = {
  code: 'resource-link-owner-gone',
  message: 'A resource link shows a table that does not exist, or that is not shared any more (glue:GetTable)',
  cure: 'Remove the link, or ask the owner to share the table again'
}

const LAKE_FORMATION: Failure = {
  code: 'resource-link-owner-not-granted',
  message: 'Lake Formation does not let the table be read that a resource link shows (glue:GetTable)',
  cure: 'Grant DESCRIBE on the shared table to the role in Lake Formation, or set resolve_resource_link_schema to false'
}

/** What a failed GetTable in the owner's catalogue means. */
export function ownerNotRead(error: AwsCallError, region: string, account: string): Failure {
  if (error.kind === 'not-found') return GONE
  if (error.kind === 'denied') return /lake ?formation/iu.test(error.message) ? LAKE_FORMATION : denied(region, account)
  const attempts = `${error.code} after ${error.attempts} ${error.attempts === 1 ? 'attempt' : 'attempts'}`
  return {
    code: 'resource-link-owner-not-read',
    message: `The table that a resource link shows could not be read (glue:GetTable): ${attempts}`,
    cure: 'Run it again, or set resolve_resource_link_schema to false'
  }
}

function denied(region: string, account: string): Failure {
  const statement = JSON.stringify(glueStatement('glue:GetTable', { region, account }, '*'))
  return {
    code: 'resource-link-owner-denied',
    message: `AWS does not let a table of account ${account} be read that a resource link shows (glue:GetTable)`,
    cure: `Allow ${statement} in the policy of the role and in the resource policy of that catalogue, or set resolve_resource_link_schema to false`
  }
}

/** Whether AWS refused the whole catalogue, so that it would refuse every other table of it too. */
export const refusesCatalogue = (error: AwsCallError, account: string): boolean =>
  error.kind === 'denied' && `${error.message} `.includes(`:${account}:catalog `)
