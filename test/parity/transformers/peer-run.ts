import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Proposal } from './compare.ts'

const PEER_PYTHON = process.env.PEER_PYTHON ?? join(process.cwd(), '.cache', 'peer', 'bin', 'python')

export interface PeerResult {
  readonly name: string
  readonly proposals?: readonly Proposal[]
  readonly error?: string
}

/** What the peer's transformers make of cases, in their order. */
export function peerResults(cases: readonly object[]): readonly PeerResult[] {
  const folder = mkdtempSync(join(tmpdir(), 'transformers-'))
  try {
    const file = join(folder, 'cases.json')
    writeFileSync(file, JSON.stringify(cases))
    const ran = spawnSync(PEER_PYTHON, ['test/parity/transformers/peer.py', file], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC' },
      maxBuffer: 2 ** 30
    })
    if (ran.status !== 0) throw new Error(`the peer ended with ${ran.status}\n${ran.stderr.slice(-3000)}`)
    const lines = ran.stdout.trim().split('\n')
    return lines.map((line) => JSON.parse(line) as PeerResult)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
