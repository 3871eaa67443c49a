import { AppError } from '../../core/errors.ts'
import { NetworkError } from '../../core/http-error.ts'
import { isObject, type Json, type JsonObject } from '../../core/json.ts'
import { messageOf } from '../../datahub/gms-answer.ts'
import type { GmsClient } from '../../datahub/gms-client.ts'
import { type GmsConfig, parseJson } from '../../datahub/gms-config.ts'
import { shownServer } from '../../datahub/gms-probe.ts'
import { GmsReader } from '../../datahub/gms-reader.ts'
import { openGms } from '../../datahub/open-gms.ts'
import type { MetadataReader } from '../../model/ports.ts'
import type { RestSinkOptions } from '../../model/recipe.ts'
import type { AppDeps } from '../../model/request.ts'
import { recipeEnvironment } from '../environment.ts'
import { serverOf, type Target, type TargetCommand, type TargetInputs } from '../target.ts'

/** A DataHub that is known to be there. */
export interface AskedGms {
  readonly recipe: Target
  readonly client: GmsClient
  readonly reader: MetadataReader
  readonly gms: GmsConfig
  readonly sink: RestSinkOptions
  /** As it may be shown. */
  readonly server: string
}

/**
 * Finds the DataHub that is meant, and lets `work` ask it.
 * @throws AppError (input) when none is named, (cannot-begin) when it, or AWS for what the recipe takes from there, cannot
 * be reached.
 */
export async function askGms<T>(
  command: Exclude<TargetCommand, 'mcps'>,
  inputs: TargetInputs,
  deps: AppDeps,
  work: (gms: AskedGms) => Promise<T>
): Promise<T> {
  const env = await recipeEnvironment(inputs, deps.env, deps.cwd)
  const { cwd, clock, signal, onEvent } = deps
  const { recipe, server } = await serverOf(command, inputs, { deps, env, emit: onEvent })
  const connecting = { env, cwd, clock, signal, mask: deps.mask, emit: onEvent }
  const { client, gms, close } = await openGms(server, server.maxThreads, connecting)
  try {
    const shown = shownServer(server.server)
    return await work({
      recipe,
      client,
      gms,
      sink: server,
      reader: new GmsReader(client, { server: shown, clock, emit: onEvent }),
      server: shown
    })
  } finally {
    close()
  }
}

/**
 * Asks GMS about runs; gives the `value` of its answer.
 * @throws AppError (cannot-begin) with what GMS says.
 */
export async function askRuns(
  { client, server }: AskedGms,
  action: 'list' | 'describe' | 'rollback',
  body: JsonObject
): Promise<Json> {
  try {
    const answer = await client.runs(action, body, () => {})
    const value = answer.status === 200 ? (parseJson(answer.text) as JsonObject | undefined)?.value : undefined
    if (value === undefined) throw refused(server, messageOf(answer))
    return value
  } catch (error) {
    if (error instanceof NetworkError) throw refused(server, error.message)
    throw error
  }
}

/** What holds an aspect that a run has written last. */
export interface RunAspect {
  readonly urn: string
  readonly aspect: string
}

/** Aspects that GMS is asked for at once. */
const PAGE = 1000

/** All that a run has written last, page by page, with what is removed by now. @throws AppError, as above. */
export async function* aspectsOf(runId: string, gms: AskedGms, page = PAGE): AsyncGenerator<readonly RunAspect[]> {
  for (let start = 0; ; start += page) {
    const value = await askRuns(gms, 'describe', { runId, start, count: page, includeSoft: true })
    const rows = Array.isArray(value) ? value.filter(isObject) : []
    if (rows.length > 0) yield rows.map(({ urn, aspectName }) => ({ urn: textOf(urn), aspect: textOf(aspectName) }))
    if (rows.length < page) return
  }
}

/** A run of which DataHub tells no aspect: whether there ever was one, nobody can say. */
export const unknownRun = (runId: string, { server }: AskedGms): AppError =>
  new AppError(`DataHub at ${server} knows nothing of a run '${runId}'`, {
    kind: 'input',
    code: 'unknown-run',
    cure: "Check the run id: 'datahub-glue runs' lists the runs. One that was rolled back, or whose aspects later runs have all written again, is not known any more either"
  })

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const refused = (server: string, why: string): AppError =>
  new AppError(`DataHub at ${server} does not tell of its runs: ${why}`, {
    kind: 'cannot-begin',
    code: 'gms-runs',
    cure: 'check that the token may manage ingestion, and that GMS is well'
  })
