import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { decodeUrns, encodeUrns, urnsText } from '../../../src/state/checkpoint/payload.ts'
import { seededRandom } from '../../emulator/random.ts'

/*
 * States of all sizes, written here and read by the peer's own classes, and the other way: node
 * lib/tools/test/parity/state/run.js. Those of more than some 13,000 urns are several streams of bzip2.
 */

const ROOT = process.cwd()
const PEER_PYTHON = process.env.PEER_PYTHON ?? join(ROOT, '.cache', 'peer', 'bin', 'python')
const SIZES = [0, 1, 2, 500, 12_000, 13_000, 14_000, 60_000]
const LETTERS = ['a', 'Z', '_', '1', 'é', '日', '🐘', '"', '\\', "'", ' ', '%2C']

function urnsOf(count: number): readonly string[] {
  const random = seededRandom(count + 1)
  return Array.from({ length: count }, (_, index) => {
    const name = Array.from({ length: random.int(0, 9) }, () => random.pick(LETTERS)).join('')
    return `urn:li:dataset:(urn:li:dataPlatform:glue,db_${index % 50}.table_${index}_${name},PROD)`
  })
}

/** What the peer makes of the cases, one after the other. @throws Error when it does not come to its end. */
function askPeer(
  cases: readonly object[]
): readonly { readonly urns?: readonly string[]; readonly payload?: string }[] {
  const args = ['-W', 'ignore', join(ROOT, 'test/parity/state/peer.py')]
  const input = cases.map((it) => `${JSON.stringify(it)}\n`).join('')
  const options = { input, encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 } as const
  const { status, stdout, stderr } = spawnSync(PEER_PYTHON, args, options)
  if (status !== 0) throw new Error(`the peer ended with ${status}: ${stderr.slice(-2000)}`)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object)
}

async function main(): Promise<number> {
  const all = SIZES.map(urnsOf)
  const ours = await Promise.all(all.map((urns) => encodeUrns([Buffer.from(urnsText(urns))])))
  const read = askPeer(ours.map(({ payload }) => ({ payload })))
  const written = askPeer(all.map((urns) => ({ urns })))
  let differences = 0
  for (const [index, urns] of all.entries()) {
    const back = await decodeUrns({ serde: 'base85-bz2-json', payload: written[index]?.payload ?? '' })
    const verdicts = { 'read by the peer': read[index]?.urns, 'read of the peer': back }
    for (const [what, found] of Object.entries(verdicts)) {
      if (isDeepStrictEqual(found, urns)) continue
      differences += 1
      process.stdout.write(`a state of ${urns.length} urns, ${what}: ${found?.length ?? 0} urns, or others\n`)
    }
  }
  process.stdout.write(`${2 * all.length} states of up to ${Math.max(...SIZES)} urns, ${differences} differ\n`)
  return differences === 0 ? 0 : 1
}

process.exitCode = await main()
