import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cost, environmentOf, measure, middle, OURS, row, type StandIns, startStandIns, WORK } from './support.ts'

/*
 * A plan of an edit that makes every table otherwise, beside a dry run of the same recipe: both versions are read, compared
 * with each other and with what DataHub holds. The catalogue that is four times as large has to fit, too.
 *
 *   node lib/tools/test/bench/plan.js [TABLES …]
 */

const SIZES = process.argv.slice(2).map(Number)
const RUNS = 3

/** What a change must not fall short of. */
const MOST_DRY_RUNS = 6
const MOST_MEMORY_GROWTH = 1.3
const MOST_TIME_GROWTH = 1.3

const verdicts: boolean[] = []

function hold(what: string, value: number, limit: number): void {
  verdicts.push(value <= limit)
  process.stdout.write(`         ${what}: ${value.toFixed(2)}${value <= limit ? '' : `   beyond ${limit}`}\n`)
}

const FOLDER = join(WORK, 'clone')

const git = (...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@example.com', ...args], { cwd: FOLDER })
}

const recipe = ({ gms }: StandIns, tag: string): string => {
  const config = { aws_region: 'eu-west-1', extract_transforms: false, include_view_lineage: false }
  const transformers = [{ type: 'simple_add_dataset_tags', config: { tag_urns: [`urn:li:tag:${tag}`] } }]
  const sink = { type: 'datahub-rest', config: { server: gms } }
  return JSON.stringify({ pipeline_name: 'nightly', source: { type: 'glue', config }, transformers, sink })
}

/** A clone whose last commit has the recipe, and whose working tree has the edit. */
function writeClone(standIns: StandIns): void {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const file = join(FOLDER, 'glue.json')
  writeFileSync(file, recipe(standIns, 'silver'))
  git('init', '-q')
  git('add', '-A')
  git('commit', '-q', '-m', 'base')
  writeFileSync(file, recipe(standIns, 'gold'))
}

interface Measured {
  readonly dryRun: Cost
  readonly plan: Cost
}

async function measured(tables: number): Promise<Measured> {
  const size = ['--tables', String(tables), '--columns', '20', '--databases', '20', '--accept-any-key']
  const standIns = await startStandIns(size)
  writeClone(standIns)
  const env = environmentOf(standIns)
  const [node = '', ...script] = OURS
  const ours = [node, ...script.map((part) => join(process.cwd(), part))]
  const own = ['sh', '-c', 'cd "$0" && exec "$@"', FOLDER, ...ours]
  const best = async (...command: readonly string[]): Promise<Cost> => {
    const costs: Cost[] = []
    for (let run = 0; run < RUNS; run += 1) costs.push(await measure([...own, ...command], env))
    return middle(costs) as Cost
  }
  try {
    const dryRun = await best('ingest', '-c', 'glue.json', '--dry-run', '--no-progress')
    const plan = await best('plan', 'glue.json', '--format', 'json', '--no-progress')
    process.stdout.write(`${tables} tables\n${row('dry run', dryRun)}\n${row('plan', plan)}\n`)
    hold('times the time of a dry run', plan.wall / dryRun.wall, MOST_DRY_RUNS)
    return { dryRun, plan }
  } finally {
    await standIns.stop()
  }
}

const [small = 5_000, large = 20_000] = SIZES
const [less, more] = [await measured(small), await measured(large)]
hold('growth of memory', more.plan.peak / less.plan.peak, MOST_MEMORY_GROWTH)
hold('growth of time for a table', more.plan.wall / large / (less.plan.wall / small), MOST_TIME_GROWTH)
process.exitCode = verdicts.every((isKept) => isKept) ? 0 : 1
