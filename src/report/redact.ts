import type { CheckStatus } from '../model/doctor.ts'
import { HIDDEN } from '../model/secret.ts'

/** Shorter values are no secrets, and hiding every `1` would hide the report. */
const LEAST_LENGTH = 4

/** Members that programs compare, and that a short key of a stand-in for AWS, such as `test`, would make unreadable. */
const OWN_WORDS: ReadonlySet<string> = new Set<CheckStatus>(['not-tested'])

/**
 * Takes secrets out of texts. What is printed is made of messages that hold none already; this is the net below: a
 * server may repeat a token in its answer.
 */
export class Redactor {
  #forms: readonly string[] = []

  /** From now on `secret` is hidden: as it is, each of its lines, and as JSON and addresses write it. */
  add(secret: string): void {
    const parts = [secret, ...secret.split(/\r?\n/)].map((part) => part.trim())
    const forms = parts.flatMap((part) => [
      part,
      JSON.stringify(part).slice(1, -1),
      encodeURIComponent(wellFormed(part))
    ])
    const all = new Set([...this.#forms, ...forms.filter((form) => form.length >= LEAST_LENGTH)])
    this.#forms = [...all].sort((a, b) => b.length - a.length)
  }

  /** `text` with `***` in place of every secret; the longest first, for one may be part of another. */
  text(text: string): string {
    return this.#forms.reduce((done, form) => (done.includes(form) ? done.replaceAll(form, HIDDEN) : done), text)
  }

  /** A report, or any part of it, with every text in it redacted. Names of members stay. */
  value<T>(value: T): T {
    return this.#forms.length === 0 ? value : (this.#deep(value) as T)
  }

  #deep(value: unknown): unknown {
    if (typeof value === 'string') return OWN_WORDS.has(value) ? value : this.text(value)
    if (Array.isArray(value)) return value.map((item) => this.#deep(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.#deep(member)]))
  }
}

/** encodeURIComponent throws on half a surrogate pair. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD')
