import { AppError } from '../../core/errors.ts'
import { lastTick } from '../../dag/cron.ts'
import type { DagFile } from '../../dag/file/dag-file.ts'
import type { DagRunDocument } from '../../model/dag-run.ts'
import type { GithubContext } from '../../model/request.ts'
import { readRecord } from '../../state/dag-run-journal.ts'
import { DOCUMENT_RULES } from './document.ts'
import { GithubRest } from './github-rest.ts'
import type { FolderMeans } from './means.ts'
import { earlierAttempt, earlierRun } from './records.ts'

/** What a run goes on from, and what it is called when it is new. */
export interface Found {
  /** The run to go on with; null: a new one begins. */
  readonly current: DagRunDocument | null
  /** The run before; null when there is none. */
  readonly previous: DagRunDocument | null
  readonly runId: string
  /** ISO 8601. */
  readonly logicalDate: string
}

/**
 * Finds the record to go on with: on this disk, or in the artifacts of earlier attempts and runs on GitHub. Without one
 * a new run begins, and says so where one was expected.
 * @throws AppError when the record cannot be understood, or one is asked for that is not there.
 */
export async function findRecord(dagFile: DagFile, means: FolderMeans): Promise<Found> {
  const { dagId } = dagFile.spec
  const { request, deps, folder } = means
  const here = readRecord(folder, DOCUMENT_RULES)
  const { github } = deps
  const asked = request.resume || request.clear.length > 0
  if (github !== null) return onGithub(dagFile, github, { means, here, asked })
  const now = new Date(deps.clock.now()).toISOString()
  if (asked && here === null) throw nothingThere(dagId)
  if (asked) return { current: here, previous: null, runId: here?.runId ?? '', logicalDate: now }
  if (here?.status === 'running') {
    deps.logger.warning(`Run ${here.runId} of ${dagId} did not come to its end; --resume would have gone on with it`)
  }
  return { current: null, previous: here, runId: `manual__${now}`, logicalDate: now }
}

interface Circumstances {
  readonly means: FolderMeans
  readonly here: DagRunDocument | null
  readonly asked: boolean
}

async function onGithub(
  { spec: { dagId }, timezone }: DagFile,
  github: GithubContext,
  { means, here, asked }: Circumstances
): Promise<Found> {
  const { request, deps } = means
  const runId = `github__${github.runId}`
  const rest =
    request.githubToken === null
      ? null
      : new GithubRest({
          env: deps.env,
          token: request.githubToken,
          repository: github.repository,
          clock: deps.clock,
          signal: deps.signal
        })
  const kept = <T>(read: (from: GithubRest) => Promise<T | null>, lost: string): Promise<T | null> =>
    attempt(rest, read, lost, means)
  const madeAt = await kept((from) => from.createdAt(github.runId), 'the logical date is that of now')
  const logicalDate = logicalDateOf(madeAt === null ? deps.clock.now() : Date.parse(madeAt), github.schedule, timezone)
  const own = here?.runId === runId ? here : null
  const over = 'the run starts over'
  const earlier =
    own ?? (github.runAttempt > 1 ? await kept((from) => earlierAttempt(from, dagId, github), over) : null)
  if (earlier === null && github.runAttempt > 1) {
    deps.logger.warning(`There is no record of attempt ${github.runAttempt - 1} of ${dagId}: ${over}`)
  }
  if (earlier !== null) return { current: earlier, previous: null, runId, logicalDate }
  const before = await kept((from) => earlierRun(from, dagId, github), 'depends_on_past knows of no run before')
  if (asked && before === null) throw nothingThere(dagId)
  return { current: asked ? before : null, previous: before, runId, logicalDate }
}

/** What GitHub keeps; null, with a warning, when it cannot be had. */
async function attempt<T>(
  rest: GithubRest | null,
  read: (from: GithubRest) => Promise<T | null>,
  lost: string,
  { deps }: FolderMeans
): Promise<T | null> {
  if (rest === null) {
    deps.logger.debug(`Without the input github-token: ${lost}`)
    return null
  }
  try {
    return await read(rest)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    deps.logger.warning(`${error.message}${error.cure === undefined ? '' : ` (${error.cure})`}: ${lost}`)
    return null
  }
}

/** The schedule's tick at or before the run was made; of a run without a schedule, when it was made. */
function logicalDateOf(madeAt: number, schedule: string | null, timezone: string): string {
  return new Date((schedule === null ? null : lastTick(schedule, madeAt, timezone)) ?? madeAt).toISOString()
}

const nothingThere = (dagId: string): AppError =>
  new AppError(`There is no run of ${dagId} to go on with`, {
    kind: 'input',
    code: 'dag-no-record',
    cure: 'Begin a new run: leave --resume and clear out'
  })
