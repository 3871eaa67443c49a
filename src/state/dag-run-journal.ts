import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError, messageOf } from '../core/errors.ts'
import { codeOf } from '../core/http-error.ts'

/** What a journal is kept of: a document that is replaced as a whole, and the entries that change it in between. */
export interface JournalRules<D extends { readonly generation: number }, E> {
  /** The document after these entries. Entries that it holds already must change nothing. */
  readonly apply: (document: D, entries: readonly E[]) => D
  /** Whether what was read is such a document, in a version that this program knows. */
  readonly isDocument: (value: unknown) => value is D
}

/** The files of one DAG's runs. */
export const RECORD_FILE = 'dag-run.json'
export const JOURNAL_FILE = 'dag-run.journal'

/** A batch of entries that belong together, and the generation of the document that they come after. */
interface Line<E> {
  readonly generation: number
  readonly entries: readonly E[]
}

/**
 * The document and the journal as texts, taken together. A line of the journal counts only when it is whole: what a
 * killed process wrote half is left out, with everything after it. Lines of another generation are in the document.
 * Null when there is no document.
 * @throws AppError when the document cannot be understood.
 */
export function recover<D extends { readonly generation: number }, E>(
  texts: { readonly record: string | null; readonly journal: string | null },
  rules: JournalRules<D, E>
): D | null {
  if (texts.record === null) return null
  const document = parseDocument(texts.record, rules)
  const lines = [...wholeLines<E>(texts.journal ?? '')].filter(({ generation }) => generation === document.generation)
  return rules.apply(
    document,
    lines.flatMap(({ entries }) => entries)
  )
}

function parseDocument<D extends { readonly generation: number }, E>(text: string, rules: JournalRules<D, E>): D {
  const fail = (why: string): AppError =>
    new AppError(`The record of the DAG run cannot be read: ${why}`, {
      kind: 'input',
      code: 'dag-record',
      cure: `Remove ${RECORD_FILE} and ${JOURNAL_FILE} to start over`
    })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw fail(messageOf(error))
  }
  if (!rules.isDocument(value)) throw fail('it is of another version of this program, or of something else')
  return value
}

function* wholeLines<E>(text: string): Generator<Line<E>> {
  for (const line of text.slice(0, text.lastIndexOf('\n') + 1).split('\n')) {
    if (line === '') continue
    try {
      yield JSON.parse(line) as Line<E>
    } catch {
      return
    }
  }
}

/** What lies in `folder`; null when there is no record. @throws AppError, as `recover`. */
export function readRecord<D extends { readonly generation: number }, E>(
  folder: string,
  rules: JournalRules<D, E>
): D | null {
  const record = textOf(join(folder, RECORD_FILE))
  return recover({ record, journal: textOf(join(folder, JOURNAL_FILE)) }, rules)
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * A document that survives its process: entries are on disk before `append` returns, batch by batch, whole or not at
 * all. Synchronous on purpose: nothing that follows from a change may begin before the change is written.
 */
export class Journal<D extends { readonly generation: number }, E> {
  readonly #folder: string
  readonly #rules: JournalRules<D, E>
  #document: D
  /** Written, and not yet taken into the document. */
  #pending: E[] = []
  readonly #fd: number

  /** Begins with `document`, which is written as the next generation. Whatever lay in the folder is replaced. */
  constructor(folder: string, document: D, rules: JournalRules<D, E>) {
    this.#folder = folder
    this.#rules = rules
    this.#document = document
    mkdirSync(folder, { recursive: true })
    this.#fd = openSync(join(folder, JOURNAL_FILE), 'a')
    this.compact((same) => same)
  }

  get document(): D {
    if (this.#pending.length > 0) {
      this.#document = this.#rules.apply(this.#document, this.#pending)
      this.#pending = []
    }
    return this.#document
  }

  /** Writes a batch. `durable`: on the disk itself when this returns, so that it outlives the machine too. */
  append(entries: readonly E[], durable = true): void {
    const line: Line<E> = { generation: this.#document.generation, entries }
    writeAll(this.#fd, `${JSON.stringify(line)}\n`)
    if (durable) fdatasyncSync(this.#fd)
    this.#pending.push(...entries)
  }

  /**
   * Writes the document whole, changed by `change`, and empties the journal. Killed in between, the journal's lines are
   * of an older generation than the document, and are passed over.
   */
  compact(change: (document: D) => D): void {
    const { generation } = this.document
    this.#document = { ...change(this.document), generation: generation + 1 }
    const path = join(this.#folder, RECORD_FILE)
    replaceFile(path, `${JSON.stringify(this.#document, null, 1)}\n`)
    ftruncateSync(this.#fd, 0)
    fdatasyncSync(this.#fd)
  }

  close(): void {
    closeSync(this.#fd)
  }
}

function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
}

/** Puts a text in a file's place: whoever reads it sees the old or the new one, whole. */
export function replaceFile(path: string, text: string): void {
  const next = `${path}.new`
  writeFileSync(next, text, { flush: true })
  renameSync(next, path)
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
