import type { Emit, Failure } from '../model/event.ts'
import type { Outcome, OutcomeKind } from '../model/work-unit.ts'
import { PRIVILEGE_CURE } from './privilege.ts'

/** Counts outcomes in events, and names each work unit that GMS refused or that could not be sent. */
export function announce(outcomes: readonly Outcome[], emit: Emit): void {
  const counts = new Map<OutcomeKind, number>()
  for (const outcome of outcomes) {
    counts.set(outcome.kind, (counts.get(outcome.kind) ?? 0) + 1)
    const failure = failureOf(outcome)
    if (failure !== null) emit({ type: 'failed', severity: 'failure', failure })
  }
  for (const [kind, count] of counts) emit({ type: 'delivered', kind, count })
}

/** A refusal is told with its record, which it is about; the reason why nothing could be sent is the same for many. */
function failureOf({ unit, kind, reason = 'no reason given', isDenied }: Outcome): Failure | null {
  if (kind !== 'rejected' && kind !== 'undelivered') return null
  const resource = `${unit.urn} ${unit.aspectName}`
  if (kind === 'rejected') return { ...(isDenied === true ? DENIED : REJECTED), resource: `${resource}: ${reason}` }
  return { ...UNDELIVERED, message: `Could not be sent: ${reason}`, resource }
}

const REJECTED = {
  code: 'gms-rejected',
  message: 'GMS refused it',
  cure: 'look at what GMS says of it; everything else in the same request was written'
}

const DENIED = {
  code: 'gms-rejected',
  message: 'GMS refused it, for the token may not write it',
  cure: `${PRIVILEGE_CURE}; everything else in the same request was written`
}

const UNDELIVERED = {
  code: 'gms-undelivered',
  cure: 'run this again once GMS answers; what was written stays written'
}
