import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/core/clock.ts'
import { corpus, ENVIRONMENT } from '../parity/validate/corpus.ts'

/*
 * How long `validate` takes over 100 recipes, good and bad, from the start of the process to its end; and the peer's
 * `datahub recipe validate`, which takes one recipe a call, over some of them.
 *
 *   node lib/tools/test/bench/validate.js [--no-peer]      PEER_PYTHON names the peer's interpreter, OURS the command.
 */

const RECIPES = 100
const MOST_SECONDS = 1
const LEAST_RATIO = 100
const RUNS = 5
const PEER_RUNS = 3
const PEER_PYTHON = process.env.PEER_PYTHON ?? join(process.cwd(), '.cache', 'peer', 'bin', 'python')
const NODE = process.env.NODE24 ?? process.execPath
const OURS = process.env.OURS?.split(' ') ?? [NODE, join(process.cwd(), 'dist', 'index.js')]

const out = (text: string): boolean => process.stdout.write(`${text}\n`)

/** The median of what a call takes, in seconds. */
function seconds(runs: number, call: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const began = systemClock.monotonic()
    call()
    return (systemClock.monotonic() - began) / 1_000
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
}

function run(
  [command = '', ...args]: readonly string[],
  { cwd, statuses }: { readonly cwd: string; readonly statuses: readonly number[] }
): void {
  const { PATH = '', HOME = '', LANG = '' } = process.env
  const env = { PATH, HOME, LANG, ...ENVIRONMENT, DATAHUB_TELEMETRY_ENABLED: 'false' }
  const { status, error, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (status === null || !statuses.includes(status)) {
    throw new Error(`${command} ended with ${status}: ${(error?.message ?? stderr).slice(-2_000)}`)
  }
}

/** Every file's own kind of recipe is among them, and each kind is there good and bad. */
function recipes(): readonly { readonly file: string; readonly text: string }[] {
  const all = corpus(process.cwd(), 60)
  return Array.from(
    { length: RECIPES },
    (_, i) => all[Math.floor((i * all.length) / RECIPES)] ?? { file: '', text: '' }
  )
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-validate-'))
  try {
    mkdirSync(join(folder, 'recipes'))
    for (const { file, text } of recipes()) writeFileSync(join(folder, 'recipes', file), text)
    const ours = seconds(RUNS, () => run([...OURS, 'validate', 'recipes'], { cwd: folder, statuses: [2] }))
    out(`validate: ${RECIPES} recipes in ${ours.toFixed(2)} s, ${((ours / RECIPES) * 1_000).toFixed(1)} ms each`)
    if (ours > MOST_SECONDS) throw new Error(`that is more than ${MOST_SECONDS} s`)
    if (process.argv.includes('--no-peer') || !existsSync(PEER_PYTHON)) return
    const good = join(process.cwd(), 'test', 'parity', 'validate', 'seeds', 'lake.yml')
    const peerCall = [PEER_PYTHON, '-m', 'datahub', 'recipe', 'validate', good]
    const peers = seconds(PEER_RUNS, () => run(peerCall, { cwd: folder, statuses: [0] }))
    const ratio = peers / (ours / RECIPES)
    out(`datahub recipe validate: ${peers.toFixed(2)} s a recipe: ${Math.round(ratio)} times as long`)
    if (ratio < LEAST_RATIO) throw new Error(`that is less than ${LEAST_RATIO} times as long`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main()
