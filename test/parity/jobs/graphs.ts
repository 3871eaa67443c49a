import { parseArgs } from 'node:util'
import { compare } from '../mapping/compare.ts'
import { readJobs } from './ours.ts'
import { runPeer } from './peer-run.ts'
import { randomJobCase } from './random-job.ts'
import { randomQueryCase } from './random-query.ts'

/*
 * Reads random jobs by the peer's own classes and by this project, and compares aspect by aspect:
 * node lib/tools/test/parity/jobs/graphs.js [--seed N] [--cases N] [--show N] [--queries]
 */

const OPTIONS = {
  seed: { type: 'string' },
  cases: { type: 'string' },
  show: { type: 'string' },
  queries: { type: 'boolean' }
} as const

async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS })
  const [first, count, show] = [Number(values.seed ?? 1), Number(values.cases ?? 1000), Number(values.show ?? 20)]
  const makeCase = values.queries === true ? randomQueryCase : randomJobCase
  const cases = Array.from({ length: count }, (_, index) => makeCase(first + index))
  const peer = runPeer(cases)
  const total = { pairs: 0, equal: 0 }
  const ends = new Map<string, number>()
  const found: string[] = []
  for (const [index, it] of cases.entries()) {
    const theirs = peer[index]
    if (theirs === undefined) throw new Error(`the peer has no result for ${it.case}`)
    const ours = await readJobs(it)
    if (theirs.ended !== null) {
      // Nothing is lost here where the peer's run ends; of the words only the kind counts.
      const kind = theirs.ended.slice(0, 60)
      ends.set(kind, (ends.get(kind) ?? 0) + 1)
      continue
    }
    const { pairs, equal, differences } = compare(theirs.proposals, ours.proposals)
    total.pairs += pairs
    total.equal += equal
    // The peer tells the status of flows and jobs last of all, this project with their first page.
    const wanted = differences.filter((text) => !text.includes(': order '))
    found.push(...wanted.map((text) => `${it.case}: ${text.slice(0, 2000)}\n`))
    if (theirs.warnings.length > 0 && ours.failures.length === 0) {
      found.push(`${it.case}: only the peer warns: ${theirs.warnings.join('; ')}\n`)
    }
  }
  for (const text of found.slice(0, show)) process.stdout.write(text)
  for (const [kind, times] of ends) process.stdout.write(`the peer’s run ended ${times} times: ${kind}\n`)
  process.stdout.write(`${total.equal} of ${total.pairs} (urn, aspect) pairs equal in ${count} jobs\n`)
  return found.length === 0 ? 0 : 1
}

process.exitCode = await main()
