import type { RunIdentity } from '../model/run.ts'
import { TOOL } from '../model/tool.ts'

/** Which run a proposal's systemMetadata names. */
export interface Stamp {
  readonly run: RunIdentity
  /** `flags.set_system_metadata` and `flags.set_system_metadata_pipeline_name` of the recipe. */
  readonly setSystemMetadata: boolean
  readonly setPipelineName: boolean
}

/** What DataHub keeps about where an aspect came from; `rollback` finds a run's aspects by its `runId`. */
export interface SystemMetadata {
  readonly lastObserved: number
  readonly runId: string
  readonly lastRunId: string
  readonly pipelineName?: string
  readonly properties: { readonly clientId: string; readonly clientVersion: string }
}

const NO_RUN = 'no-run-id-provided'

/** The systemMetadata of proposals sent at `now` (milliseconds since the epoch). */
export function systemMetadataOf({ run, setSystemMetadata, setPipelineName }: Stamp, now: number): SystemMetadata {
  const named = setSystemMetadata && setPipelineName && run.pipelineName !== null
  return {
    lastObserved: now,
    runId: setSystemMetadata ? run.runId : NO_RUN,
    lastRunId: NO_RUN,
    ...(named ? { pipelineName: run.pipelineName ?? '' } : {}),
    properties: { clientId: TOOL.name, clientVersion: TOOL.version }
  }
}
