import { messageOf } from '../../core/errors.ts'
import type { AppDeps } from '../../model/request.ts'
import { forgetLedger } from '../../state/fingerprints/untracked.ts'
import { sinksStore } from '../stateful/open-store.ts'
import type { AskedGms } from './ask-gms.ts'

/**
 * Has the next incremental run of a pipeline send everything: what DataHub holds is no longer what was acknowledged.
 * @returns whether it will; null when the pipeline is not known.
 */
export async function forgetFingerprints(
  { client, gms, sink }: AskedGms,
  pipelineName: string | null,
  runId: string,
  { clock, logger, onEvent: emit }: AppDeps
): Promise<boolean | null> {
  if (pipelineName === null) return null
  const store = sinksStore({ sink, pipelineName }, { sink: { client, gms }, clock, emit })
  try {
    if (store !== null) await forgetLedger(store, { pipelineName, runId, now: clock.now() })
    return true
  } catch (error) {
    logger.warning(`What was sent before could not be forgotten: ${messageOf(error)}`)
    return false
  }
}
