import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { JsonObject } from '../../src/core/json.ts'
import type { Moto } from '../e2e/moto/moto.ts'
import { namedCatalogue } from '../emulator/catalogue/named.ts'
import type { Catalogue } from '../emulator/catalogue/types.ts'
import { REGION, type StandIns, startStandIns } from '../emulator/stand-ins.ts'
import type { ParityCase, Runner } from './cases/case.ts'
import { randomCase } from './cases/random.ts'
import { CASES } from './cases.ts'
import { filledMoto } from './moto/fill.ts'

/*
 * Runs every case by the peer and by dist/, each against a GMS of its own over one and the same Glue, and has the peer's
 * classes compare what arrived:  npm run test:parity [-- NAME…]     PEER_PYTHON names the peer's interpreter; --list names
 * the cases. What GMS holds before both runs is `standIns.gms.holds` of a case.
 */

const ROOT = process.cwd()
/** A folder of its own lets several runs go on at once; OURS is the command that is compared with the peer. */
const WORK = process.env.PARITY_WORK ?? join(ROOT, '.cache', 'parity')
const OURS = process.env.OURS?.split(' ') ?? [process.execPath, 'dist/index.js']
const PEER_PYTHON = process.env.PEER_PYTHON ?? join(ROOT, '.cache', 'peer', 'bin', 'python')

/** One of a program's runs: who makes it, the address of what plays AWS, and the recipe. */
interface Turn {
  readonly by: Runner
  readonly aws: string
  readonly recipe: string
}

interface Program {
  readonly name: Runner
  readonly standIns: readonly StandIns[]
  readonly record: string
  readonly turns: readonly Turn[]
}

interface Prepared {
  readonly case: ParityCase
  readonly peer: Program
  readonly ours: Program
}

async function prepare(it: ParityCase, moto: Moto | null): Promise<Prepared> {
  const aws = it.backend === 'moto' ? (moto?.url ?? null) : null
  const [peer, ours] = [await program(it, 'peer', aws), await program(it, 'ours', aws)]
  return { case: it, peer, ours }
}

/** Stand-ins of its own for one program, and the recipes that name them: one for each of its runs. */
async function program(it: ParityCase, name: Runner, aws: string | null): Promise<Program> {
  const record = join(WORK, `${it.name}.${name}.ndjson`)
  const unchanged = (all: Catalogue): Catalogue => all
  const catalogue = (it.change ?? unchanged)(namedCatalogue(it.catalogue, { seed: it.seed, tables: 200 }))
  const first = await startStandIns({
    catalogue,
    seed: it.seed,
    ...it.standIns,
    gms: {
      recordTo: record,
      recordInMemory: false,
      validateAspects: false,
      maxUrnBytes: 0,
      ...(it.gmsVersion === undefined ? {} : { version: it.gmsVersion }),
      ...it.standIns?.gms
    }
  })
  const turns = [turn(it, { name, number: 0, aws: aws ?? first.aws.url, server: first.gms.url })]
  if (it.again === undefined) return { name, standIns: [first], record, turns }
  const { change, aws: changed } = it.again
  const second = await startStandIns({
    catalogue: change(catalogue),
    seed: it.seed,
    ...it.standIns,
    ...(changed === undefined ? {} : { aws: changed })
  })
  turns.push(turn(it, { name, number: 1, aws: second.aws.url, server: first.gms.url }))
  return { name, standIns: [first, second], record, turns }
}

function turn(
  it: ParityCase,
  { name, number, aws, server }: { name: Runner; number: 0 | 1; aws: string; server: string }
): Turn {
  const recipe = join(WORK, `${it.name}.${name}${number === 0 ? '' : '-again'}.json`)
  const config = number === 1 ? (it.again?.config ?? it.config) : it.config
  writeFileSync(
    recipe,
    JSON.stringify(recipeOf({ ...it, ...(config === undefined ? {} : { config }) }, server), null, 2)
  )
  return { by: name === 'peer' ? 'peer' : (it.again?.by?.[number] ?? 'ours'), aws, recipe }
}

function recipeOf(it: ParityCase, server: string): JsonObject {
  const extractor = it.extractorConfig === undefined ? {} : { extractor_config: it.extractorConfig }
  return {
    ...it.recipe,
    source: { type: 'glue', ...extractor, config: { aws_region: REGION, ...it.config } },
    sink: { type: 'datahub-rest', config: { server, ...it.sink } }
  }
}

/** What both programs find in their environment: fixed keys, the stand-in for AWS, UTC. */
function environmentOf(aws: string): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL: aws,
    AWS_EC2_METADATA_DISABLED: 'true',
    DATAHUB_TELEMETRY_ENABLED: 'false',
    TZ: 'UTC',
    CI: 'true'
  }
}

/** Runs a command to its end; gives its standard output. */
async function run(
  command: readonly string[],
  env: Record<string, string>
): Promise<{ status: number; stdout: string }> {
  const [file = '', ...args] = command
  const child = spawn(file, args, {
    env: { PATH: process.env.PATH, HOME: WORK, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const status = await new Promise<number>((done, failed) => {
    child.on('error', failed)
    child.on('close', (code) => done(code ?? 1))
  })
  if (status !== 0) process.stderr.write(`${command.join(' ')} ended with ${status}\n${output.stderr.slice(-4000)}\n`)
  return { status, stdout: output.stdout }
}

interface Running {
  readonly case: ParityCase
  readonly turn: Turn
}

async function runPeer(running: readonly Running[]): Promise<number> {
  if (running.length === 0) return 0
  const jobs = running.map(({ case: it, turn: { recipe, aws } }) => ({
    case: it.name,
    recipe,
    env: environmentOf(aws)
  }))
  const file = join(WORK, 'peer-jobs.json')
  writeFileSync(file, JSON.stringify(jobs))
  const { status, stdout } = await run([PEER_PYTHON, 'test/parity/peer.py', file], { TZ: 'UTC', CI: 'true' })
  process.stdout.write(stdout)
  return status
}

async function runOurs(running: readonly Running[]): Promise<number> {
  let worst = 0
  for (const { case: it, turn: own } of running) {
    const out = join(WORK, `${it.name}.out`)
    const command = [...OURS, 'ingest', '-c', own.recipe, '--out', out]
    const { status } = await run(command, environmentOf(own.aws))
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as { counts: { produced: number } }
    process.stdout.write(`${JSON.stringify({ case: it.name, status, produced: report.counts.produced })}\n`)
    // 1: a record that no aspects can be made of is a failure in the report, as it is with the peer.
    worst = Math.max(worst, status > 1 ? status : 0)
  }
  return worst
}

/** All first runs, then all second ones: the peer takes long to start. */
async function runBoth(prepared: readonly Prepared[]): Promise<number> {
  let worst = 0
  try {
    for (const number of [0, 1]) {
      const running = prepared.flatMap(({ case: it, peer, ours }) =>
        [peer.turns[number], ours.turns[number]].flatMap((own) => (own === undefined ? [] : [{ case: it, turn: own }]))
      )
      worst = Math.max(worst, await runPeer(running.filter(({ turn: own }) => own.by === 'peer')))
      worst = Math.max(worst, await runOurs(running.filter(({ turn: own }) => own.by === 'ours')))
    }
    return worst
  } finally {
    const all = prepared.flatMap(({ peer, ours }) => [...peer.standIns, ...ours.standIns])
    await Promise.all(all.map((standIns) => standIns.close()))
  }
}

async function compare(prepared: readonly Prepared[]): Promise<number> {
  const jobs = prepared.map(({ case: it, peer, ours }) => ({ case: it.name, peer: peer.record, ours: ours.record }))
  const file = join(WORK, 'jobs.json')
  writeFileSync(file, JSON.stringify(jobs))
  const { status, stdout } = await run([PEER_PYTHON, 'test/parity/compare.py', file], {})
  process.stdout.write(stdout)
  return status
}

async function main(names: readonly string[]): Promise<number> {
  if (names[0] === '--list') {
    process.stdout.write(CASES.map((it) => `${it.name}\n`).join(''))
    return 0
  }
  rmSync(WORK, { recursive: true, force: true })
  mkdirSync(WORK, { recursive: true })
  const drawn = names.flatMap((name) => /^random-(\d+)$/.exec(name)?.[1] ?? []).map((seed) => randomCase(Number(seed)))
  const named = [...CASES.filter((it) => names.length === 0 || names.includes(it.name)), ...drawn]
  if (named.length === 0) throw new Error(`no such case; there are ${CASES.map((it) => it.name).join(', ')}`)
  const chosen = named.filter((it) => it.backend === undefined || process.env.MOTO_SERVER !== undefined)
  for (const it of named)
    if (!chosen.includes(it)) process.stdout.write(`${it.name}: left out, MOTO_SERVER names none\n`)
  if (chosen.length === 0) return 1
  const moto = chosen.some((it) => it.backend === 'moto') ? await filledMoto() : null
  try {
    const prepared: Prepared[] = []
    for (const it of chosen) prepared.push(await prepare(it, moto))
    const ran = await runBoth(prepared)
    // Closing the stand-ins writes out what they recorded.
    return Math.max(ran, await compare(prepared))
  } finally {
    await moto?.close()
  }
}

process.chdir(resolve(ROOT))
process.exitCode = await main(process.argv.slice(2))
