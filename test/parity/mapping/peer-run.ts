import { spawnSync } from 'node:child_process'
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { PeerResult } from './compare.ts'
import type { MappingCase, Proposal } from './ours.ts'

const ROOT = process.cwd()
const WORK = join(ROOT, '.cache', 'parity-mapping')
/** PEER_PYTHON names the interpreter that the peer is installed for. */
const PEER_PYTHON = process.env.PEER_PYTHON ?? join(ROOT, '.cache', 'peer', 'bin', 'python')

/** Maps all cases by the peer's own classes, in one process. @throws Error when it does not come to its end. */
export async function runPeer(cases: readonly MappingCase[]): Promise<Map<string, PeerResult>> {
  mkdirSync(WORK, { recursive: true })
  const [input, output] = [join(WORK, 'cases.ndjson'), join(WORK, 'peer.ndjson')]
  writeFileSync(input, cases.map((it) => `${JSON.stringify(it)}\n`).join(''))
  const args = ['-W', 'ignore', join(ROOT, 'test/parity/mapping/peer.py'), input, output]
  const { status, stderr } = spawnSync(PEER_PYTHON, args, { env: { ...process.env, TZ: 'UTC' }, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the peer ended with ${status}: ${stderr.slice(-2000)}`)
  const results = new Map<string, PeerResult>()
  const open = new Map<string, Proposal[]>()
  for await (const line of createInterface({ input: createReadStream(output, 'utf8') })) {
    const { case: name, ...content } = JSON.parse(line)
    const proposals = open.get(name) ?? []
    open.set(name, proposals)
    if ('failures' in content) results.set(name, { ...content, proposals })
    else proposals.push(content)
  }
  return results
}
