import { AppError } from '../../../core/errors.ts'
import type { AwsCallError } from '../../../model/aws-call-error.ts'
import type { Failure, Listing } from '../../../model/event.ts'
import { glueStatement } from '../../../model/iam-actions.ts'
import type { Whereabouts } from './client.ts'

/** How the listing of a database's tables came to its end before the last page. */
export interface BrokenListing {
  readonly listing: Listing
  readonly severity: 'failure' | 'warning'
  readonly failure: Failure
}

/** What a failed GetTables means for one database; it never ends the run. `pages`: how many had come before. */
export function brokenListing(error: AwsCallError, database: string, pages: number, where: Whereabouts): BrokenListing {
  if (error.kind === 'not-found') {
    // Gone for certain, and with it whatever was in it: nothing more can come.
    const listing = pages === 0 ? 'empty' : 'complete'
    return { listing, severity: 'warning', failure: { ...DELETED, resource: database } }
  }
  if (error.kind === 'denied') {
    const listing = pages === 0 ? 'denied' : 'incomplete'
    return { listing, severity: 'failure', failure: { ...denial(error, where, database), resource: database } }
  }
  const failure: Failure = {
    code: `glue-list-tables-${error.kind === 'other' ? 'failed' : error.kind}`,
    message: `The list of its tables broke off (glue:GetTables): ${attempts(error)}`,
    cure: CURES[error.kind],
    resource: database
  }
  return { listing: 'incomplete', severity: 'failure', failure }
}

/** The list of databases broke off after its first page: what came is read, nothing is concluded about the rest. */
export function brokenDatabaseList(error: AwsCallError): Failure {
  return {
    code: 'database-listing-incomplete',
    message: `The list of databases broke off (glue:GetDatabases): ${attempts(error)}`,
    cure: CURES[error.kind]
  }
}

/** Not even the first page of databases could be read: there is nothing to do. */
export function cannotListDatabases(error: AwsCallError, where: Whereabouts, catalogId: string | null): AppError {
  const catalogue = `the catalogue of account ${catalogId ?? where.account} in ${where.region}`
  if (error.kind === 'denied') {
    const { code, cure } = denial(error, where)
    const foreign =
      catalogId === null || catalogId === where.account
        ? ''
        : `\nThe resource policy of the catalogue of account ${catalogId} must allow it too.`
    return cannotBegin(code, `${where.arn} may not list the databases of ${catalogue}`, `${cure}${foreign}`, error)
  }
  if (error.code === 'ENOTFOUND') {
    const cure = `Check that ${where.region} is an AWS region that has Glue (aws_region in the recipe, the input aws-region)`
    return cannotBegin('aws-region-unknown', `The host of AWS Glue in ${where.region} cannot be found`, cure, error)
  }
  if (error.kind === 'not-found' || error.code === 'InvalidInput') {
    const cure = 'Check catalog_id in the recipe: an account id of twelve digits, as text in quotes'
    return cannotBegin('glue-catalogue-not-found', `AWS Glue does not know ${catalogue}: ${error.message}`, cure, error)
  }
  return cannotBegin(
    `glue-list-databases-${error.kind === 'other' ? 'failed' : error.kind}`,
    `The databases of ${catalogue} cannot be listed (glue:GetDatabases): ${attempts(error)}: ${error.message}`,
    CURES[error.kind],
    error
  )
}

const DELETED: Failure = {
  code: 'glue-database-deleted',
  message: 'The database was deleted while it was being read',
  cure: 'Nothing to do: the next run will not see it any more'
}

const CURES: Readonly<Record<AwsCallError['kind'], string>> = {
  throttle: 'Run it at a quieter time or lower rate-limit: Athena, EMR and crawlers share the quota of the account',
  transient: 'Run it again; if it comes back, check the network between the runner and AWS Glue',
  denied: 'Grant the permission that is named',
  'not-found': 'Run it again',
  expired: 'Use role-to-assume, whose sessions are renewed: these credentials ran out during the run',
  other: 'Run it again; if it comes back, look for the error code in the AWS Glue documentation'
}

/** Who stands in the way of a call, by what AWS says in its refusal. */
const DENIALS: readonly (readonly [RegExp, string, string])[] = [
  [
    /kms:|\bKMS\b/u,
    'glue-kms-denied',
    'Allow kms:Decrypt on the key that encrypts the Data Catalog, in the policies of ARN and of the key'
  ],
  [
    /lake ?formation/iu,
    'lake-formation-denied',
    'Grant DESCRIBE on the database and on all of its tables to ARN in Lake Formation (Permissions, Data permissions)'
  ],
  [
    /session policy/iu,
    'glue-session-policy-denied',
    'The session policy of this run stands in the way: check inline-session-policy, or set least-privilege to false'
  ],
  [
    /service control policy|permissions boundary/iu,
    'glue-organisation-denied',
    "A service control policy or ARN's permissions boundary denies it: ask who administers the AWS organisation"
  ]
]

/** A refusal, with the permission that is missing and where to grant it. */
function denial(error: AwsCallError, where: Whereabouts, database?: string): Failure & { readonly cure: string } {
  const known = DENIALS.find(([words]) => words.test(error.message))
  const asked = database === undefined ? 'list of databases' : 'list of its tables'
  const message = `AWS refused the ${asked} (${error.action})`
  if (known !== undefined) return { code: known[1], message, cure: known[2].replace('ARN', where.arn) }
  const statement = JSON.stringify(
    glueStatement(error.action, where, database === undefined ? undefined : '*'),
    null,
    2
  )
  const cure = `Add to the policy of ${where.arn}:\n\n${statement}\n\nWhere Lake Formation governs the catalogue, DESCRIBE has to be granted there too.`
  return { code: 'glue-access-denied', message, cure }
}

function attempts(error: AwsCallError): string {
  return `${error.code} after ${error.attempts} ${error.attempts === 1 ? 'attempt' : 'attempts'}`
}

function cannotBegin(code: string, message: string, cure: string, cause: unknown): AppError {
  return new AppError(message, { kind: 'cannot-begin', code, cure, cause })
}
