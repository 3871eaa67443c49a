import type { Clock } from '../core/clock.ts'
import type { Environment } from '../core/environment.ts'
import { messageOf } from '../core/errors.ts'
import type { Logger, Mask } from '../model/ports.ts'
import type { ToolInfo } from '../model/report.ts'
import type { App, AppDeps } from '../model/request.ts'
import { githubContext } from './github-context.ts'
import { idTokenRequest } from './id-token.ts'
import { safeLines } from './logger.ts'
import type { Runner } from './runner.ts'

/** What main hands to the action. */
export interface ActionIo {
  readonly env: Environment
  readonly cwd: string
  readonly app: App
  readonly clock: Clock
  readonly runner: Runner
  readonly tool: ToolInfo
  /** Aborted when the runner cancels the job. */
  readonly signal: AbortSignal
}

/** From one progress line to the next. */
export const PROGRESS_INTERVAL_MS = 10_000

/** What every command's step is told with. */
export interface Means {
  readonly io: ActionIo
  readonly logger: Logger
  readonly mask: Mask
}

/** What the outside lends to the use case of a step. */
export const depsOf = async ({ io, logger, mask }: Means, onEvent: AppDeps['onEvent']): Promise<AppDeps> => ({
  env: io.env,
  cwd: io.cwd,
  clock: io.clock,
  logger,
  mask,
  onEvent,
  idToken: idTokenRequest(io.env, { getIdToken: io.runner.getIdToken, setSecret: mask }),
  github: await githubContext(io.env),
  signal: io.signal,
  stdout: (text) => printAll(text, io.runner)
})

/** Whether `act` succeeded; if not, says so and lets the rest go on. */
export async function attempt(failure: string, logger: Logger, act: () => unknown): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    logger.error(`${failure}: ${messageOf(error)}`)
    return false
  }
}

/** A text in the log, each of its lines made safe. */
export function printAll(text: string, runner: Pick<Runner, 'info'>): void {
  for (const line of safeLines(text.replace(/\n$/, ''))) runner.info(line)
}
