import type { Failure } from '../../model/event.ts'
import { PASSING_TYPES } from '../urn-spool.ts'
import type { RunFacts } from './facts.ts'
import { entityTypeOf, type Thing } from './identify.ts'
import type { Verdict, VerdictOn } from './judge.ts'
import { databaseOverThreshold, overThreshold, type Told } from './reasons.ts'

export interface ThresholdInput {
  readonly facts: RunFacts
  readonly identify: (urn: string) => Thing
  /** Urns of the last state. */
  readonly known: readonly string[]
  /** Percent; 100: no limit. */
  readonly threshold: number
}

/** By the peer's very arithmetic (entity_removal_state.py), which rounds otherwise than others would: 3 of 10 are more than 30 %. */
const isOver = (missing: number, known: number, threshold: number): boolean =>
  threshold < 100 && known > 0 && (1 - (known - missing) / known) * 100 > threshold

/**
 * The failure of a run in which too much is gone at once. What a list that was refused or broke off does not show is not
 * counted: it stays in any case.
 */
export function overRun(missing: readonly string[], input: ThresholdInput): Failure | null {
  const { threshold } = input
  const known = input.known.filter((urn) => !PASSING_TYPES.has(entityTypeOf(urn))).length
  const unexplained = missing.filter((urn) => !isBeyondKnowledge(urn, input)).length
  return isOver(unexplained, known, threshold) ? overThreshold({ missing: unexplained, known, threshold }) : null
}

/** Whether an entity belongs to what the run could not list. */
function isBeyondKnowledge(urn: string, { identify, facts }: ThresholdInput): boolean {
  const thing = identify(urn)
  if (thing.kind === 'job' || thing.kind === 'step') return !facts.jobsComplete
  if (thing.kind !== 'table') return false
  return thing.places.some(({ database }) => ['denied', 'incomplete'].includes(facts.listingOf(database) ?? ''))
}

/** Keeps the tables of databases that lose too much at once; one that is empty goes by a rule of its own. */
export function withinThreshold(
  verdicts: readonly VerdictOn[],
  input: ThresholdInput
): { readonly verdicts: readonly VerdictOn[]; readonly told: readonly Told[] } {
  const losing = countBy(verdicts.flatMap((it) => (it.verdict === 'remove' && it.database ? [it.database] : [])))
  if (losing.size === 0) return { verdicts, told: [] }
  const known = countBy(input.known.flatMap((urn) => listedDatabaseOf(urn, input) ?? []))
  const over = new Map(
    [...losing].filter(
      ([database, missing]) =>
        input.facts.listingOf(database) !== 'empty' && isOver(missing, known.get(database) ?? missing, input.threshold)
    )
  )
  const threshold: Verdict = 'threshold'
  return {
    verdicts: verdicts.map((it) =>
      it.verdict === 'remove' && over.has(it.database ?? '') ? { ...it, verdict: threshold } : it
    ),
    told: [...over].map(([database, missing]) => {
      const of = { missing, known: known.get(database) ?? missing, threshold: input.threshold }
      return { severity: 'warning', failure: databaseOverThreshold(database, of) }
    })
  }
}

function listedDatabaseOf(urn: string, { identify, facts }: ThresholdInput): string | null {
  const thing = identify(urn)
  if (thing.kind !== 'table') return null
  return thing.places.find(({ database }) => facts.listingOf(database) !== null)?.database ?? null
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
