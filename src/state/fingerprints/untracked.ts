import { messageOf } from '../../core/errors.ts'
import type { Json } from '../../core/json.ts'
import type { Emit } from '../../model/event.ts'
import type { RunIdentity } from '../../model/run.ts'
import type { CheckpointStore } from '../checkpoint/store.ts'
import { begunAspect, isLedger, LEDGER_JOB } from './ledger.ts'

interface UntrackedRun {
  /** Where a run that notes what it writes would do so. */
  readonly store: CheckpointStore
  readonly run: RunIdentity
  readonly now: number
  readonly emit: Emit
}

/**
 * Has the next incremental run of a pipeline send everything, since this run writes and does not note what. Where no run
 * has ever noted anything, nothing is written; what cannot be read was not kept for this run.
 */
export async function leaveUntracked({ store, run, now, emit }: UntrackedRun): Promise<void> {
  try {
    const ledger = await store.read(LEDGER_JOB).catch(() => null)
    await forgetWritten(ledger, store, { pipelineName: run.pipelineName ?? '', runId: run.runId, now })
  } catch (error) {
    const message = `${NOT_FORGOTTEN.message}: ${messageOf(error)}`
    emit({ type: 'failed', severity: 'warning', failure: { ...NOT_FORGOTTEN, message } })
  }
}

/**
 * The same for somebody who has to know whether it was done.
 * @throws Error when what incremental runs have noted cannot be read or taken back
 */
export async function forgetLedger(store: CheckpointStore, by: Forgetting): Promise<void> {
  await forgetWritten(await store.read(LEDGER_JOB), store, by)
}

type Forgetting = Parameters<typeof begunAspect>[0]

async function forgetWritten(ledger: Json | null, store: CheckpointStore, by: Forgetting): Promise<void> {
  if (isLedger(ledger)) await store.write(LEDGER_JOB, begunAspect(by))
}

const NOT_FORGOTTEN = {
  code: 'fingerprints-not-forgotten',
  message:
    'What incremental runs of this pipeline have noted could not be taken back, though this run writes other things',
  cure: 'Run it again when DataHub is well, before the next incremental run'
}
