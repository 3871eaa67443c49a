import type { Clock } from '../core/clock.ts'
import type { Logger } from '../model/ports.ts'
import type { IngestReport, RunReport, Stop, ToolInfo, ValidateReport } from '../model/report.ts'
import type { FailOn, ValidateResult } from '../model/request.ts'
import { loggedStop } from './stop.ts'
import { totalOf, validationOf } from './total.ts'

/** What an invocation runs in. */
export interface Invocation {
  readonly tool: ToolInfo
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly logger: Logger
}

/** The report of an ingestion, whatever becomes of it. Never rejects. */
export async function reportIngestion(
  ingest: () => Promise<readonly RunReport[]>,
  dryRun: boolean,
  invocation: Invocation
): Promise<IngestReport> {
  const { tool, clock } = invocation
  const startedAt = clock.now()
  const begun = clock.monotonic()
  const ended = await outcomeOf(ingest, invocation)
  const durationMs = clock.monotonic() - begun
  return totalOf(ended.value ?? [], ended.stopped, { tool, dryRun, startedAt, durationMs })
}

/** The report of a validation, whatever becomes of it. Never rejects. */
export async function reportValidation(
  validate: () => Promise<ValidateResult>,
  failOn: FailOn,
  invocation: Invocation
): Promise<ValidateReport> {
  const ended = await outcomeOf(validate, invocation)
  const result = ended.value ?? { files: [], dags: [], diagnostics: [] }
  return validationOf(result, ended.stopped, { tool: invocation.tool, failOn })
}

type Ended<T> = { readonly value: T; readonly stopped: null } | { readonly value: null; readonly stopped: Stop }

/** Where what a use case throws, or the run of one recipe, is caught, and made part of the report. */
export async function outcomeOf<T>(
  work: () => Promise<T>,
  heard: Pick<Invocation, 'signal' | 'logger'>
): Promise<Ended<T>> {
  try {
    return { value: await work(), stopped: null }
  } catch (thrown) {
    return { value: null, stopped: loggedStop(thrown, heard) }
  }
}
