import { isObject, type Json, type JsonObject } from '../../core/json.ts'
import { parseJson } from '../../datahub/gms-config.ts'
import { requestUrn } from '../../report/history/aspects.ts'
import type { AskedGms } from './ask-gms.ts'

/** The recipe that a run told DataHub, without its secrets; null: it told none. */
export async function toldRecipe(runId: string, { reader }: AskedGms): Promise<JsonObject | null> {
  const input = await reader.aspect(requestUrn(runId), 'dataHubExecutionRequestInput')
  const args = input?.args
  const told = isObject(args) && typeof args.recipe === 'string' ? parseJson(args.recipe) : null
  return isObject(told as Json) ? (told as JsonObject) : null
}

/** The pipeline that a run was of: that of the recipe, or else by the recipe that the run told; variables in it say nothing. */
export async function pipelineOf(runId: string, gms: AskedGms): Promise<string | null> {
  if (gms.recipe.pipelineName !== null) return gms.recipe.pipelineName
  const name = (await toldRecipe(runId, gms))?.pipeline_name
  return typeof name === 'string' && !name.includes('$') ? name : null
}

/** Whether a run may have hidden datasets because its recipe says so (`mark_dataset_status`), and not for being gone. */
export async function mayHide(runId: string, gms: AskedGms): Promise<boolean> {
  const recipes = [gms.recipe.asWritten, await toldRecipe(runId, gms)]
  return recipes.some((recipe) => {
    const transformers = recipe?.transformers
    return Array.isArray(transformers) && transformers.some(hides)
  })
}

/** Whatever is no plain `false` may be anything, such as a variable. */
const hides = (transformer: Json): boolean =>
  isObject(transformer) &&
  transformer.type === 'mark_dataset_status' &&
  !(isObject(transformer.config) && transformer.config.removed === false)
