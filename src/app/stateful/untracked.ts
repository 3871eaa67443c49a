import { messageOf } from '../../core/errors.ts'
import type { Emit } from '../../model/event.ts'
import type { RunIdentity } from '../../model/run.ts'
import type { CheckpointStore } from '../../state/checkpoint/store.ts'
import { begunAspect, isLedger, LEDGER_JOB } from '../../state/fingerprints/ledger.ts'

interface UntrackedRun {
  /** Where a run that notes what it writes would do so. */
  readonly store: CheckpointStore
  readonly run: RunIdentity
  readonly now: number
  readonly emit: Emit
}

/**
 * Has the next incremental run of a pipeline send everything, since this run writes and does not note what. Where no run
 * has ever noted anything, nothing is written.
 */
export async function leaveUntracked({ store, run, now, emit }: UntrackedRun): Promise<void> {
  try {
    if (!isLedger(await readOrNull(store))) return
    await store.write(LEDGER_JOB, begunAspect({ pipelineName: run.pipelineName ?? '', runId: run.runId, now }))
  } catch (error) {
    const message = `${NOT_FORGOTTEN.message}: ${messageOf(error)}`
    emit({ type: 'failed', severity: 'warning', failure: { ...NOT_FORGOTTEN, message } })
  }
}

/** What cannot be read was not kept for this run. */
async function readOrNull(store: CheckpointStore) {
  try {
    return await store.read(LEDGER_JOB)
  } catch {
    return null
  }
}

const NOT_FORGOTTEN = {
  code: 'fingerprints-not-forgotten',
  message:
    'What incremental runs of this pipeline have noted could not be taken back, though this run writes other things',
  cure: 'Run it again when DataHub is well, before the next incremental run'
}
