import { messageOf } from '../../core/errors.ts'
import type { Json, JsonObject } from '../../core/json.ts'
import { parseJson } from '../../datahub/gms-config.ts'
import type { AppDeps } from '../../model/request.ts'
import { requestUrn } from '../../report/history/aspects.ts'
import { ASPECT, checkpointUrn } from '../../state/checkpoint/checkpoint.ts'
import { begunAspect, LEDGER_JOB } from '../../state/fingerprints/ledger.ts'
import type { AskedGms } from './ask-gms.ts'

/** The pipeline that a run was of: that of the recipe, or else by the recipe that the run told; variables in it say nothing. */
export async function pipelineOf(runId: string, { recipe, reader }: AskedGms): Promise<string | null> {
  if (recipe.pipelineName !== null) return recipe.pipelineName
  const input = await reader.aspect(requestUrn(runId), 'dataHubExecutionRequestInput')
  const args = input?.args
  const told = isObject(args) && typeof args.recipe === 'string' ? parseJson(args.recipe) : null
  const name = isObject(told as Json) ? (told as JsonObject).pipeline_name : undefined
  return typeof name === 'string' && !name.includes('$') ? name : null
}

/**
 * Has the next incremental run of a pipeline send everything: what DataHub holds is no longer what was acknowledged.
 * @returns whether it will; null when the pipeline is not known.
 */
export async function forgetFingerprints(
  { client }: AskedGms,
  pipelineName: string | null,
  runId: string,
  { clock, logger }: AppDeps
): Promise<boolean | null> {
  if (pipelineName === null) return null
  const urn = checkpointUrn('datahub', pipelineName, LEDGER_JOB)
  const aspect = begunAspect({ pipelineName, runId, now: clock.now() })
  try {
    const answer = await client.propose({ urn, entityType: 'dataJob', aspectName: ASPECT, aspect }, () => {})
    if (answer.kind !== 'ok') logger.warning(`What was sent before could not be forgotten: ${answer.message}`)
    return answer.kind === 'ok'
  } catch (error) {
    logger.warning(`What was sent before could not be forgotten: ${messageOf(error)}`)
    return false
  }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
