import type { PatternReader } from './pattern-reader.ts'
import type { PatternFlags } from './pattern-syntax.ts'

const LETTERS = 'iLmsxatu'
const NAMES: Readonly<Record<string, keyof PatternFlags>> = {
  i: 'ignoreCase',
  m: 'multiline',
  s: 'dotAll',
  x: 'verbose',
  a: 'ascii'
}

/** What `(?i)` or `(?i-m:` says: letters switched on and off, and whether for the whole pattern. */
export interface FlagChange {
  readonly on: string
  readonly off: string
  readonly global: boolean
}

/** Reads inline flags whose first token is `first`, up to and with their `)` or `:` (re/_parser.py _parse_flags). */
export function readFlags(reader: PatternReader, first: string): FlagChange {
  let on = ''
  let token: string | null = first
  while (token !== null && token !== '-' && token !== ')' && token !== ':') {
    on += flagLetter(reader, token)
    token = reader.next()
  }
  if (/a.*u|u.*a/.test(on)) reader.fail("the flags 'a' and 'u' exclude each other")
  if (token === null) reader.fail("')' or ':' is missing after the flags")
  if (token === ')') return { on, off: '', global: true }
  if (on.includes('t')) reader.fail("the flag 't' holds only for a whole pattern")
  if (token === ':') return { on, off: '', global: false }
  const off = readOff(reader)
  if ([...on].some((letter) => off.includes(letter))) reader.fail('a flag is switched on and off')
  return { on, off, global: false }
}

function readOff(reader: PatternReader): string {
  let off = ''
  for (;;) {
    const token = reader.next()
    if (token === null)
      return reader.fail(off === '' ? "a flag is missing after '-'" : "':' is missing after the flags")
    if (token === ':' && off !== '') return off
    const letter = flagLetter(reader, token)
    if ('aut'.includes(letter)) reader.fail(`the flag '${letter}' cannot be switched off`)
    off += letter
  }
}

function flagLetter(reader: PatternReader, token: string): string {
  if (token === 'L') reader.fail("the flag 'L' is for bytes only")
  return LETTERS.includes(token) ? token : reader.fail('an unknown flag')
}

/** The flags that hold after `change`. */
export function changedFlags(flags: PatternFlags, change: FlagChange): PatternFlags {
  const next: Record<keyof PatternFlags, boolean> = { ...flags }
  if (change.on.includes('u')) next.ascii = false
  for (const [letter, name] of Object.entries(NAMES)) {
    if (change.on.includes(letter)) next[name] = true
    if (change.off.includes(letter)) next[name] = false
  }
  return next
}
