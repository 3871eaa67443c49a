import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Cost,
  environmentOf,
  measure,
  middle,
  OURS,
  PEER_PYTHON,
  row,
  type StandIns,
  startStandIns,
  WORK
} from './support.ts'

/*
 * How much faster than the peer, and how much memory: both run the same recipe over the same stand-ins, one after the
 * other in one run of this program, so that the ratio holds on any machine.
 *
 *   npm run bench [-- NAME…] [--tables 10000] [--no-peer]      PEER_PYTHON names the peer's interpreter.
 */

const COLUMNS = 20
const DATABASES = 20
/** Each program once is too few on a shared machine; the quick one is run three times and the middle run counts. */
const RUNS = 3

/** What is measured. */
interface Setting {
  readonly name: string
  /** Flags of the stand-ins. */
  readonly flags: readonly string[]
  /** `source.config` beyond the connection. */
  readonly config: Readonly<Record<string, boolean>>
  /** What a change must not fall short of: times faster than the peer. */
  readonly leastRatio: number
  /** MiB */
  readonly mostMemory: number
}

const SETTINGS: readonly Setting[] = [
  { name: 'tables', flags: [], config: { include_view_lineage: false }, leastRatio: 20, mostMemory: 320 },
  {
    // A call for every table, and for every view WebAssembly, which takes its memory whatever the catalogue's size.
    name: 'lake-formation',
    flags: ['--lf-tags', 'plain', '--view-every', '20'],
    config: { extract_lakeformation_tags: true, include_view_lineage: true },
    leastRatio: 20,
    mostMemory: 420
  }
]

function recipeFile(gms: string, { config: own }: Setting): string {
  const config = { aws_region: 'eu-west-1', extract_transforms: 'false', ...own }
  const file = join(WORK, 'recipe.json')
  const sink = { type: 'datahub-rest', config: { server: gms } }
  writeFileSync(file, JSON.stringify({ source: { type: 'glue', config }, sink }))
  return file
}

async function main(args: readonly string[]): Promise<number> {
  const tables = Number(args[args.indexOf('--tables') + 1] ?? 0) || 10_000
  const chosen = SETTINGS.filter(({ name }) => args.includes(name))
  rmSync(WORK, { recursive: true, force: true })
  mkdirSync(WORK, { recursive: true })
  process.stdout.write(`${tables} tables × ${COLUMNS} columns in ${DATABASES} databases\n`)
  let status = 0
  for (const setting of chosen.length === 0 ? SETTINGS : chosen) {
    const size = ['--tables', String(tables), '--columns', String(COLUMNS), '--databases', String(DATABASES)]
    const standIns = await startStandIns(size, setting.flags)
    try {
      status = Math.max(status, await compare(setting, standIns, !args.includes('--no-peer')))
    } finally {
      await standIns.stop()
    }
  }
  return status
}

async function compare(setting: Setting, standIns: StandIns, withPeer: boolean): Promise<number> {
  const env = environmentOf(standIns)
  const recipe = recipeFile(standIns.gms, setting)
  process.stdout.write(`${setting.name}\n`)
  const runs: Cost[] = []
  for (let run = 0; run < RUNS; run++) {
    runs.push(await measure([...OURS, 'ingest', '-c', recipe, '--out', join(WORK, 'out'), '--no-default-report'], env))
  }
  const ours = middle(runs)
  if (ours === undefined) return 1
  const most = Math.max(...runs.map(({ peak }) => peak))
  process.stdout.write(`${row('ours', ours)}   (most ${most.toFixed(0)} MiB of ${RUNS} runs)\n`)
  return withPeer ? beside(await runPeer(recipe, env), ours, most, setting) : 0
}

async function runPeer(recipe: string, env: Record<string, string>): Promise<Cost> {
  const datahub = join(PEER_PYTHON, '..', 'datahub')
  const peer = await measure([datahub, 'ingest', '-c', recipe, '--no-default-report'], env)
  process.stdout.write(`${row('peer', peer)}\n`)
  return peer
}

function beside(peer: Cost, ours: Cost, most: number, { leastRatio, mostMemory }: Setting): number {
  const ratio = peer.wall / ours.wall
  process.stdout.write(
    `ratio    ${ratio.toFixed(1)} times faster, ${(peer.peak / most).toFixed(1)} times less memory\n`
  )
  const kept = ratio >= leastRatio && most <= mostMemory
  if (!kept) process.stdout.write(`short of ${leastRatio} times faster within ${mostMemory} MiB\n`)
  return kept ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
