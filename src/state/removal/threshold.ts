import type { Failure } from '../../model/event.ts'
import type { Base, BaseInput } from './base.ts'
import type { Verdict, VerdictOn } from './judge.ts'
import { databaseOverThreshold, overThreshold, type Told } from './reasons.ts'

/**
 * The failure of a run in which too much is missing. What a list that was refused or broke off does not show stays in any
 * case, and does not count; but it does where something is held, of which a part could go for that reason.
 */
export function overRun(missing: readonly string[], base: Base, input: BaseInput): Failure | null {
  const unexplained = base.held.all ? missing : missing.filter((urn) => !isBeyondKnowledge(urn, input))
  if (unexplained.length === 0) return null
  const share = base.share(unexplained)
  return base.isOver(share) ? overThreshold({ ...share, threshold: input.threshold }) : null
}

/** Whether an entity belongs to what the run could not list. */
function isBeyondKnowledge(urn: string, { identify, facts }: BaseInput): boolean {
  const thing = identify(urn)
  if (thing.kind === 'job' || thing.kind === 'step') return !facts.jobsComplete
  if (thing.kind !== 'table') return false
  return thing.places.some(({ database }) => ['denied', 'incomplete'].includes(facts.listingOf(database) ?? ''))
}

/** What goes, now or when the next run does not see it either. */
const GOING: ReadonlySet<Verdict> = new Set(['remove', 'missingOnce', 'emptied'])

/** Keeps what databases have that lose too much at once: their tables, and their containers. `over`: those databases. */
export function withinThreshold(
  verdicts: readonly VerdictOn[],
  base: Base,
  { facts, threshold }: BaseInput
): { readonly verdicts: readonly VerdictOn[]; readonly told: readonly Told[]; readonly over: ReadonlySet<string> } {
  const placed = verdicts.map((it) => ({ ...it, database: it.database ?? base.databaseOf(it.urn) ?? '' }))
  const going = placed.filter(({ verdict }) => GOING.has(verdict))
  const [tables, missing] = [going, placed].map((all) => base.byDatabase(all.map(({ urn }) => urn)))
  const told: Told[] = []
  const over = new Set<string>()
  for (const database of new Set(going.map((it) => it.database))) {
    const isHeld = base.held.databases.has(database)
    // What is empty goes by a rule of its own.
    if (!isHeld && facts.listingOf(database) === 'empty') continue
    const share = base.shareOf(database, (isHeld ? missing : tables)?.get(database) ?? [])
    if (!isHeld && !base.isOver(share)) continue
    over.add(database)
    told.push({ severity: 'warning', failure: databaseOverThreshold(database, { ...share, threshold }) })
  }
  const keep = (it: (typeof placed)[number]): VerdictOn =>
    GOING.has(it.verdict) && over.has(it.database) ? { ...it, verdict: 'threshold' } : it
  return { verdicts: placed.map(keep), told, over }
}
