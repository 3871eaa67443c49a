import { type ChildProcess, spawn } from 'node:child_process'
import { StringDecoder } from 'node:string_decoder'
import type { Clock } from '../../core/clock.ts'
import type { Environment } from '../../core/environment.ts'
import { messageOf } from '../../core/errors.ts'

/** A shell command to run. */
export interface ShellCommand {
  readonly command: string
  /** The whole environment of the command. */
  readonly env: Environment
  readonly cwd: string
  /** Gets each line of its output, stderr among stdout. */
  readonly line: (text: string) => void
  /** Aborted: the command and all that it started get SIGTERM, and SIGKILL when that does not help. */
  readonly signal: AbortSignal
  readonly clock: Clock
  /** Milliseconds from SIGTERM to SIGKILL. */
  readonly killAfterMs: number
}

/** How a command ended. */
export type ShellEnd =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'not-started'; readonly why: string }

/** A line that does not end is shown in pieces of this length. */
const LONGEST_LINE = 16_384

/** What is left of a command's output when it has ended but a child of it keeps the pipe open is waited for so long. */
const DRAIN_MS = 500

/**
 * Runs a command by `bash -e -o pipefail`, as a workflow's step does with `shell: bash`, in a process group of its own,
 * so that what it started ends with it.
 */
export async function runShell(options: ShellCommand): Promise<ShellEnd> {
  const { command, env, cwd, signal } = options
  if (signal.aborted) return { kind: 'signal', signal: 'SIGTERM' }
  const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', command], {
    cwd,
    env: { ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const flush = [child.stdout, child.stderr].map((stream) => readLines(stream, options.line))
  const over = new AbortController()
  const stop = (): void => void terminate(child, options, over.signal)
  signal.addEventListener('abort', stop, { once: true })
  try {
    const ended = endOf(child)
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
    const end = await ended
    if (end.kind !== 'not-started') await drained(closed, options.clock)
    return end
  } finally {
    signal.removeEventListener('abort', stop)
    over.abort()
    for (const rest of flush) rest()
    if (signal.aborted) kill(child, 'SIGKILL')
    child.stdout.destroy()
    child.stderr.destroy()
  }
}

function endOf(child: ChildProcess): Promise<ShellEnd> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ kind: 'not-started', why: messageOf(error) }))
    child.once('exit', (code, signal) =>
      resolve(code === null ? { kind: 'signal', signal: signal ?? 'SIGKILL' } : { kind: 'exit', code })
    )
  })
}

async function drained(closed: Promise<void>, clock: Clock): Promise<void> {
  const over = new AbortController()
  await Promise.race([closed, clock.sleep(DRAIN_MS, over.signal).catch(() => undefined)])
  over.abort()
}

async function terminate(child: ChildProcess, { clock, killAfterMs }: ShellCommand, over: AbortSignal): Promise<void> {
  kill(child, 'SIGTERM')
  try {
    await clock.sleep(killAfterMs, over)
  } catch {
    return
  }
  kill(child, 'SIGKILL')
}

/** Signals the whole process group; nobody may be left in it. */
function kill(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It has ended already.
  }
}

/** Hands on a stream line by line. @returns what hands on the last line, which no line end closed. */
function readLines(stream: NodeJS.ReadableStream, line: (text: string) => void): () => void {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  const take = (text: string): void => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const one of lines) line(one.replace(/\r$/, ''))
    while (rest.length > LONGEST_LINE) {
      line(rest.slice(0, LONGEST_LINE))
      rest = rest.slice(LONGEST_LINE)
    }
  }
  stream.on('data', (chunk: Buffer) => take(decoder.write(chunk)))
  return () => {
    take(decoder.end())
    if (rest !== '') line(rest)
    rest = ''
  }
}
