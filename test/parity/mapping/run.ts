import { spawnSync } from 'node:child_process'
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom } from '../../emulator/random.ts'
import { compare, type PeerResult } from './compare.ts'
import { type MappingCase, mapCase, type Proposal } from './ours.ts'
import { randomDatabase, randomTable } from './random-record.ts'

/*
 * Maps random records by the peer's own classes and by this project's functions and compares aspect by aspect:
 * node lib/tools/test/parity/mapping/run.js [--seed N] [--cases N] [--tables N]     PEER_PYTHON names the peer's interpreter.
 */

const ROOT = process.cwd()
const WORK = join(ROOT, '.cache', 'parity-mapping')
const PEER_PYTHON = process.env.PEER_PYTHON ?? join(ROOT, '.cache', 'peer', 'bin', 'python')

function configOf(random: Random): JsonObject {
  return {
    ...(random.chance(0.3)
      ? { platform_instance: random.pick(['pi', 'a b', 'x,(y)', 'ü', 'urn:li:dataPlatformInstance:z', '']) }
      : {}),
    ...(random.chance(0.3) ? { env: random.pick(['DEV', 'prod', 'Stg', 'CORP']) } : {}),
    ...(random.chance(0.2) ? { platform: 'athena' } : {}),
    ...(random.chance(0.2) ? { extract_owners: false } : {}),
    ...(random.chance(0.2) ? { catalog_id: '123456789012' } : {}),
    ...(random.chance(0.3) ? { aws_region: random.pick(['cn-north-1', 'us-gov-west-1', 'us-iso-east-1', 'xx']) } : {})
  }
}

function randomCase(seed: number, tables: number): MappingCase {
  const random = seededRandom(seed)
  const databases = Array.from({ length: 4 }, (_, i) => randomDatabase(random, i))
  return {
    case: `seed ${seed}`,
    config: configOf(random),
    flags: { generate_browse_path_v2: random.chance(0.9) },
    gms: {
      noCode: 'true',
      versions: { 'acryldata/datahub': { version: random.pick(['v1.7.0', 'v1.4.0', 'v0.14.1', '2.1.0rc1']) } },
      datahub: { serverEnv: random.pick(['core', 'cloud', '']) }
    },
    databases,
    tables: Array.from({ length: tables }, (_, i) => randomTable(random, random.pick(databases).Name, i))
  }
}

/** Runs the peer over all cases in one process. */
async function runPeer(cases: readonly MappingCase[]): Promise<Map<string, PeerResult>> {
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

async function main(): Promise<number> {
  const options = {
    seed: { type: 'string' },
    cases: { type: 'string' },
    tables: { type: 'string' },
    show: { type: 'string' }
  } as const
  const { values } = parseArgs({ options })
  const number = (text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : Number(text)
  const first = number(values.seed, 1)
  const cases = Array.from({ length: number(values.cases, 20) }, (_, i) =>
    randomCase(first + i, number(values.tables, 100))
  )
  const peer = await runPeer(cases)
  const total = { pairs: 0, equal: 0 }
  let shown = number(values.show, 20)
  for (const it of cases) {
    const theirs = peer.get(it.case)
    if (theirs === undefined) throw new Error(`the peer has no result for ${it.case}`)
    const { pairs, equal, differences } = compare(theirs.proposals, (await mapCase(it)).proposals)
    total.pairs += pairs
    total.equal += equal
    for (const text of [...theirs.failures, ...differences].slice(0, shown))
      process.stdout.write(`${it.case}: ${text.slice(0, 9000)}\n`)
    shown -= Math.min(shown, differences.length + theirs.failures.length)
  }
  process.stdout.write(`${total.equal} of ${total.pairs} (urn, aspect) pairs equal in ${cases.length} cases\n`)
  return total.equal === total.pairs ? 0 : 1
}

process.exitCode = await main()
