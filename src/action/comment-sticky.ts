import { type CommentThread, type IssueComment, UncertainComment, UnprocessableComment } from './comment-thread.ts'

/** A comment as it should be. */
export interface Wanted {
  /** Tells comments on one pull request apart. */
  readonly label: string
  /** What the comment says, in at most `limit` bytes of UTF-8; the same for the same plan. */
  readonly text: (limit: number) => string
  /** The last line, which is another with every run. */
  readonly origin: string
  /** The number of this workflow run; later runs have larger ones. */
  readonly runId: string
  /** Whether a comment is made where there is none. */
  readonly mayCreate: boolean
}

/** What became of it. `later`: a run that began after this one has been there. */
export type Settled = 'created' | 'updated' | 'unchanged' | 'none' | 'later'

/** The most bytes of UTF-8 that a comment gets, and those it gets when GitHub finds that too long. */
const LIMITS = [65_000, 30_000] as const

/**
 * Sees to it that the pull request has the wanted comment, once: edits the newest comment of ours in place, leaves one that
 * says the same already alone, and removes others with the same label, which runs side by side may have left.
 * @param pause Waits before it is looked again whether a comment was made, or says that it was waited often enough.
 * @throws AppError as the thread does.
 */
export async function settle(
  thread: CommentThread,
  wanted: Wanted,
  pause: (retry: number) => Promise<boolean>
): Promise<Settled> {
  for (let retry = 1; ; retry++) {
    try {
      return await settled(thread, wanted)
    } catch (error) {
      // The comment may be there all the same: looking again is what keeps it from being made twice.
      if (!(error instanceof UncertainComment) || !(await pause(retry))) throw error
    }
  }
}

async function settled(thread: CommentThread, wanted: Wanted): Promise<Settled> {
  const own = await ownComments(thread, markerOf(wanted.label))
  const became = await written(thread, wanted, own.at(-1))
  for (const other of own.slice(0, -1)) await thread.remove(other.id)
  return became
}

async function written(thread: CommentThread, wanted: Wanted, newest: IssueComment | undefined): Promise<Settled> {
  if (newest === undefined) {
    if (!wanted.mayCreate) return 'none'
    await shortening(wanted, (body) => thread.create(body))
    return 'created'
  }
  if (isLater(newest.body, wanted.runId)) return 'later'
  // Either may have been what GitHub took the last time.
  if (LIMITS.some((limit) => sameText(newest.body, bodyOf(wanted, limit)))) return 'unchanged'
  await shortening(wanted, (body) => thread.update(newest.id, body))
  return 'updated'
}

async function shortening(wanted: Wanted, write: (body: string) => Promise<void>): Promise<void> {
  const [whole, shorter] = LIMITS.map((limit) => bodyOf(wanted, limit))
  try {
    await write(whole ?? '')
  } catch (error) {
    if (!(error instanceof UnprocessableComment) || shorter === undefined || shorter === whole) throw error
    await write(shorter)
  }
}

/**
 * Comments that begin with the marker and were made with this very token's identity. A person who quotes one, or another
 * app that does, keeps what they wrote.
 */
async function ownComments(thread: CommentThread, marker: string): Promise<readonly IssueComment[]> {
  const marked = (await thread.list()).filter(({ body }) => body.startsWith(marker))
  if (marked.length === 0) return []
  const viewer = (await thread.viewer()) ?? 'github-actions[bot]'
  return marked.filter(({ login, isBot }) => login === viewer || (isBot && login === `${viewer}[bot]`))
}

/** The hidden first line of a comment. Inputs hold no label that could end it. */
export const markerOf = (label: string): string => `<!-- datahub-glue-plan:${label} -->`

/** The hidden line before the part that is another with every run. */
const RUN = /\n<!-- datahub-glue-plan-run:(\d*) -->\n/

function bodyOf({ label, text, origin, runId }: Wanted, limit: number): string {
  const [before, after] = [`${markerOf(label)}\n\n`, `\n<!-- datahub-glue-plan-run:${runId} -->\n\n${origin}`]
  return `${before}${text(limit - Buffer.byteLength(before) - Buffer.byteLength(after))}${after}`
}

/** What a comment says, without its run. GitHub's own editor ends lines otherwise. */
const saidIn = (body: string): string => (body.replaceAll('\r\n', '\n').split(RUN)[0] ?? '').trimEnd()

const sameText = (a: string, b: string): boolean => saidIn(a) === saidIn(b)

function isLater(body: string, runId: string): boolean {
  const before = RUN.exec(body.replaceAll('\r\n', '\n'))?.[1] ?? ''
  return /^\d+$/.test(before) && /^\d+$/.test(runId) && BigInt(before) > BigInt(runId)
}
