import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Where files of the measuring go. */
export const WORK = join(process.cwd(), '.cache', 'bench')
/** The interpreter of the peer. */
export const PEER_PYTHON = process.env.PEER_PYTHON ?? join(process.cwd(), '.cache', 'peer', 'bin', 'python')
/** The action runs on Node 24; the bundle is measured on it where it is at hand. */
export const NODE = process.env.NODE24 ?? process.execPath
/** The command that is measured; another one for work under way. */
export const OURS = process.env.OURS?.split(' ') ?? [NODE, 'dist/index.js']
/** What the operating system says one process cost. */
export interface Cost {
  readonly wall: number
  readonly user: number
  readonly sys: number
  /** MiB */
  readonly peak: number
  readonly status: number
}

export interface StandIns {
  readonly environment: Record<string, string>
  readonly gms: string
  stop(): Promise<void>
}

/** The stand-ins as a process of their own: what is measured does not share an event loop with them. */
export async function startStandIns(size: readonly string[], flags: readonly string[] = []): Promise<StandIns> {
  const script = join('lib', 'tools', 'test', 'emulator', 'main.js')
  const child = spawn(process.execPath, [script, '--catalogue', 'plain', ...size, '--mode', 'count', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const first = await lines.next()
  const told = JSON.parse(String(first.value)) as Pick<StandIns, 'environment' | 'gms'>
  const ended = new Promise((done) => child.once('exit', done))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  return { ...told, stop }
}

/** Runs one command to its end and tells its cost. */
export async function measure(command: readonly string[], env: Record<string, string>): Promise<Cost> {
  const child = spawn('python3', ['test/bench/measure.py', ...command], {
    env: { PATH: process.env.PATH, HOME: WORK, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  await new Promise((done) => child.once('close', done))
  const cost = JSON.parse(output.stdout) as Cost
  if (cost.status !== 0)
    throw new Error(`${command.join(' ')} ended with ${cost.status}\n${output.stderr.slice(-3000)}`)
  return cost
}

/** A line of the table. */
export const row = (name: string, { wall, user, sys, peak }: Cost): string =>
  `${name.padEnd(8)} ${wall.toFixed(2).padStart(8)} s   ${(user + sys).toFixed(2).padStart(8)} s CPU   ${peak.toFixed(0).padStart(5)} MiB`

/** The one in the middle by time. */
export const middle = (costs: readonly Cost[]): Cost | undefined =>
  [...costs].sort((a, b) => a.wall - b.wall)[Math.floor(costs.length / 2)]

/** What both programs find in their environment. */
export const environmentOf = ({ environment }: StandIns): Record<string, string> => ({
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_ENDPOINT_URL: environment.AWS_ENDPOINT_URL ?? '',
  TZ: 'UTC',
  CI: 'true',
  DATAHUB_TELEMETRY_ENABLED: 'false'
})
