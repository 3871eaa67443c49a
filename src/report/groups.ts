import type { Failure, ResourceKind } from '../model/event.ts'
import type { FailureGroup, FilteredGroup, RetryGroup } from '../model/report.ts'
import { clip } from './render/format.ts'
import { byCodeUnit, Sample } from './sample.ts'

/** Different code and message pairs that are told apart; what comes after is counted under its code alone. */
export const MAX_GROUPS = 500

/** Longest message kept, in UTF-16 units: a server's HTML error page says no more after this. */
export const MAX_MESSAGE = 2000

const FURTHER = '(further messages)'

interface Group {
  readonly code: string
  readonly message: string
  cure: string | undefined
  count: number
  readonly resources: Sample
}

/** Failures of one severity, counted exactly by code and message. Memory is bounded however many there are. */
export class FailureGroups {
  readonly #groups = new Map<string, Group>()

  get isEmpty(): boolean {
    return this.#groups.size === 0
  }

  add(failure: Failure): void {
    const group = this.#groupOf(failure.code, clip(failure.message, MAX_MESSAGE))
    group.count += 1
    if (failure.resource !== undefined) group.resources.add(clip(failure.resource, MAX_MESSAGE))
    if (failure.cure !== undefined) group.cure = smaller(group.cure, failure.cure)
  }

  /** The most frequent first. */
  toList(): readonly FailureGroup[] {
    return [...this.#groups.values()]
      .sort((a, b) => b.count - a.count || byCodeUnit(a.code, b.code) || byCodeUnit(a.message, b.message))
      .map(({ code, message, cure, count, resources }) => ({
        code,
        message,
        ...(cure === undefined ? {} : { cure }),
        count,
        resources: resources.names()
      }))
  }

  #groupOf(code: string, message: string): Group {
    const known = this.#groups.get(keyOf(code, message))
    if (known !== undefined) return known
    if (this.#groups.size < MAX_GROUPS || message === FURTHER) return this.#open(code, message)
    return this.#groupOf(code, FURTHER)
  }

  #open(code: string, message: string): Group {
    const group: Group = { code, message, cure: undefined, count: 0, resources: new Sample() }
    this.#groups.set(keyOf(code, message), group)
    return group
  }
}

interface LeftOut {
  readonly rule: string
  readonly kind: ResourceKind
  message: string | undefined
  count: number
  readonly names: Sample
}

/** What was left out, counted exactly by rule (or skip code) and kind. */
export class FilteredGroups {
  readonly #groups = new Map<string, LeftOut>()

  /** `message` says why, where the rule's name does not; of several for a rule and kind one is kept, always the same. */
  add(rule: string, kind: ResourceKind, name: string, message?: string): void {
    const key = keyOf(rule, kind)
    const group = this.#groups.get(key) ?? { rule, kind, message: undefined, count: 0, names: new Sample() }
    this.#groups.set(key, group)
    group.count += 1
    group.names.add(clip(name, MAX_MESSAGE))
    if (message !== undefined) group.message = smaller(group.message, clip(message, MAX_MESSAGE))
  }

  /** Ordered by rule and kind. */
  toList(): readonly FilteredGroup[] {
    return [...this.#groups.values()]
      .sort((a, b) => byCodeUnit(a.rule, b.rule) || byCodeUnit(a.kind, b.kind))
      .map(({ rule, kind, message, count, names }) => ({
        rule,
        kind,
        ...(message === undefined ? {} : { message }),
        count,
        names: names.names()
      }))
  }
}

/** Retried requests, counted by service and reason. */
export class RetryGroups {
  readonly #counts = new Map<string, { readonly service: string; readonly reason: string; count: number }>()

  add(service: string, reason: string): void {
    const known = this.#counts.get(keyOf(service, clip(reason, MAX_MESSAGE)))
    const kept = known === undefined && this.#counts.size >= MAX_GROUPS ? FURTHER : clip(reason, MAX_MESSAGE)
    const group = known ?? this.#counts.get(keyOf(service, kept)) ?? { service, reason: kept, count: 0 }
    this.#counts.set(keyOf(service, kept), group)
    group.count += 1
  }

  /** The most frequent first. */
  toList(): readonly RetryGroup[] {
    return [...this.#counts.values()].sort(
      (a, b) => b.count - a.count || byCodeUnit(a.service, b.service) || byCodeUnit(a.reason, b.reason)
    )
  }
}

/** Of two texts always the same one, whichever came first. */
const smaller = (a: string | undefined, b: string): string => (a === undefined || b < a ? b : a)

const keyOf = (a: string, b: string): string => `${a}\u0000${b}`
