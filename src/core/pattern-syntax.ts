/** What is switched on where a node stands: `i`, `m`, `s`, `x` and `a` of Python's inline flags. */
export interface PatternFlags {
  readonly ignoreCase: boolean
  readonly multiline: boolean
  readonly dotAll: boolean
  readonly verbose: boolean
  /** `\w`, `\d`, `\s`, `\b` and case folding keep to ASCII. */
  readonly ascii: boolean
}

/** `\d`, `\s`, `\w`, or their opposites. */
export interface CategoryItem {
  readonly type: 'category'
  readonly category: 'd' | 's' | 'w'
  readonly negated: boolean
}

/** A member of a set: a category, or the code points from `low` to `high`. */
export type SetItem = CategoryItem | { readonly type: 'range'; readonly low: number; readonly high: number }

export type Place = 'line-start' | 'text-start' | 'line-end' | 'text-end' | 'boundary' | 'no-boundary'

/** A Python regular expression, parsed. Every node that depends on flags carries those that hold where it stands. */
export type PatternNode =
  | {
      readonly type: 'set'
      readonly negated: boolean
      readonly items: readonly SetItem[]
      readonly flags: PatternFlags
    }
  | { readonly type: 'any'; readonly flags: PatternFlags }
  | { readonly type: 'at'; readonly place: Place; readonly flags: PatternFlags }
  | { readonly type: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly type: 'branch'; readonly options: readonly PatternNode[] }
  | RepeatNode
  /** `index`: the capture's number; null: the group only holds together. */
  | { readonly type: 'group'; readonly index: number | null; readonly item: PatternNode }
  | { readonly type: 'atomic'; readonly item: PatternNode; readonly offset: number }
  | {
      readonly type: 'look'
      readonly ahead: boolean
      readonly negated: boolean
      readonly item: PatternNode
      readonly offset: number
    }
  | { readonly type: 'reference'; readonly group: number; readonly flags: PatternFlags; readonly offset: number }

/** `max` null: without end. */
export interface RepeatNode {
  readonly type: 'repeat'
  readonly item: PatternNode
  readonly min: number
  readonly max: number | null
  readonly mode: 'greedy' | 'lazy' | 'possessive'
  readonly offset: number
}

/** Why a pattern cannot be used. `offset` counts code points from 0, as Python's messages count positions. */
export interface PatternFault {
  readonly offset: number
  readonly message: string
  /** `invalid`: Python refuses it too. `untranslatable`: JavaScript has no words for it. */
  readonly reason: 'invalid' | 'untranslatable'
}

/** Carries a fault out of the depths of a parse; never leaves core/pattern. */
export class PatternError extends Error {
  readonly offset: number
  readonly reason: PatternFault['reason']

  constructor(offset: number, message: string, reason: PatternFault['reason'] = 'invalid') {
    super(message)
    this.offset = offset
    this.reason = reason
  }
}
