import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError, messageOf } from '../../core/errors.ts'
import { Gate } from '../../core/gate.ts'
import { isObject, type Json, type JsonObject } from '../../core/json.ts'
import { parseJson } from '../../datahub/gms-config.ts'
import type { AppDeps, RestoreRequest } from '../../model/request.ts'
import type { RestoreResult } from '../../model/runs.ts'
import { type AskedGms, askGms, aspectsOf, unknownRun } from './ask-gms.ts'
import { forgetFingerprints } from './forget.ts'
import { mayHide, pipelineOf } from './told-recipe.ts'

/** Writes under way at once. */
const AT_ONCE = 8

/**
 * Brings back the entities that a run has removed, those that still are. They are no longer part of the pipeline's state:
 * no later run removes them, unless it has seen them again and they are gone once more.
 */
export function restore(request: RestoreRequest, deps: AppDeps): Promise<RestoreResult> {
  const { runId, dryRun, report } = request
  return askGms('restore', request, deps, async (gms) => {
    const told = report === null ? await removedBy(runId, gms) : await removedIn(report, runId, deps.cwd)
    const states = await Promise.all(told.map((urn) => gms.reader.aspect(urn, 'status')))
    const removed = told.filter((_, index) => states[index]?.removed === true)
    // DataHub tells of everything whose status the run wrote, and most of that is alive.
    const already = report === null ? 0 : told.length - removed.length
    const about = { server: gms.server, runId, dryRun, already }
    if (dryRun) return { ...about, restored: removed, failed: [], forgotten: true }
    const failed = await bringBack(removed, gms)
    const lost = new Set(failed.map(({ urn }) => urn))
    const forgotten = await forgetFingerprints(gms, await pipelineOf(runId, gms), runId, deps)
    return { ...about, restored: removed.filter((urn) => !lost.has(urn)), failed, forgotten }
  })
}

/**
 * What DataHub says that the run has written last: the status of what it removed.
 * @throws AppError (input) when that may be a status that the recipe asks for, or DataHub does not know the run
 */
async function removedBy(runId: string, gms: AskedGms): Promise<readonly string[]> {
  if (await mayHide(runId, gms)) {
    throw new AppError(`DataHub does not tell what ${runId} removed from what its recipe hides (mark_dataset_status)`, {
      kind: 'input',
      code: 'needs-report',
      cure: 'give the report.json of that run with --report: it lists what was removed'
    })
  }
  const urns = new Set<string>()
  let isKnown = false
  for await (const rows of aspectsOf(runId, gms)) {
    isKnown = true
    for (const { urn, aspect } of rows) if (aspect === 'status' && urn !== '') urns.add(urn)
  }
  if (!isKnown) throw unknownRun(runId, gms)
  return [...urns]
}

/** What the run's report lists. @throws AppError (input) when it is none, or that of another run. */
async function removedIn(path: string, runId: string, cwd: string): Promise<readonly string[]> {
  const text = await readFile(resolve(cwd, path), 'utf8').catch((error: unknown) => {
    throw wrong(`The report '${path}' cannot be read: ${messageOf(error)}`)
  })
  const report = parseJson(text)
  const recipes = isObject(report as Json) ? (report as JsonObject).recipes : undefined
  const run = Array.isArray(recipes) ? recipes.filter(isObject).find((one) => one.runId === runId) : undefined
  if (run === undefined) throw wrong(`'${path}' is no report of the run ${runId}`)
  return Array.isArray(run.removed) ? run.removed.filter((urn) => typeof urn === 'string') : []
}

const wrong = (message: string): AppError =>
  new AppError(message, {
    kind: 'input',
    code: 'bad-report',
    cure: 'give the report.json of that run, or leave --report out: DataHub is asked then'
  })

async function bringBack(urns: readonly string[], { client }: AskedGms): Promise<RestoreResult['failed']> {
  const gate = new Gate(AT_ONCE)
  const failed: { urn: string; message: string }[] = []
  const write = async (urn: string): Promise<void> => {
    const entityType = urn.split(':', 3)[2] ?? ''
    const answer = await client.propose({ urn, entityType, aspectName: 'status', aspect: { removed: false } }, () => {})
    if (answer.kind !== 'ok') failed.push({ urn, message: answer.message })
  }
  await Promise.all(urns.map((urn) => gate.run(() => write(urn))))
  return failed
}
