import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Cost,
  environmentOf,
  measure,
  middle,
  NODE,
  OURS,
  PEER_PYTHON,
  row,
  type StandIns,
  startStandIns,
  WORK
} from './support.ts'

/*
 * Runs of one recipe night after night, with stateful ingestion: the first one beside the peer and beside the least that a
 * program could do, the second one that finds everything as it was, and a catalogue ten times as large. All of them but
 * the last meet the same stand-ins, each as a pipeline of its own: what is measured is not how these become warm.
 *
 *   node lib/tools/test/bench/nights.js [--no-peer] [--no-large]
 */

const TABLES = 10_000
const COLUMNS = 20
/** On each side of the peer's long run, for the machine's speed drifts; of all of them the one in the middle counts. */
const RUNS = 4

/** How often a comparison is made that falls short: machines that others share have slow minutes. */
const ATTEMPTS = 2

/** What a change must not fall short of. */
const LEAST_RATIO = 40
const MOST_FLOORS = 5
const MOST_BYTES = 0.02
const MOST_MEMORY_GROWTH = 1.2
const MOST_TIME_GROWTH = 1.3

/** Tells a figure, and that it falls short where it does; returns whether it is kept. */
function hold(what: string, value: number, limit: number, isKept: boolean): boolean {
  process.stdout.write(`         ${what}: ${value.toFixed(value < 1 ? 4 : 2)}${isKept ? '' : `   short of ${limit}`}\n`)
  return isKept
}

const sizeOf = (tables: number): readonly string[] => [
  ...['--tables', String(tables), '--columns', String(COLUMNS), '--databases', '20', '--accept-any-key']
]

function recipeFor({ gms }: StandIns, pipeline: string): string {
  const config = {
    aws_region: 'eu-west-1',
    extract_transforms: 'false',
    include_view_lineage: false,
    stateful_ingestion: { enabled: true }
  }
  const file = join(WORK, 'nights.json')
  const sink = { type: 'datahub-rest', config: { server: gms } }
  writeFileSync(file, JSON.stringify({ pipeline_name: pipeline, source: { type: 'glue', config }, sink }))
  return file
}

/** What a DataHub has been sent. */
interface Received {
  readonly requests: number
  readonly bytes: number
}

async function receivedBy({ gms }: StandIns): Promise<Received> {
  return (await (await fetch(`${gms}/stand-in/received`)).json()) as Received
}

function run(standIns: StandIns, pipeline: string): Promise<Cost> {
  const recipe = recipeFor(standIns, pipeline)
  const flags = ['--out', join(WORK, 'out'), '--incremental']
  return measure([...OURS, 'ingest', '-c', recipe, ...flags], environmentOf(standIns))
}

interface Night {
  readonly first: Cost
  readonly second: Cost
  readonly received: Received
  readonly secondBytes: number
}

/** A first run of a pipeline, and a second one that has nothing to send. */
async function twoNights(standIns: StandIns, pipeline: string): Promise<Night> {
  const before = await receivedBy(standIns)
  const first = await run(standIns, pipeline)
  const between = await receivedBy(standIns)
  const second = await run(standIns, pipeline)
  const received = { requests: between.requests - before.requests, bytes: between.bytes - before.bytes }
  return { first, second, received, secondBytes: (await receivedBy(standIns)).bytes - between.bytes }
}

function floor(standIns: StandIns, { bytes, requests }: Received): Promise<Cost> {
  const script = join('lib', 'tools', 'test', 'bench', 'floor.js')
  const { AWS_ENDPOINT_URL = '' } = standIns.environment
  const sizes = [bytes, requests, TABLES].map(String)
  return measure([NODE, script, AWS_ENDPOINT_URL, standIns.gms, ...sizes], {})
}

function peer(standIns: StandIns): Promise<Cost> {
  const datahub = join(PEER_PYTHON, '..', 'datahub')
  return measure([datahub, 'ingest', '-c', recipeFor(standIns, 'nightly-peer')], environmentOf(standIns))
}

async function main(args: readonly string[]): Promise<number> {
  rmSync(WORK, { recursive: true, force: true })
  mkdirSync(WORK, { recursive: true })
  process.stdout.write(`${TABLES} tables × ${COLUMNS} columns, stateful\n`)
  const { nights, isKept } = await compareUntilKept(!args.includes('--no-peer'))
  const isLargeKept = args.includes('--no-large') || (await compareLarge(nights))
  return isKept && isLargeKept ? 0 : 1
}

async function compareUntilKept(withPeer: boolean): Promise<Comparison> {
  let comparison: Comparison = { nights: [], isKept: false }
  for (let attempt = 0; attempt < ATTEMPTS && !comparison.isKept; attempt++)
    comparison = await withStandIns(TABLES, (standIns) => compare(standIns, withPeer))
  return comparison
}

async function withStandIns<T>(tables: number, work: (standIns: StandIns) => Promise<T>): Promise<T> {
  const standIns = await startStandIns(sizeOf(tables))
  try {
    return await work(standIns)
  } finally {
    await standIns.stop()
  }
}

interface Comparison {
  readonly nights: readonly Night[]
  readonly isKept: boolean
}

async function compare(standIns: StandIns, withPeer: boolean): Promise<Comparison> {
  const nights = await severalNights(standIns, 'before')
  const received = nights[0]?.received ?? { requests: 0, bytes: 0 }
  const floors: Cost[] = []
  for (let time = 0; time < RUNS; time++) floors.push(await floor(standIns, received))
  const theirs = withPeer ? await peer(standIns) : null
  nights.push(...(await severalNights(standIns, 'after')))
  return { nights, isKept: tell(nights, floors, theirs) }
}

async function severalNights(standIns: StandIns, when: string): Promise<Night[]> {
  const nights: Night[] = []
  for (let time = 0; time <= RUNS; time++) nights.push(await twoNights(standIns, `nightly-${when}-${time}`))
  // The first one finds cold stand-ins, or what the machine has laid aside during the peer's run.
  return nights.slice(1)
}

function tell(nights: readonly Night[], floors: readonly Cost[], theirs: Cost | null): boolean {
  const ours = middle(nights.map(({ first }) => first))
  const second = middle(nights.map((night) => night.second))
  const least = middle(floors)
  const [night] = nights
  if (ours === undefined || second === undefined || least === undefined || night === undefined)
    throw new Error('nothing was run')
  process.stdout.write(`${row('first', ours)}\n${row('second', second)}\n`)
  const share = night.secondBytes / night.received.bytes
  const isSmall = hold('bytes of the second run, of those of the first', share, MOST_BYTES, share <= MOST_BYTES)
  process.stdout.write(`${row('floor', least)}\n`)
  const times = ours.wall / least.wall
  const isNearFloor = hold('times the floor', times, MOST_FLOORS, times <= MOST_FLOORS)
  const isFast = theirs === null || isFaster(ours, theirs)
  return isSmall && isNearFloor && isFast
}

function isFaster(ours: Cost, theirs: Cost): boolean {
  const ratio = theirs.wall / ours.wall
  process.stdout.write(`${row('peer', theirs)}\n`)
  return hold('times faster than the peer', ratio, LEAST_RATIO, ratio >= LEAST_RATIO)
}

async function compareLarge(nights: readonly Night[]): Promise<boolean> {
  const large = await withStandIns(TABLES * 10, (standIns) => twoNights(standIns, 'nightly'))
  const small = Math.max(...nights.map(({ first }) => first.peak))
  const quick = middle(nights.map(({ first }) => first))?.wall ?? 0
  process.stdout.write(`${row('100,000', large.first)}\n${row('again', large.second)}\n`)
  const memory = large.first.peak / small
  const isSmall = hold('times the memory of 10,000 tables', memory, MOST_MEMORY_GROWTH, memory <= MOST_MEMORY_GROWTH)
  const time = large.first.wall / 10 / quick
  const isQuick = hold('times the time for a table', time, MOST_TIME_GROWTH, time <= MOST_TIME_GROWTH)
  return isSmall && isQuick
}

process.exitCode = await main(process.argv.slice(2))
