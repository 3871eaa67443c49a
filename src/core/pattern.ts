import type { Decision, NameFilter } from './allow-deny.ts'
import { messageOf } from './errors.ts'
import { type CaseMode, PatternEmitter } from './pattern-emit.ts'
import { PatternParser } from './pattern-parse.ts'
import { PatternError, type PatternFault, type PatternFlags, type PatternNode } from './pattern-syntax.ts'
import { widthOf } from './pattern-width.ts'
import { err, ok, type Result } from './result.ts'

/** Characters of a pattern: room for a thousand names side by side. The RegExp of one much longer takes minutes to compile. */
const MAX_LENGTH = 30_000

/** How a pattern is used: `match` at the start of the text, as Python's re.match; `search` anywhere, as re.search. */
export type PatternUse = 'match' | 'search'

export interface PatternOptions {
  readonly ignoreCase: boolean
  readonly use: PatternUse
}

/** A pattern as a RegExp, and where in it Python's groups are. */
export interface CapturingPattern {
  readonly regExp: RegExp
  /** Python's group numbers, from 1 and without gaps, to those of the RegExp. */
  readonly groups: ReadonlyMap<number, number>
  readonly names: ReadonlyMap<string, number>
}

/**
 * A Python 3.11 regular expression (re, for str) as a JavaScript RegExp that matches the same texts. What Python refuses,
 * and the little that cannot be translated, is a fault with its place.
 */
export function compilePattern(pattern: string, options: PatternOptions): Result<RegExp, PatternFault> {
  const compiled = compileCapturing(pattern, options)
  return compiled.ok ? ok(compiled.value.regExp) : compiled
}

/** The same for who wants to know what the groups matched. */
export function compileCapturing(
  pattern: string,
  { ignoreCase, use }: PatternOptions
): Result<CapturingPattern, PatternFault> {
  const flags: PatternFlags = { ignoreCase, multiline: false, dotAll: false, verbose: false, ascii: false }
  if (pattern.length > MAX_LENGTH) return err(TOO_LARGE)
  try {
    const parser = new PatternParser(pattern, flags)
    const node = parser.parse()
    widthOf(node, new Map())
    const caseMode = caseModeOf(node)
    const emitter = new PatternEmitter(caseMode)
    const source = emitter.emit(node)
    const anchored = use === 'match' ? `^(?:${source})` : source
    const regExp = proven(new RegExp(anchored, caseMode === 'everywhere' ? 'vi' : 'v'))
    return ok({ regExp, groups: emitter.groups, names: parser.names })
  } catch (error) {
    return err(faultOf(error))
  }
}

const TOO_LARGE: PatternFault = { offset: 0, message: 'the pattern is too large', reason: 'untranslatable' }

function faultOf(error: unknown): PatternFault {
  if (error instanceof PatternError) return { offset: error.offset, message: error.message, reason: error.reason }
  if (error instanceof SyntaxError) return TOO_LARGE
  if (error instanceof RangeError) return { offset: 0, message: 'it is nested too deeply', reason: 'untranslatable' }
  throw new Error(`a pattern could not be compiled: ${messageOf(error)}`, { cause: error })
}

/** A RegExp is compiled when it is first used, once for each width of text, and only then found to be too large. */
function proven(regExp: RegExp): RegExp {
  for (const text of ['', '\u0100']) regExp.test(text)
  return regExp
}

/** Whether all of a pattern ignores case, nothing of it, or only a part. */
function caseModeOf(node: PatternNode): CaseMode {
  const sensitivities = new Set<boolean | 'ascii'>()
  const visit = (n: PatternNode): void => {
    if (n.type === 'set' || n.type === 'reference') {
      sensitivities.add(n.flags.ignoreCase && n.flags.ascii ? 'ascii' : n.flags.ignoreCase)
    } else if (n.type === 'sequence') n.items.forEach(visit)
    else if (n.type === 'branch') n.options.forEach(visit)
    else if (n.type !== 'any' && n.type !== 'at') visit(n.item)
  }
  visit(node)
  if (sensitivities.size === 0 || (sensitivities.size === 1 && sensitivities.has(false))) return 'never'
  return sensitivities.size === 1 && sensitivities.has(true) ? 'everywhere' : 'written-out'
}

/** The peer's AllowDenyPattern (configuration/common.py): which names a recipe lets through. */
export interface AllowDeny {
  readonly allow: readonly string[]
  readonly deny: readonly string[]
  readonly ignoreCase: boolean
}

/** What the peer uses where a recipe says nothing. */
export const ALLOW_ALL: AllowDeny = { allow: ['.*'], deny: [], ignoreCase: true }

/** A pattern of an allow or deny list that cannot be used. */
export interface ListedFault extends PatternFault {
  readonly list: 'allow' | 'deny'
  readonly index: number
}

/**
 * Patterns match at the start of a name, not its whole. Deny goes first, then one of allow has to match: an empty allow
 * list lets nothing through.
 */
export function compileNameFilter({ allow, deny, ignoreCase }: AllowDeny): Result<NameFilter, readonly ListedFault[]> {
  const faults: ListedFault[] = []
  const compile = (patterns: readonly string[], list: ListedFault['list']): Compiled[] =>
    patterns.flatMap((pattern, index) => {
      const compiled = compilePattern(pattern, { ignoreCase, use: 'match' })
      if (compiled.ok) return [{ pattern, regExp: compiled.value }]
      faults.push({ ...compiled.error, list, index })
      return []
    })
  const lists = { allow: compile(allow, 'allow'), deny: compile(deny, 'deny') }
  return faults.length > 0 ? err(faults) : ok(nameFilter(lists.allow, lists.deny))
}

interface Compiled {
  readonly pattern: string
  readonly regExp: RegExp
}

function nameFilter(allow: readonly Compiled[], deny: readonly Compiled[]): NameFilter {
  const decision = (list: readonly Compiled[], index: number, allowed: boolean): Decision => {
    const pattern = list[index]?.pattern
    return pattern === undefined ? { allowed: false, pattern: null, index: null } : { allowed, pattern, index }
  }
  const matching = (list: readonly Compiled[], name: string): number =>
    list.findIndex(({ regExp }) => regExp.test(name))
  const decidedBy: NameFilter['decidedBy'] = (name) => {
    const denied = matching(deny, name)
    return denied >= 0 ? decision(deny, denied, false) : decision(allow, matching(allow, name), true)
  }
  return { decidedBy, allows: (name) => decidedBy(name).allowed }
}
