import type { AwsCallError } from '../../../model/aws-call-error.ts'
import type { Failure } from '../../../model/event.ts'
import type { Reason } from './node-dataset.ts'

/** Jobs cannot be listed: tables are written all the same (the peer ends its run). */
export const jobsNotListed = (error: AwsCallError): Failure => ({
  code: error.kind === 'denied' ? 'glue-jobs-denied' : 'glue-jobs-not-listed',
  message: `Jobs are missing: the list of jobs broke off (glue:GetJobs): ${error.message}`,
  cure:
    error.kind === 'denied'
      ? 'Allow glue:GetJobs on all jobs to the role, or set extract_transforms to false in the recipe'
      : 'Run it again; lower rate-limit if AWS throttles'
})

export const JOB_WITHOUT_NAME: Failure = {
  code: 'job-without-name',
  message: 'A job has no name, so it cannot be shown',
  cure: 'This is a defect of AWS Glue’s answer: report it together with the job (aws glue get-jobs)'
}

/** @param why what went wrong, without a stack trace */
export const jobNotMapped = (why: string): Failure => ({
  code: 'record-not-mapped',
  message: `The record could not be mapped to DataHub: ${why}`,
  cure: 'This is a defect of this program: report it together with the record (aws glue get-job)'
})

export const scriptNotRead = (error: AwsCallError, location: string): Failure => ({
  code: error.kind === 'denied' ? 'job-script-denied' : 'job-script-not-read',
  message: `A job’s script cannot be read, so its steps and their lineage are missing (s3:GetObject): ${error.message}`,
  cure:
    error.kind === 'denied'
      ? `Allow s3:GetObject on ${arnOf(location)} to the role`
      : 'Check that the object at the job’s ScriptLocation exists'
})

/** `s3://bucket/key` as the resource of a policy. */
const arnOf = (location: string): string => `arn:aws:s3:::${location.replace(/^s3:\/\//i, '')}`

export const SCRIPT_LOCATION: Failure = {
  code: 'job-script-location',
  message: 'A job’s ScriptLocation is no object in S3, so its steps and their lineage are missing',
  cure: 'Correct the job’s script path in AWS Glue: s3://bucket/key'
}

export const graphNotMade = (error: AwsCallError): Failure => ({
  code: error.kind === 'denied' ? 'job-graph-denied' : 'job-graph-not-made',
  message: `AWS Glue cannot tell the steps of a job’s script, so they and their lineage are missing (glue:GetDataflowGraph): ${error.message}`,
  cure:
    error.kind === 'denied'
      ? 'Allow glue:GetDataflowGraph to the role'
      : 'Nothing is wrong if the script was written by hand: Glue understands only what its editor made'
})

export const connectionNotRead = (error: AwsCallError): Failure => ({
  code: error.kind === 'denied' ? 'glue-connection-denied' : 'glue-connection-not-read',
  message: `A connection cannot be read, so lineage to its database is missing (glue:GetConnection): ${error.message}`,
  cure: error.kind === 'denied' ? 'Allow glue:GetConnection to the role' : 'Check that the connection still exists'
})

/** Why a step of a job is not shown. */
export const STEP_FAILURES: Readonly<Record<Reason | 'arguments', Failure>> = {
  'no-s3-path': step('its path in S3 is missing', 'Open the job in AWS Glue Studio and choose a path'),
  'not-s3': step('its path is not in S3', 'Open the job in AWS Glue Studio and correct the path'),
  'no-url': step('its JDBC URL is missing', 'Give the step a url in its connection options'),
  'bad-url': step('its JDBC URL cannot be read', 'Write it as jdbc:postgresql://host:5432/database'),
  'no-table': step('it names neither a table nor a query', 'Give the step dbtable or query in its connection options'),
  unsupported: step(
    'it is of a kind that DataHub does not know',
    'Nothing has to be done: the rest of the job is shown'
  ),
  'connection-unknown': step(
    'the database of its connection is not known',
    'Give the connection a JDBC URL or a database'
  ),
  'query-unknown': step('the tables of its query cannot be found out', 'Name the table in dbtable instead'),
  arguments: step('its arguments cannot be read', 'Open the job in AWS Glue Studio and save it again')
}

function step(why: string, cure: string): Failure {
  return { code: 'job-step-not-shown', message: `A step of a job gets no lineage: ${why}`, cure }
}

export const BROKEN_EDGE: Failure = {
  code: 'job-edge-broken',
  message: 'A job reads or writes something that is not shown, so this part of its lineage is missing',
  cure: 'See the other warnings about this job'
}
