import type { Environment } from '../core/environment.ts'
import { suggest } from '../core/suggest.ts'
import { INPUTS, type InputName } from './definition.ts'

/** What is wrong with one input, and how to mend it. */
export interface InputFault {
  readonly input: InputName
  /** In one line, such as `'yes' is not a boolean`. Never contains a secret. */
  readonly message: string
  readonly cure: string
}

/** A value and where it came from, for messages. */
export interface Given {
  readonly value: string
  /** null: the input itself; else the environment variable that stands in for it. */
  readonly variable: string | null
}

/**
 * Reads inputs as the runner hands them over (`INPUT_DRY-RUN`, as core.getInput reads them), and collects what is wrong
 * with them instead of stopping at the first. A reading with a fault gives the fallback, which is never used.
 */
export class InputReader {
  readonly faults: InputFault[] = []
  readonly #env: Environment

  constructor(env: Environment) {
    this.#env = env
  }

  /** The text of an input, trimmed; where nothing was given, its default, or ''. */
  text(name: InputName): string {
    const given = (this.#env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
    return given === '' ? (DEFAULTS.get(name) ?? '') : given
  }

  /** The text of an input, or of the first variable that has one; null where there is none. */
  optional(name: InputName, variables: readonly string[] = []): Given | null {
    const text = this.text(name)
    if (text !== '') return { value: text, variable: null }
    for (const variable of variables) {
      const value = (this.#env[variable] ?? '').trim()
      if (value !== '') return { value, variable }
    }
    return null
  }

  /** The booleans of YAML 1.2's core schema, as core.getBooleanInput takes them. */
  boolean(name: InputName): boolean {
    const text = this.text(name)
    if (/^(true|True|TRUE)$/.test(text)) return true
    if (!/^(false|False|FALSE)$/.test(text)) this.fault(name, `'${text}' is not a boolean`, 'write true or false')
    return false
  }

  /** A number from `min` to `max`; null where nothing was given. */
  number(
    name: InputName,
    range: { readonly min: number; readonly max: number; readonly whole: boolean }
  ): number | null {
    const text = this.text(name)
    if (text === '') return null
    const value = (range.whole ? /^\d+$/ : /^\d+(\.\d+)?$/).test(text) ? Number(text) : Number.NaN
    if (value >= range.min && value <= range.max) return value
    const kind = range.whole ? 'whole number' : 'number'
    this.fault(name, `'${text}' is not a ${kind} from ${range.min} to ${range.max}`, `write a ${kind} in that range`)
    return null
  }

  /** One of a few words. */
  choice<T extends string>(name: InputName, words: readonly [T, ...T[]]): T {
    const text = this.text(name)
    const found = words.find((word) => word === text)
    if (found !== undefined) return found
    const near = suggest(text, words)
    const hint = near === null ? '' : `; did you mean ${near}?`
    this.fault(name, `'${text}' is not one of ${words.join(', ')}`, `write ${words.join(', or ')}${hint}`)
    return words[0]
  }

  /** Items one a line; with `commas`, separated by commas too. Empty ones and lines that begin with # are left out. */
  list(name: InputName, { commas }: { readonly commas: boolean }): readonly string[] {
    return this.text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => (commas ? line.split(',').map((item) => item.trim()) : [line]))
      .filter((item) => item !== '')
  }

  /** Notes what is wrong with an input. */
  fault(input: InputName, message: string, cure: string, variable: string | null = null): void {
    const from = variable === null ? '' : ` (from the environment variable ${variable})`
    this.faults.push({ input, message: `${message}${from}`, cure })
  }
}

const DEFAULTS = new Map<InputName, string>(
  INPUTS.flatMap((input) => (input.default === null ? [] : [[input.name, input.default]]))
)
