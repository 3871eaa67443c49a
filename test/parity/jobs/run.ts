import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { redactSecrets } from '../../../src/source/glue/jobs/redact.ts'
import { type Random, seededRandom } from '../../emulator/random.ts'

/*
 * Hides secrets in random scripts by the peer's regular expression and by this project, and compares:
 * node lib/tools/test/parity/jobs/run.js [SEED]     PEER_PYTHON names the peer's Python.
 */

const PEER_PYTHON = process.env.PEER_PYTHON ?? join(process.cwd(), '.cache', 'peer', 'bin', 'python')
const PIECES = [
  '"',
  '"',
  '\\"',
  ':',
  ' : ',
  'password',
  'Secret',
  'x',
  '\\',
  '\n',
  ',',
  '"a": "b"',
  '"db_PASSWORD":"p\\"w"',
  'ſecret',
  '{',
  '\u00a0'
]

function randomScript(random: Random): string {
  return Array.from({ length: random.int(0, 14) }, () => random.pick(PIECES)).join('')
}

function main(seed: number): number {
  const random = seededRandom(seed)
  const scripts = Array.from({ length: 40_000 }, () => randomScript(random))
  const folder = mkdtempSync(join(tmpdir(), 'redact-'))
  const file = join(folder, 'scripts.json')
  writeFileSync(file, JSON.stringify(scripts))
  const ran = spawnSync(PEER_PYTHON, ['test/parity/jobs/redact.py', file], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  rmSync(folder, { recursive: true })
  if (ran.status !== 0) throw new Error(ran.stderr)
  const peer = JSON.parse(ran.stdout) as readonly string[]
  const different = scripts.filter((script, index) => redactSecrets(script) !== peer[index])
  for (const script of different.slice(0, 5)) {
    process.stdout.write(
      `${JSON.stringify(script)}\n  peer ${JSON.stringify(peer[scripts.indexOf(script)])}\n  ours ${JSON.stringify(redactSecrets(script))}\n`
    )
  }
  const hidden = peer.filter((result, index) => result !== scripts[index]).length
  process.stdout.write(`${scripts.length} scripts, ${hidden} with something to hide, ${different.length} different\n`)
  return different.length === 0 ? 0 : 1
}

process.exitCode = main(Number(process.argv[2] ?? 1))
