import { type CapturingPattern, compileCapturing } from './pattern.ts'
import type { PatternFault } from './pattern-syntax.ts'
import { err, ok, type Result } from './result.ts'

/** Replaces in a text what a pattern matches. */
export type Replace = (text: string) => string

/** A literal text, or what the group of this number (Python's) matched. */
type Part = string | number

/**
 * Python's re.sub (3.11, for str): every match of `pattern` gives way to `replacement`, in which `\1`, `\g<1>` and
 * `\g<name>` stand for what a group matched.
 */
export function compileReplacement(pattern: string, replacement: string): Result<Replace, PatternFault> {
  const compiled = compileCapturing(pattern, { ignoreCase: false, use: 'search' })
  if (!compiled.ok) return compiled
  const parts = parseReplacement(replacement, compiled.value)
  if (!parts.ok) return parts
  const { regExp, groups } = compiled.value
  const everywhere = new RegExp(regExp.source, `${regExp.flags}g`)
  return ok((text) =>
    text.replace(everywhere, (...match: readonly unknown[]) =>
      parts.value.map((part) => (typeof part === 'string' ? part : captured(match[groups.get(part) ?? 0]))).join('')
    )
  )
}

/** A group that took no part is empty. */
const captured = (value: unknown): string => (typeof value === 'string' ? value : '')

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\'
}

/** What may stand behind a backslash: `g<…>`, an octal number, a group's number, a letter, anything else. */
const ESCAPE = /\\(?:g<([^>]*)>|(0[0-7]{0,2}|[1-3][0-7]{2})|([1-9]\d?)|([\s\S]))|\\$/y

function parseReplacement(text: string, pattern: CapturingPattern): Result<readonly Part[], PatternFault> {
  const parts: Part[] = []
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\\', at)
    if (next !== at) parts.push(text.slice(at, next === -1 ? text.length : next))
    if (next === -1) break
    ESCAPE.lastIndex = next
    const match = ESCAPE.exec(text)
    const part = match === null ? null : partOf(match, pattern)
    if (match === null || part === null) return err(fault(next, text))
    parts.push(part)
    at = next + match[0].length
  }
  return ok(parts)
}

function partOf([, name, octal, number, other]: RegExpExecArray, pattern: CapturingPattern): Part | null {
  if (name !== undefined) return groupOf(name, pattern)
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
  if (number !== undefined) return groupOf(number, pattern)
  if (other === undefined) return null
  const character = ESCAPES[other]
  if (character !== undefined) return character
  // Python keeps letters that have no meaning for later; everything else stays as it is, with its backslash.
  return /[a-zA-Z]/.test(other) ? null : `\\${other}`
}

function groupOf(name: string, { groups, names }: CapturingPattern): number | null {
  const number = /^\d+$/.test(name) ? Number(name) : (names.get(name) ?? null)
  return number === 0 || (number !== null && groups.has(number)) ? number : null
}

const fault = (offset: number, text: string): PatternFault => ({
  offset,
  message: `the replacement '${text.slice(offset, offset + 8)}' names no group and is no escape`,
  reason: 'invalid'
})
