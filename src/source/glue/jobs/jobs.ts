import { GetJobsCommand } from '@aws-sdk/client-glue'
import { AppError, messageOf } from '../../../core/errors.ts'
import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { Page } from '../../../model/ports.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import type { SourceContext } from '../context.ts'
import { pagesOf } from '../read/pages.ts'
import { Connections } from './connections.ts'
import { JOB_WITHOUT_NAME, jobNotMapped, jobsNotListed } from './failures.ts'
import { mapFlow, mapSteps, mapWholeJob, type NamedJob } from './map-job.ts'
import type { GlueJob } from './record.ts'
import { Graphs, readScript } from './script.ts'
import { findSteps, type StepFinder } from './steps.ts'

/** Jobs of a page whose scripts are read side by side. */
const JOBS_AT_ONCE = 8

/**
 * The jobs of the account as flows and their steps as tasks, in Glue's order, a few at a time (glue.py
 * _transform_extraction). Jobs that cannot be listed are a failure, and never the end of a run.
 */
export async function* jobUnits(
  context: SourceContext,
  tablesOf: StepFinder['tablesOf']
): AsyncGenerator<Page<WorkUnit>> {
  const reader = { context, connections: new Connections(context), graphs: new Graphs(context), tablesOf }
  try {
    for await (const page of jobPages(context)) {
      for (let at = 0; at < page.length; at += JOBS_AT_ONCE) {
        const units = await Promise.all(page.slice(at, at + JOBS_AT_ONCE).map((job) => unitsOfJob(job, reader)))
        yield units.flat()
      }
    }
    context.emit({ type: 'jobs-listed', complete: true })
  } catch (error) {
    if (context.signal.aborted) return
    if (!(error instanceof AwsCallError)) throw error
    context.emit({ type: 'failed', severity: 'failure', failure: jobsNotListed(error) })
    context.emit({ type: 'jobs-listed', complete: false })
  }
}

function jobPages({ client, signal }: SourceContext): AsyncGenerator<readonly GlueJob[]> {
  return pagesOf('glue:GetJobs', async (position) => {
    const answer = await client.send(new GetJobsCommand(position), { abortSignal: signal })
    // The SDK's types allow members that are undefined, where its answers leave them out.
    return { items: (answer.Jobs ?? []) as readonly GlueJob[], token: answer.NextToken }
  })
}

interface JobReader extends StepFinder {
  readonly graphs: Graphs
}

/** One job that the mapping does not foresee is a failure of that job, and never the end of the run. */
async function unitsOfJob(job: GlueJob, reader: JobReader): Promise<readonly WorkUnit[]> {
  const { emit, signal } = reader.context
  if (!isNamed(job)) {
    emit({ type: 'failed', severity: 'failure', failure: JOB_WITHOUT_NAME })
    return []
  }
  try {
    return await unitsOfNamed(job, reader)
  } catch (error) {
    if (signal.aborted || error instanceof AppError) throw error
    emit({ type: 'failed', severity: 'failure', failure: { ...jobNotMapped(messageOf(error)), resource: job.Name } })
    return []
  }
}

async function unitsOfNamed(job: NamedJob, reader: JobReader): Promise<readonly WorkUnit[]> {
  const { context, graphs } = reader
  const script = await readScript(job, context)
  const graph = script === null || script === '' ? null : await graphs.read(job, script)
  const steps = graph === null ? [] : await findSteps(job, graph, reader)
  const tasks = steps.length === 0 ? mapWholeJob(job, script, context.options) : mapSteps(job, steps, context.options)
  return [...mapFlow(job, context.options), ...tasks]
}

const isNamed = (job: GlueJob): job is NamedJob => typeof job.Name === 'string' && job.Name !== ''
