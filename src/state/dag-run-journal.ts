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
import { messageOf } from '../core/errors.ts'
import { codeOf } from '../core/http-error.ts'
import { type RecordPlace, unreadableRecord, writing } from './dag-run-fault.ts'

/** What a journal is kept of: a document that is replaced as a whole, and the entries that change it in between. */
export interface JournalRules<D extends { readonly generation: number }, E> {
  /** The document after these entries. Entries that it holds already must change nothing. */
  readonly apply: (document: D, entries: readonly E[]) => D
  /** Whether what was read is such a document, in a version that this program knows. */
  readonly isDocument: (value: unknown) => value is D
  /** Whether what was read is such an entry. */
  readonly isEntry: (value: unknown) => value is E
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
 * The document and the journal as texts, taken together; `place` says where they are from. The end of a journal that is
 * no whole line is what a killed process wrote half, and is left out. Lines of another generation are in the document.
 * Null when there is no document.
 * @throws AppError when either cannot be understood: what a damaged journal held would otherwise run again.
 */
export function recover<D extends { readonly generation: number }, E>(
  texts: { readonly record: string | null; readonly journal: string | null },
  rules: JournalRules<D, E>,
  place: RecordPlace
): D | null {
  if (texts.record === null) return null
  const document = parseDocument(texts.record, rules, place)
  const lines = [...wholeLines(texts.journal ?? '', rules, place)]
  return rules.apply(
    document,
    lines.filter(({ generation }) => generation === document.generation).flatMap(({ entries }) => entries)
  )
}

function parseDocument<D extends { readonly generation: number }, E>(
  text: string,
  rules: JournalRules<D, E>,
  place: RecordPlace
): D {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw unreadableRecord(`${place.record}: ${messageOf(error)}`, place)
  }
  if (rules.isDocument(value)) return value
  throw unreadableRecord(`${place.record} is of another version of this program, or of something else`, place)
}

function* wholeLines<D extends { readonly generation: number }, E>(
  text: string,
  rules: JournalRules<D, E>,
  place: RecordPlace
): Generator<Line<E>> {
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    const value = lineOf(line, rules)
    if (value === null) {
      const goOn = `; or take line ${index + 1} and all after it out of ${place.journal} to go on from before it`
      throw unreadableRecord(`line ${index + 1} of ${place.journal} is not what this program writes`, place, goOn)
    }
    yield value
  }
}

/** Null: it is none. */
function lineOf<D extends { readonly generation: number }, E>(text: string, rules: JournalRules<D, E>): Line<E> | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('generation' in value) || !('entries' in value)) return null
  const { generation, entries } = value
  if (typeof generation !== 'number' || !Array.isArray(entries) || !entries.every(rules.isEntry)) return null
  return { generation, entries }
}

/** What lies in `folder`; null when there is no record. @throws AppError, as `recover`. */
export function readRecord<D extends { readonly generation: number }, E>(
  folder: string,
  rules: JournalRules<D, E>
): D | null {
  const place = { record: join(folder, RECORD_FILE), journal: join(folder, JOURNAL_FILE) }
  return recover({ record: textOf(place.record, place), journal: textOf(place.journal, place) }, rules, place)
}

function textOf(path: string, place: RecordPlace): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw unreadableRecord(`${path}: ${messageOf(error)}`, place)
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

  /**
   * Begins with `document`, which is written as the next generation. Whatever lay in the folder is replaced.
   * @throws AppError when it cannot be written, here and whenever something is
   */
  constructor(folder: string, document: D, rules: JournalRules<D, E>) {
    this.#folder = folder
    this.#rules = rules
    this.#document = document
    const path = join(folder, JOURNAL_FILE)
    this.#fd = writing(path, () => {
      mkdirSync(folder, { recursive: true })
      return openSync(path, 'a')
    })
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
    writing(join(this.#folder, JOURNAL_FILE), () => {
      writeAll(this.#fd, `${JSON.stringify(line)}\n`)
      if (durable) fdatasyncSync(this.#fd)
    })
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
    writing(path, () => {
      replaceFile(path, `${JSON.stringify(this.#document, null, 1)}\n`)
      ftruncateSync(this.#fd, 0)
      fdatasyncSync(this.#fd)
    })
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
