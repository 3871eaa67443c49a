import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Difference, differences, type Proposal } from './compare.ts'
import { transformCase } from './ours.ts'
import { randomCase } from './random-case.ts'

/*
 * Runs random transformers over random work units by the peer and by this project, and compares what DataHub would hold:
 * node lib/tools/test/parity/transformers/run.js [--seed N] [--cases N] [--show N]     PEER_PYTHON names the peer's Python.
 */

const PEER_PYTHON = process.env.PEER_PYTHON ?? join(process.cwd(), '.cache', 'peer', 'bin', 'python')

interface PeerResult {
  readonly name: string
  readonly proposals?: readonly Proposal[]
  readonly error?: string
}

function runPeer(cases: readonly object[]): readonly PeerResult[] {
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

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, cases: { type: 'string' }, show: { type: 'string' } }
  })
  const [first, count, show] = [Number(values.seed ?? 1), Number(values.cases ?? 1500), Number(values.show ?? 10)]
  const cases = Array.from({ length: count }, (_, i) => randomCase(first + i))
  const found: (Difference & { readonly name: string })[] = []
  const total = { pairs: 0, errors: 0 }
  for (const [index, peer] of runPeer(cases).entries()) {
    const it = cases[index]
    if (it === undefined) continue
    if (peer.proposals === undefined) {
      total.errors += 1
      continue
    }
    const compared = differences(peer.proposals, await transformCase(it), it.held)
    total.pairs += compared.pairs
    found.push(
      ...compared.found.map((difference) => ({
        ...difference,
        name: `${it.name} ${it.transformers.map(({ type }) => type).join(' + ')}`
      }))
    )
  }
  const meant = found.filter(({ reason }) => reason !== null)
  const left = found.filter(({ reason }) => reason === null)
  for (const { name, text } of left.slice(0, show)) process.stdout.write(`${name}: ${text}\n`)
  for (const [reason, n] of counted(meant.map(({ reason }) => reason ?? '')))
    process.stdout.write(`${n} meant: ${reason}\n`)
  process.stdout.write(
    `${total.pairs} (urn, aspect) pairs in ${count} cases, ${meant.length} deviations, ${left.length} unexplained; the peer failed in ${total.errors} cases\n`
  )
  return left.length === 0 ? 0 : 1
}

function counted(reasons: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
}

process.exitCode = await main()
