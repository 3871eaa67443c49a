import { type Random, seededRandom } from '../random.ts'

/**
 * One way in which a stand-in misbehaves. Plain JSON, so that it can be given on a command line.
 * A rule counts the requests whose label it matches; `nth`, `first`, `after` and `rate` say which of those it hits
 * (all of them when none is given).
 */
export interface FaultRule {
  /** Regular expression on the request's label, such as `GetTables sales` or `ingestProposalBatch`. Absent: every request. */
  readonly match?: string
  /** Hits the requests with these numbers, counted from 1. */
  readonly nth?: readonly number[]
  /** Hits the first so many requests. */
  readonly first?: number
  /** Hits every request after so many. */
  readonly after?: number
  /** Hits with this probability, drawn from the seeded sequence. */
  readonly rate?: number

  /** Waits so long before answering. Alone, the answer is then the right one. */
  readonly delayMs?: number
  /** Answers with this HTTP status instead of the right answer. */
  readonly status?: number
  /** The service's own error code, such as `ThrottlingException`; the service knows status and message. */
  readonly code?: string
  readonly message?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The body as it is, such as an HTML page of a load balancer. */
  readonly body?: string
  /** Breaks the connection: before anything is answered, or after half of the right answer. */
  readonly reset?: 'before' | 'half'
}

/** What is to go wrong with one request: the effects of every rule that hits it, earlier rules winning. */
export type Fault = Omit<FaultRule, 'match' | 'nth' | 'first' | 'after' | 'rate'>

/** Decides request by request. Deterministic for one sequence of labels. */
export interface FaultPlan {
  next(label: string): Fault | null
}

/** The plan of `rules`, drawing from the sequence of `seed`. */
export function faultPlan(rules: readonly FaultRule[], seed: number): FaultPlan {
  const random = seededRandom(seed)
  const states = rules.map((rule) => ({ rule, pattern: new RegExp(rule.match ?? '', 'u'), seen: 0 }))
  return {
    next(label) {
      const faults: Fault[] = []
      for (const state of states) {
        if (!state.pattern.test(label)) continue
        state.seen += 1
        if (hits(state.rule, state.seen, random)) faults.unshift(effects(state.rule))
      }
      return faults.length === 0 ? null : Object.assign({}, ...faults)
    }
  }
}

function hits(rule: FaultRule, count: number, random: Random): boolean {
  if (rule.rate !== undefined && !random.chance(rule.rate)) return false
  if (rule.nth !== undefined && !rule.nth.includes(count)) return false
  if (rule.first !== undefined && count > rule.first) return false
  return rule.after === undefined || count > rule.after
}

function effects(rule: FaultRule): Fault {
  const { match: _match, nth: _nth, first: _first, after: _after, rate: _rate, ...fault } = rule
  return fault
}
