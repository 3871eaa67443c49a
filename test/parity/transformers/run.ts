import { parseArgs } from 'node:util'
import { type Difference, differences } from './compare.ts'
import { transformCase } from './ours.ts'
import { peerResults } from './peer-run.ts'
import { randomCase } from './random-case.ts'

/*
 * Runs random transformers over random work units by the peer and by this project, and compares what DataHub would hold:
 * node lib/tools/test/parity/transformers/run.js [--seed N] [--cases N] [--show N]     PEER_PYTHON names the peer's Python.
 */

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, cases: { type: 'string' }, show: { type: 'string' } }
  })
  const [first, count, show] = [Number(values.seed ?? 1), Number(values.cases ?? 1500), Number(values.show ?? 10)]
  const cases = Array.from({ length: count }, (_, i) => randomCase(first + i))
  const found: (Difference & { readonly name: string })[] = []
  const total = { pairs: 0, errors: 0 }
  for (const [index, peer] of peerResults(cases).entries()) {
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
