import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Diagnostic, formatDiagnostic } from '../../../src/core/diagnostic.ts'
import { type CorpusFile, corpus, ENVIRONMENT } from './corpus.ts'
import { agrees, disagreementOf } from './disagreements.ts'
import { ourFindings } from './verdict.ts'

/*
 * Whole recipes, good and bad, judged by the peer's own configuration classes and by `validate`:
 * node lib/tools/test/parity/validate/run.js [--seed N] [--each N] [--show N] [--record FILE]     PEER_PYTHON: the peer's.
 * --record keeps the verdicts for test/app/corpus.test.ts, which has no Python.
 */

interface PeerVerdict {
  readonly name: string
  readonly ok: boolean
  readonly stage?: string
  readonly error?: string
}

function peerVerdicts(files: readonly CorpusFile[]): readonly PeerVerdict[] {
  const python = process.env.PEER_PYTHON ?? join(process.cwd(), '.cache', 'peer', 'bin', 'python')
  const input = files.map(({ file, text }) => JSON.stringify({ name: file, text, env: ENVIRONMENT })).join('\n')
  const ran = spawnSync(python, ['test/parity/validate/peer.py'], { input, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (ran.status !== 0) throw new Error(`the peer did not answer: ${(ran.error?.message ?? ran.stderr).slice(-2_000)}`)
  const lines = ran.stdout.trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as PeerVerdict)
}

interface Judged extends CorpusFile {
  readonly peer: PeerVerdict
  readonly found: readonly Diagnostic[]
}

/** How often verdicts differ for which listed reason. */
function reasons(judged: readonly Judged[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { peer, found, text } of judged) {
    const errors = peer.ok ? found.filter(({ severity }) => severity === 'error') : []
    for (const listed of new Set(errors.map((error) => disagreementOf(error, text)))) {
      const reason = listed === undefined ? 'no reason' : listed.reason
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
    }
  }
  return counts
}

const out = (text: string): boolean => process.stdout.write(`${text}\n`)

function show({ file, text, peer, found }: Judged): void {
  out(`${file}: ${peer.ok ? 'only we refuse' : `only the peer refuses (${peer.stage}): ${peer.error}`}`)
  if (peer.ok) out(found.map(formatDiagnostic).join('\n'))
  out(text.replaceAll(/^/gm, '    '))
}

async function main(): Promise<void> {
  const word = { type: 'string' } as const
  const { values } = parseArgs({ options: { seed: word, each: word, show: word, record: word } })
  const files = corpus(process.cwd(), Number(values.each ?? 60), Number(values.seed ?? 1))
  const peers = peerVerdicts(files)
  const findings = await ourFindings(files)
  const judged = files.map((it, i): Judged => {
    const peer = peers[i]
    if (peer?.name !== it.file) throw new Error(`the peer says nothing of ${it.file}`)
    return { ...it, peer, found: findings.get(it.file) ?? [] }
  })
  const wrong = judged.filter(({ found, text, peer }) => !agrees(found, text, peer.ok))
  for (const each of wrong.slice(0, Number(values.show ?? 5))) show(each)
  for (const [reason, count] of reasons(judged)) out(`${count} × ${reason}`)
  const good = judged.filter(({ peer }) => peer.ok).length
  out(`${files.length} recipes, ${good} of them good for the peer; ${wrong.length} disagreements without a reason`)
  if (values.record !== undefined) record(values.record, judged)
  process.exitCode = wrong.length === 0 ? 0 : 1
}

/** A line a recipe: its name, whether the peer accepts it, and what it was recorded of. */
function record(file: string, judged: readonly Judged[]): void {
  const lines = judged.map(({ file: name, text, peer }) => {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
    return JSON.stringify([name, peer.ok, hash])
  })
  writeFileSync(file, `[\n${lines.map((line) => `  ${line}`).join(',\n')}\n]\n`)
}

await main()
