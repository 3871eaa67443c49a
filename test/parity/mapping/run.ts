import { parseArgs } from 'node:util'
import { compare } from './compare.ts'
import { mapCase } from './ours.ts'
import { runPeer } from './peer-run.ts'
import { randomCase } from './random-case.ts'

/*
 * Maps random records by the peer's own classes and by this project's functions, and compares aspect by aspect:
 * node lib/tools/test/parity/mapping/run.js [--seed N] [--cases N] [--tables N] [--show N]
 */

const OPTIONS = {
  seed: { type: 'string' },
  cases: { type: 'string' },
  tables: { type: 'string' },
  show: { type: 'string' }
} as const

async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS })
  const number = (text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : Number(text)
  const [first, count, tables] = [number(values.seed, 1), number(values.cases, 20), number(values.tables, 100)]
  const cases = Array.from({ length: count }, (_, i) => randomCase(first + i, tables))
  const peer = await runPeer(cases)
  const total = { pairs: 0, equal: 0 }
  const found: string[] = []
  for (const it of cases) {
    const theirs = peer.get(it.case)
    if (theirs === undefined) throw new Error(`the peer has no result for ${it.case}`)
    const { pairs, equal, differences } = compare(theirs.proposals, (await mapCase(it)).proposals)
    total.pairs += pairs
    total.equal += equal
    found.push(...[...theirs.failures, ...differences].map((text) => `${it.case}: ${text.slice(0, 2000)}\n`))
  }
  for (const text of found.slice(0, number(values.show, 20))) process.stdout.write(text)
  process.stdout.write(
    `${total.equal} of ${total.pairs} (urn, aspect) pairs equal in ${count} cases of ${tables} tables\n`
  )
  return found.length === 0 ? 0 : 1
}

process.exitCode = await main()
