import {
  GetConnectionCommand,
  GetDataflowGraphCommand,
  GetJobCommand,
  GetJobsCommand,
  type Job
} from '@aws-sdk/client-glue'
import { catalogueOf } from './pages.ts'
import { type Trial, type TrialContext, tried, untried } from './trial.ts'

/** Jobs that are looked at for one with a script and one with a connection. */
const JOBS = 25

/** A script of nothing: the action has no resource, and what Glue finds in it does not matter. */
const EMPTY_SCRIPT = 'pass\n'

/** Tries what reading jobs needs. */
export async function tryJobs(context: TrialContext): Promise<readonly Trial[]> {
  const { client, signal } = context
  const { trial, answer } = await tried(
    'glue:GetJobs',
    'the jobs of the account',
    () => client.send(new GetJobsCommand({ MaxResults: JOBS }), { abortSignal: signal }),
    ({ Jobs = [] }) => (Jobs.length === 0 ? 'answered; there are no jobs' : 'tried on the jobs of the account')
  )
  const jobs = answer?.Jobs ?? []
  return [
    trial,
    await tryJob(context, jobs),
    await tryGraph(context),
    await tryConnection(context, jobs),
    await tryScript(context, jobs)
  ]
}

async function tryJob({ client, signal }: TrialContext, jobs: readonly Job[]): Promise<Trial> {
  const action = 'glue:GetJob'
  const [name] = jobs.flatMap(({ Name }) => Name ?? [])
  if (name === undefined) return untried(action, 'no job is seen to try it on')
  const call = () => client.send(new GetJobCommand({ JobName: name }), { abortSignal: signal })
  return (await tried(action, name, call, () => `tried on ${name}`)).trial
}

async function tryGraph({ client, signal }: TrialContext): Promise<Trial> {
  const action = 'glue:GetDataflowGraph'
  const command = new GetDataflowGraphCommand({ PythonScript: EMPTY_SCRIPT })
  const { trial } = await tried(
    action,
    'a script',
    () => client.send(command, { abortSignal: signal }),
    () => TRIED
  )
  // Glue reads the script only of those who may ask.
  const isAnswer = trial.outcome === 'refused' && trial.error.code === 'InvalidInput'
  return isAnswer ? { action, said: TRIED, outcome: 'allowed' } : trial
}

const TRIED = 'tried on an empty script'

async function tryConnection({ client, options, signal }: TrialContext, jobs: readonly Job[]): Promise<Trial> {
  const action = 'glue:GetConnection'
  const [name] = jobs.flatMap(({ Connections }) => Connections?.Connections ?? [])
  if (name === undefined) return untried(action, 'none of the jobs that were looked at has a connection')
  const command = new GetConnectionCommand({ Name: name, HidePassword: true, ...catalogueOf(options) })
  return (
    await tried(
      action,
      name,
      () => client.send(command, { abortSignal: signal }),
      () => `tried on ${name}`
    )
  ).trial
}

async function tryScript({ s3, signal }: TrialContext, jobs: readonly Job[]): Promise<Trial> {
  const action = 's3:GetObject'
  const [location] = jobs.flatMap(({ Command }) => Command?.ScriptLocation ?? [])
  const [, bucket = '', key = ''] = /^s3:\/\/([^/?]*)\/?([^?]*)/s.exec(location ?? '') ?? []
  if (bucket === '' || key === '') return untried(action, 'no job with a script in S3 is seen to try it on')
  const resource = `s3://${bucket}/${key}`
  const call = async () => (await s3()).getObject(bucket, key, signal)
  return (await tried(action, resource, call, () => `tried on ${resource}`)).trial
}
