import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** One call of the CLI. */
export interface CliCall {
  readonly node: string
  readonly cwd: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Stops the process, as a runner that cancels a job does, when it says so. */
  readonly cancelWhen?: () => boolean
}

export interface CliResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

const BUNDLE = join(process.cwd(), 'dist', 'index.js')

/** Runs `datahub-glue ARGS` as a process with nothing in its environment but PATH and `env`. */
export async function runCli({ node, cwd, args, env, cancelWhen }: CliCall): Promise<CliResult> {
  const child = spawn(node, [BUNDLE, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const result = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (result.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (result.stderr += text))
  let ended = false
  const exitCode = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      ended = true
      resolve(code)
    })
  })
  if (cancelWhen !== undefined) {
    while (!ended && !cancelWhen()) await new Promise((resolve) => setImmediate(resolve))
    child.kill('SIGTERM')
  }
  return { exitCode: await exitCode, ...result }
}
