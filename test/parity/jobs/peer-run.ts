import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Proposal } from '../mapping/ours.ts'
import type { JobCase } from './ours.ts'

/** What the peer made of a case. */
export interface PeerJobs {
  readonly proposals: readonly Proposal[]
  readonly warnings: readonly string[]
  /** The exception that ended its run. */
  readonly ended: string | null
}

/** PEER_PYTHON names the interpreter that the peer is installed for. */
const PEER_PYTHON = process.env.PEER_PYTHON ?? join(process.cwd(), '.cache', 'peer', 'bin', 'python')

/** Reads all cases by the peer's own classes, in one process. @throws Error when it does not come to its end. */
export function runPeer(cases: readonly JobCase[]): readonly PeerJobs[] {
  const folder = mkdtempSync(join(tmpdir(), 'parity-jobs-'))
  try {
    const [input, output] = [join(folder, 'cases.ndjson'), join(folder, 'peer.ndjson')]
    writeFileSync(input, cases.map((it) => `${JSON.stringify(it)}\n`).join(''))
    const args = ['-W', 'ignore', 'test/parity/jobs/jobs_peer.py', input, output]
    const { status, stderr } = spawnSync(PEER_PYTHON, args, { env: { ...process.env, TZ: 'UTC' }, encoding: 'utf8' })
    if (status !== 0) throw new Error(`the peer ended with ${status}: ${stderr.slice(-2000)}`)
    const lines = readFileSync(output, 'utf8').trimEnd().split('\n')
    return lines.map((line) => JSON.parse(line) as PeerJobs)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
