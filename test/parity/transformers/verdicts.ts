import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseDocument } from 'yaml'
import type { Json, JsonObject } from '../../../src/core/json.ts'
import { parseRecipe } from '../../../src/recipe/parse.ts'
import { type Random, seededRandom } from '../../emulator/random.ts'
import { VALUES } from '../recipes/options.ts'
import { randomCase } from './random-case.ts'

/*
 * Asks the peer's transformers and this project about thousands of random configurations, and lists where they disagree:
 * node lib/tools/test/parity/transformers/verdicts.js [--seed N] [--cases N] [--show N]     PEER_PYTHON names the peer's.
 */

interface Given {
  readonly type: string
  readonly config: Json
}

/** What is an error here although the peer's classes accept it: each shows with the first entity, or makes what GMS refuses. */
const STRICTER = ['bad-urn', 'bad-pattern']

/** Values without variables, as what YAML makes of them. */
const MUTANTS = VALUES.filter((value) => !value.includes('$') && value !== '.inf' && value !== '.nan').map(
  (value) => parseDocument(value).toJS() as Json
)

/** One option has another value, another name, or is gone. */
function mutated({ type, config }: { readonly type: string; readonly config: JsonObject }, random: Random): Given {
  const names = Object.keys(config)
  const name = names.length === 0 ? 'x' : random.pick(names)
  const { [name]: value, ...rest } = config
  switch (random.int(0, 3)) {
    case 0:
      return { type, config: rest }
    case 1:
      return { type, config: { ...rest, [`${name}s`]: value ?? null } }
    default:
      return { type, config: { ...config, [name]: random.pick(MUTANTS) } }
  }
}

function casesOf(seed: number, count: number): readonly Given[] {
  return Array.from({ length: count }, (_, i) => {
    const random = seededRandom(seed + i)
    const transformer = random.pick(randomCase(seed + i).transformers)
    return random.chance(0.1) ? transformer : mutated(transformer, random)
  })
}

interface OurVerdict {
  readonly errors: string
  readonly ok: boolean
  /** Nothing is wrong but what the peer finds out later. */
  readonly stricter: boolean
}

function ourVerdict(given: Given): OurVerdict {
  const text = JSON.stringify({
    source: { type: 'glue', config: { aws_region: 'eu-west-1' } },
    sink: { type: 'datahub-rest', config: { server: 'http://gms:8080' } },
    transformers: [given]
  })
  const defaults = { gmsUrl: null, gmsToken: null }
  const parsed = parseRecipe({ file: 'recipe.json', text, env: {}, mode: 'ingest', defaults })
  const errors = parsed.ok ? [] : parsed.error.filter(({ severity }) => severity === 'error')
  return {
    errors: errors.map(({ code, message }) => `${code}: ${message}`).join('; '),
    ok: errors.length === 0,
    stricter: errors.every(({ code }) => STRICTER.includes(code))
  }
}

function main(): void {
  const options = { seed: { type: 'string' }, cases: { type: 'string' }, show: { type: 'string' } } as const
  const { values } = parseArgs({ options })
  const cases = casesOf(Number(values.seed ?? 1), Number(values.cases ?? 3000))
  const python = process.env.PEER_PYTHON ?? join(process.cwd(), '.cache', 'peer', 'bin', 'python')
  const input = cases.map((it) => JSON.stringify(it)).join('\n')
  const ran = spawnSync(python, ['test/parity/transformers/verdicts.py'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30
  })
  if (ran.status !== 0) throw new Error(`the peer did not answer: ${ran.stderr.slice(-2000)}`)
  const verdicts = ran.stdout.trimEnd().split('\n')
  const found = cases.flatMap((given, index) => {
    const peer = JSON.parse(verdicts[index] ?? '') as { readonly ok: boolean; readonly error?: string }
    const ours = ourVerdict(given)
    if (peer.ok ? ours.stricter : !ours.ok) return []
    return [
      `${JSON.stringify(given)}\n    ${peer.ok ? `only we refuse: ${ours.errors}` : `only the peer refuses: ${peer.error}`}`
    ]
  })
  process.stdout.write(
    found
      .slice(0, Number(values.show ?? 10))
      .map((text) => `${text}\n`)
      .join('')
  )
  process.stdout.write(`${cases.length} transformers; ${found.length} disagreements\n`)
  process.exitCode = found.length === 0 ? 0 : 1
}

main()
