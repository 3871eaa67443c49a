import type { JsonObject } from '../../../core/json.ts'
import { subTypesAspect } from '../../../datahub/aspects.ts'
import { pythonStr } from '../../../datahub/python-str.ts'
import { dataFlowUrn, dataJobUrn } from '../../../datahub/urn.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import { textOf } from '../map/record-values.ts'
import { unitsOf } from '../map/unit.ts'
import { isSink, isSource, type Step } from './graph.ts'
import type { GlueJob } from './record.ts'
import { redactSecrets } from './redact.ts'

/** A job whose name is known. */
export type NamedJob = GlueJob & { readonly Name: string }

export const flowUrn = (job: NamedJob, { platform, env }: GlueOptions): string => dataFlowUrn(platform, job.Name, env)

/** The urn of a step of a job. */
export const stepUrn = (flow: string, type: string, id: string): string => dataJobUrn(flow, `${type}-${id}`)

/** The job itself as a flow (glue.py get_dataflow_wus). */
export function mapFlow(job: NamedJob, options: GlueOptions): WorkUnit[] {
  const unit = unitsOf('dataFlow', flowUrn(job, options), job.Name)
  const [role, command] = [textOf(job.Role), textOf(job.Command?.ScriptLocation)]
  const [created, modified] = [job.CreatedOn, job.LastModifiedOn]
  const customProperties = {
    ...(role === undefined ? {} : { role }),
    ...(created instanceof Date ? { created: pythonStr(created) } : {}),
    ...(modified instanceof Date ? { modified: pythonStr(modified) } : {}),
    ...(command === undefined ? {} : { command })
  }
  const description = textOf(job.Description)
  const info: JsonObject = {
    customProperties,
    externalUrl: consoleUrl(job.Name, options),
    name: job.Name,
    ...(description === undefined ? {} : { description })
  }
  return [unit('dataFlowInfo', info), unit('subTypes', subTypesAspect('Job'))]
}

/** A job whose steps are not known, as one task with its script (glue.py get_datajob_wus_for_dataflow). */
export function mapWholeJob(job: NamedJob, script: string | null, options: GlueOptions): WorkUnit[] {
  const unit = unitsOf('dataJob', dataJobUrn(flowUrn(job, options), job.Name), job.Name)
  const info = jobInfo(job.Name, job.Name, {}, options)
  if (script === null || script === '') return [unit('dataJobInfo', info)]
  // GMS knows few languages; the peer calls them all SQL.
  const queryStatement = { value: redactSecrets(script), language: 'SQL' }
  return [unit('dataJobInfo', info), unit('dataTransformLogic', { transforms: [{ queryStatement }] })]
}

/** The steps of a job that are no datasets, each as a task with its lineage (glue.py get_datajob_wu). */
export function mapSteps(job: NamedJob, steps: readonly Step[], options: GlueOptions): WorkUnit[] {
  return steps.filter((step) => !isSource(step) && !isSink(step)).flatMap((step) => mapStep(job, step, options))
}

function mapStep(job: NamedJob, step: Step, options: GlueOptions): WorkUnit[] {
  const { id, type, node, inputDatasets, outputDatasets, inputDatajobs } = step
  const unit = unitsOf('dataJob', stepUrn(flowUrn(job, options), type, id), job.Name)
  const named = (node.Args ?? []).flatMap(({ Name, Value }) =>
    typeof Name === 'string' && typeof Value === 'string' ? [[Name, Value] as const] : []
  )
  const properties = { ...Object.fromEntries(named), transformType: type, nodeId: id }
  return [
    unit('dataJobInfo', jobInfo(`${job.Name}:${type}-${id}`, job.Name, properties, options)),
    unit('dataJobInputOutput', { inputDatasets, outputDatasets, inputDatajobs })
  ]
}

const jobInfo = (
  name: string,
  job: string,
  customProperties: Readonly<Record<string, string>>,
  options: GlueOptions
): JsonObject => ({ customProperties, externalUrl: consoleUrl(job, options), name, type: { string: 'GLUE' } })

/** The job's graph in AWS's console, in the region that the recipe names, which to the peer may be `None`. */
function consoleUrl(job: string, { aws }: GlueOptions): string {
  const region = aws.region ?? 'None'
  return `https://${region}.console.aws.amazon.com/gluestudio/home?region=${region}#/editor/job/${job}/graph`
}
