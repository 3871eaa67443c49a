import { NOWHERE, type Scopes } from '../scopes.ts'
import { PASSING_TYPES } from '../urn-spool.ts'
import { Base, type BaseInput } from './base.ts'
import { entityTypeOf } from './identify.ts'
import { type JudgeInput, judge, type VerdictOn } from './judge.ts'
import { type KeptFor, SKIPPED, type Told } from './reasons.ts'
import { overRun, withinThreshold } from './threshold.ts'

/** What is to become of the entities that an earlier run saw and this one did not. */
export interface Decision {
  /** In the order of the last state. */
  readonly remove: readonly string[]
  /** Stay in DataHub, and why. */
  readonly kept: readonly { readonly urn: string; readonly why: KeptFor }[]
  /** Of those kept, the ones that the state goes on to know. */
  readonly followed: readonly string[]
  /** Of those followed, the ones that go when the next complete run does not see them either. */
  readonly missingOnce: readonly string[]
  /** Where the threshold holds removals up. */
  readonly held: Scopes
  /** Which entities of the state the next run's shares are counted by; null: all. */
  readonly counts: ((urn: string) => boolean) | null
  readonly told: readonly Told[]
}

export interface DecideInput extends JudgeInput, BaseInput {}

/** A decision, and the scopes that it found too much missing of. */
type Decided = Omit<Decision, 'held' | 'counts'> & { readonly over: Scopes }

/**
 * Decides what is stale: only what is proven gone, only where the run as a whole can be trusted, and only as much as the
 * recipe's fail-safe threshold allows, of everything and of each database (state/stale_entity_removal_handler.py, which
 * asks nobody and knows no databases). What that has held up it holds in every later run, until it is raised or enough is back.
 */
export async function decide(input: DecideInput): Promise<Decision> {
  const { known, uncounted, isSeen } = input
  const missing = [known, uncounted].flatMap((urns) =>
    urns.filter((urn) => !isSeen(urn) && !PASSING_TYPES.has(entityTypeOf(urn)))
  )
  const base = Base.of(input, missing)
  const { over, ...decision } = await decided(missing, base, input)
  const held = { ...over, databases: new Set([...base.held.databases, ...over.databases]) }
  return { ...decision, held, counts: base.next(held) }
}

async function decided(missing: readonly string[], base: Base, input: DecideInput): Promise<Decided> {
  const skipped = skipReason(input.facts)
  const failure = overRun(missing, base, input)
  const over = { ...NOWHERE, all: failure !== null }
  if (skipped !== null) return { ...keepAll(missing, skipped), over }
  if (missing.length === 0 || failure !== null)
    return { ...keepAll(missing, failure === null ? null : { severity: 'failure', failure }), over }
  const { verdicts, told, over: databases } = withinThreshold(await judge(missing, input), base, input)
  return { ...decisionOf(verdicts, told, input), over: { ...NOWHERE, databases } }
}

function skipReason(facts: DecideInput['facts']): Told | null {
  if (facts.producedNothing) return { severity: 'failure', failure: SKIPPED.nothing }
  if (!facts.databasesComplete) return { severity: 'warning', failure: SKIPPED.databases }
  return facts.lost > 0 ? { severity: 'warning', failure: SKIPPED.lost } : null
}

const keepAll = (missing: readonly string[], told: Told | null): Omit<Decided, 'over'> => ({
  remove: [],
  kept: missing.map((urn) => ({ urn, why: 'skipped' })),
  followed: missing,
  missingOnce: [],
  told: missing.length === 0 || told === null ? [] : [told]
})

function decisionOf(
  verdicts: readonly VerdictOn[],
  told: readonly Told[],
  { marks }: DecideInput
): Omit<Decided, 'over'> {
  const remove: string[] = []
  const kept: { urn: string; why: KeptFor }[] = []
  const followed: string[] = []
  const missingOnce: string[] = []
  for (const { urn, verdict } of verdicts) {
    if (verdict === 'remove') {
      remove.push(urn)
      continue
    }
    kept.push({ urn, why: verdict })
    if (verdict === 'foreign') continue
    followed.push(urn)
    // Of what AWS did not tell about, what was known before still holds.
    const isMarked = verdict === 'missingOnce' || verdict === 'emptied' || (verdict === 'unknown' && marks.has(urn))
    if (isMarked) missingOnce.push(urn)
  }
  return { remove, kept, followed, missingOnce, told }
}
