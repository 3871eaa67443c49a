import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError, messageOf } from '../core/errors.ts'
import type { Page } from '../model/ports.ts'
import type { SerialisedWorkUnit } from '../model/work-unit.ts'
import { type BadRecord, proposalsIn } from '../source/mcps/proposals.ts'

/** Bad records that are told one by one. */
const MOST_TOLD = 5

/** Proposals that are handed on together. */
const PAGE = 500

/** What is in a file of proposals, none of which is bad. */
export interface CheckedFile {
  readonly count: number
  /** Those whose runs made any of them. */
  readonly pipelines: ReadonlySet<string>
}

/**
 * Reads the file through to its end, so that nothing of a bad one is sent.
 * @throws AppError for a file that cannot be read, or holds anything but proposals.
 */
export async function checkedFile(file: string, text: OpenText): Promise<CheckedFile> {
  const pipelines = new Set<string>()
  const bad: BadRecord[] = []
  let count = 0
  for await (const read of proposalsIn(text())) {
    if (!('unit' in read)) bad.push(read)
    else {
      count += 1
      if (read.pipelineName !== null) pipelines.add(read.pipelineName)
    }
  }
  if (bad.length > 0) throw badFile(file, bad)
  return { count, pipelines }
}

/** What is no JSON to its end says nothing of its records. */
function badFile(file: string, all: readonly BadRecord[]): AppError {
  const broken = all.filter(({ record }) => record === 0)
  const bad = broken.length > 0 ? broken : all
  const told = bad
    .slice(0, MOST_TOLD)
    .map(({ record, message }) => (record === 0 ? message : `record ${record}: ${message}`))
  const more = bad.length > MOST_TOLD ? `; and ${bad.length - MOST_TOLD} more` : ''
  return new AppError(`${file} is no file of proposals: ${told.join('; ')}${more}`, {
    kind: 'input',
    code: 'bad-proposals',
    cure: 'Nothing was sent. Correct or remove these records, or write the file again with a file sink'
  })
}

/** The text of a file in pieces, from its beginning, each time anew. */
export type OpenText = () => AsyncGenerator<string>

/** What is no regular file, such as a pipe, can be read once only: its text is kept. */
export async function openText(file: string, cwd: string): Promise<OpenText> {
  const path = resolve(cwd, file)
  const told = (error: unknown): AppError => unreadable(file, cwd, error)
  try {
    if ((await stat(path)).isFile()) return () => piecesOf(path, told)
    const text = await readFile(path, 'utf8')
    return async function* () {
      yield text
    }
  } catch (error) {
    throw told(error)
  }
}

async function* piecesOf(path: string, told: (error: unknown) => AppError): AsyncGenerator<string> {
  try {
    yield* createReadStream(path, 'utf8') as AsyncIterable<string>
  } catch (error) {
    throw told(error)
  }
}

function unreadable(file: string, cwd: string, error: unknown): AppError {
  const cure = `check the path; it is resolved against ${cwd}`
  const message = `The file '${file}' cannot be read: ${messageOf(error)}`
  return new AppError(message, { kind: 'input', code: 'file-not-readable', cure, cause: error })
}

interface Sent {
  readonly text: OpenText
  /** Proposals that the file was found to hold. */
  readonly count: number
  readonly signal: AbortSignal
}

export async function* pagesOf(file: string, { text, count, signal }: Sent): AsyncGenerator<Page<SerialisedWorkUnit>> {
  let page: SerialisedWorkUnit[] = []
  let left = count
  for await (const read of proposalsIn(text())) {
    left -= 1
    if (!('unit' in read) || left < 0) break
    page.push(read.unit)
    if (page.length < PAGE) continue
    signal.throwIfAborted()
    yield page
    page = []
  }
  signal.throwIfAborted()
  if (page.length > 0) yield page
  if (left !== 0) throw new AppError(`${file} has changed while it was sent`, CHANGED)
}

const CHANGED = {
  kind: 'input',
  code: 'bad-proposals',
  cure: 'Let nothing write to the file meanwhile, and send it again'
} as const
