import { writeFileSync } from 'node:fs'
import { peerResults } from './peer-run.ts'
import { randomCase } from './random-case.ts'

/*
 * Records what the peer's own transformers make of random cases, some of each type, for test/process/transform:
 * PEER_PYTHON=… node lib/tools/test/parity/transformers/record.js
 */

const FILE = 'test/testdata/transformers.json'
const OF_EACH_TYPE = 4
const FIRST_SEED = 100_000
const SEEDS = 4000

/** Seeds of cases until there are enough of each type, alone or in a row with another. */
function seedsToRecord(): readonly number[] {
  const seen = new Map<string, number>()
  const few = (name: string): boolean => (seen.get(name) ?? 0) < OF_EACH_TYPE
  return Array.from({ length: SEEDS }, (_, i) => FIRST_SEED + i).filter((seed) => {
    const names = randomCase(seed).transformers.map(({ type }) => type)
    if (!names.some(few)) return false
    for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1)
    return true
  })
}

const seeds = seedsToRecord()
const recorded = peerResults(seeds.map(randomCase)).flatMap(({ proposals }, index) =>
  proposals === undefined ? [] : [{ seed: seeds[index], peer: proposals }]
)
// One case a line, so that a change shows as a change of lines.
writeFileSync(FILE, `[\n${recorded.map((it) => JSON.stringify(it)).join(',\n')}\n]\n`)
process.stdout.write(`${recorded.length} cases; the peer failed in ${seeds.length - recorded.length}\n`)
