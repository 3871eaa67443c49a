import { inspect } from 'node:util'

/** What is shown in place of a secret. */
export const HIDDEN = '***'

/**
 * A value that must never be printed. Templates, JSON.stringify and console-like printing all show `***`;
 * only `reveal` gives the value, so that every use of it can be found by name.
 */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  /** The value itself. Never put it into a message, a report or a file. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return HIDDEN
  }

  toJSON(): string {
    return HIDDEN
  }

  [inspect.custom](): string {
    return HIDDEN
  }
}
