#!/usr/bin/env -S node --
import { setFlagsFromString } from 'node:v8'
import { isMainThread, workerData } from 'node:worker_threads'
import { systemClock } from './core/clock.ts'
import { growYoungGeneration } from './core/young-generation.ts'
import { SQL_THREAD } from './model/thread.ts'
import { TOOL } from './model/tool.ts'
import type { WriterSetup } from './sink/rest/writer-thread.ts'

/** A command in argv is the command line's; without one, a runner's step is the action's. */
async function main(signal: AbortSignal): Promise<number> {
  const argv = process.argv.slice(2)
  // Not above: a thread needs none of it, and begins a third sooner without.
  const { appWithThreads } = await import('./app/app.ts')
  const app = appWithThreads(new URL(import.meta.url))
  const common = { env: process.env, cwd: process.cwd(), app, clock: systemClock, tool: TOOL, signal }
  if (argv.length > 0 || process.env.GITHUB_ACTIONS !== 'true') {
    const { runCli } = await import('./cli/run.ts')
    return runCli({ ...common, argv, stdout: process.stdout, stderr: process.stderr })
  }
  const [{ runAction }, { githubRunner }] = await Promise.all([import('./action/run.ts'), import('./action/runner.ts')])
  return runAction({ ...common, runner: githubRunner })
}

/** How long a run that was asked to end may take for it, where nobody ends it sooner: GitHub does after 10 s. */
const END_MS = 60_000
/** As a shell tells a process that Ctrl-C has ended. */
const INTERRUPTED = 130

/**
 * Aborted by the first Ctrl-C, the runner's cancellation or a terminal that is closed. The second one ends the process as
 * usual; so does time, should something not look at the signal.
 */
function cancellation(): AbortSignal {
  const controller = new AbortController()
  const cancel = (): void => {
    if (controller.signal.aborted) return
    controller.abort()
    void systemClock.sleep(END_MS).then(() => process.exit(INTERRUPTED))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, cancel)
  return controller.signal
}

async function run(): Promise<void> {
  // Most of what a run allocates is garbage at once, and V8 would rather grow than look for it. An old generation that at
  // most doubles keeps the process at about 280 MiB instead of 430, at no cost in time. In a young one of its first size,
  // two halves of 1 MiB, too much is taken for old, which costs a fifth of the time. Halves of 32 MiB take 8 % less time
  // than such of 16, for 40 MiB; those of 64 take 70 MiB more and no less time (10,000 tables; npm run bench).
  growYoungGeneration(32)
  // Which Node an SDK of next year needs is nothing to users of a bundle that holds this one.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  setFlagsFromString('--heap-growing-percent=100')
  const signal = cancellation()
  process.exitCode = await main(signal)
  // A cancelled run has told what there is to tell. An AWS that still does not answer must not keep the process alive.
  if (signal.aborted) process.stderr.write('', () => process.stdout.write('', () => process.exit()))
}

/** What a thread of this program does: it is told by the one that starts it. */
async function runThread(): Promise<void> {
  // Requests and answers pass through it: with more than this it only takes longer to come round.
  growYoungGeneration(8)
  if (workerData === SQL_THREAD) return (await import('./source/glue/views/serve-sql.ts')).serveSql()
  return (await import('./sink/rest/serve-writes.ts')).serveWrites(workerData as WriterSetup)
}

await (isMainThread ? run() : runThread())
