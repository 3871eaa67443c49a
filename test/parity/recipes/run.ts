import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Diagnostic } from '../../../src/core/diagnostic.ts'
import { parseRecipe } from '../../../src/recipe/parse.ts'
import { type CorpusCase, everyOption, mutations } from './corpus.ts'
import { ENVIRONMENT } from './options.ts'

/*
 * Asks the peer's own configuration classes and this project about thousands of recipes, and lists where they disagree:
 * node lib/tools/test/parity/recipes/run.js [--seed N] [--mutations N] [--show N]     PEER_PYTHON names the peer's Python.
 */

const ROOT = process.cwd()
const PEER_PYTHON = process.env.PEER_PYTHON ?? join(ROOT, '.cache', 'peer', 'bin', 'python')

interface PeerVerdict {
  readonly name: string
  readonly ok: boolean
  readonly stage?: string
  readonly error?: string
}

/** What is an error here although the peer's classes accept it, and why. */
const STRICTER: Readonly<Record<string, string>> = {
  'not-supported-yet': 'said instead of left out in silence',
  'unknown-transformer': 'the peer finds out when it makes the pipeline',
  'bad-header': 'the peer finds out with its first request',
  'unknown-source': 'DataHub has the source, this program does not',
  'unknown-sink': 'DataHub has the sink, this program does not',
  'bad-server': 'the peer finds out when it connects',
  'missing-pipeline-name': 'the peer finds out when it begins',
  'needs-datahub': 'the peer finds out when it begins',
  'unknown-state-provider': 'the peer finds out when it begins',
  'unknown-auth': 'the peer finds out when it connects',
  'bad-role-arn': 'STS refuses it',
  'bad-pattern': 'JavaScript has no words for it',
  'out-of-range': 'the peer finds out at the first call'
}

/** Disagreements that are meant, by what is refused. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/bad-value: .* is not one of glue, athena/, 'an empty platform makes urns that GMS refuses']
]

function peerVerdicts(cases: readonly CorpusCase[]): PeerVerdict[] {
  const input = cases.map((it) => JSON.stringify({ ...it, env: ENVIRONMENT })).join('\n')
  const script = join(ROOT, 'test', 'parity', 'recipes', 'peer.py')
  const run = spawnSync(PEER_PYTHON, [script], { input, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (run.status !== 0) throw new Error(`the peer did not answer: ${(run.error?.message ?? run.stderr).slice(-2_000)}`)
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as PeerVerdict)
}

function ourErrors(text: string): Diagnostic[] {
  const defaults = { gmsUrl: 'http://gms:8080', gmsToken: null }
  const parsed = parseRecipe({ file: 'recipe.yml', text, env: ENVIRONMENT, mode: 'ingest', defaults })
  return parsed.ok ? [] : parsed.error.filter(({ severity }) => severity === 'error')
}

/** Why the verdicts differ, or null where they do not, or are meant to. */
function disagreement(it: CorpusCase, peer: PeerVerdict): string | null {
  const errors = ourErrors(it.text)
  const real = errors.filter(({ code }) => STRICTER[code] === undefined)
  const [first] = real
  if (peer.ok && first !== undefined) {
    const why = `${first.code}: ${first.message}`
    return MEANT.some(([pattern]) => pattern.test(why)) ? null : `only we refuse: ${why}`
  }
  if (!peer.ok && errors.length === 0) return `only the peer refuses (${peer.stage}): ${peer.error}`
  return null
}

interface Found {
  readonly it: CorpusCase
  readonly why: string
}

function grouped(found: readonly Found[]): ReadonlyMap<string, readonly Found[]> {
  const groups = new Map<string, Found[]>()
  for (const each of found) {
    const kind = each.why.replaceAll(/\d+|'[^']*'|"[^"]*"/g, '…').slice(0, 160)
    groups.set(kind, [...(groups.get(kind) ?? []), each])
  }
  return groups
}

function main(): void {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      mutations: { type: 'string', default: '4000' },
      show: { type: 'string', default: '5' }
    }
  })
  const cases = [...everyOption(), ...mutations(Number(values.seed), Number(values.mutations))]
  const peers = peerVerdicts(cases)
  const found: Found[] = cases.flatMap((it, i) => {
    const peer = peers[i]
    if (peer === undefined) throw new Error(`the peer says nothing of ${it.name}`)
    const why = disagreement(it, peer)
    return why === null ? [] : [{ it, why }]
  })
  const groups = grouped(found)
  for (const [why, members] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`${members.length} × ${why}`)
    for (const { it } of members.slice(0, Number(values.show)))
      console.log(`    ${it.name.includes(':') ? it.name : JSON.stringify(it.text)}`)
  }
  const accepted = peers.filter(({ ok }) => ok).length
  console.log(`${cases.length} recipes, ${accepted} of them good for the peer; ${found.length} disagreements`)
  process.exitCode = found.length === 0 ? 0 : 1
}

main()
