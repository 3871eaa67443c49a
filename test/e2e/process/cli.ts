import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** One call of the CLI. */
export interface CliCall {
  readonly node: string
  readonly cwd: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

export interface CliResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

const BUNDLE = join(process.cwd(), 'dist', 'index.js')

/** Runs `datahub-glue ARGS` as a process with nothing in its environment but PATH and `env`. */
export function runCli({ node, cwd, args, env }: CliCall): Promise<CliResult> {
  const child = spawn(node, [BUNDLE, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const result = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (result.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (result.stderr += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode, ...result }))
  })
}
