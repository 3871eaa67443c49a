import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { IngestReport } from '../../src/model/report.ts'
import { realisticCatalogue } from '../emulator/catalogue/realistic.ts'
import { startStandIns } from '../emulator/stand-ins.ts'
import { disagreements, holdingsOf } from './demo-check.ts'
import { demoDag } from './demo-dag.ts'
import { runStep, type StepResult } from './demo-runner.ts'

/*
 * npm run demo: the whole of it on this machine. Stand-ins for GitHub's OIDC endpoint, STS, Glue and DataHub; the bundle,
 * run as GitHub's runner runs it, with recipes/glue.yml and then with recipes/dag.yml; and what it claims to have written
 * against what was stored.
 */

const root = process.cwd()
const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const number = new Intl.NumberFormat('en-US')

/** Runs the demo; gives the exit status. */
async function demo(): Promise<number> {
  if (!existsSync(join(root, 'dist', 'index.js'))) {
    print('There is no dist/index.js here: run this in the root of the repository, after `npm run build`.')
    return 1
  }
  const catalogue = realisticCatalogue(1)
  const held = holdingsOf(catalogue)
  const standIns = await startStandIns({ catalogue, oidc: { subject: 'immutable' } })
  print(
    `Glue holds ${held.databases} databases, ${held.tables} tables, ${held.links} of them links to other accounts, and ${held.views} views.`
  )
  print(`GitHub's OIDC endpoint is ${standIns.oidc.url}, AWS ${standIns.aws.url}, DataHub ${standIns.gms.url}.\n`)
  let step: StepResult | null = null
  try {
    step = await runStep({ root, workspace: root, env: standIns.environment, log: print })
    const report = readReport(step)
    if (report === null) {
      print('\nThe run left no report.json.')
      return 1
    }
    print(`\n── the job's summary ${'─'.repeat(60)}\n${step.summary.trim()}\n${'─'.repeat(80)}\n`)
    const wrong = disagreements(step, report, held, standIns.gms)
    for (const line of wrong) print(`MISMATCH ${line}`)
    print(lastLine(report))
    return wrong.length === 0 ? 0 : 1
  } finally {
    await standIns.close()
    if (step !== null) rmSync(step.temp, { recursive: true, force: true })
  }
}

function readReport(step: StepResult): IngestReport | null {
  const path = step.outputs['report-path']
  if (path === undefined || !existsSync(path)) return null
  const report: IngestReport = JSON.parse(readFileSync(path, 'utf8'))
  return report.kind === 'ingest' ? report : null
}

function lastLine({ counts, durationSeconds }: IngestReport): string {
  const aspects = `${number.format(counts.written)} aspects written`
  return `${number.format(counts.tables)} tables, ${aspects} in ${durationSeconds.toFixed(1)} s`
}

/** The DAG of the repository, in two accounts; gives the exit status. */
async function dag(): Promise<number> {
  const wrong = await demoDag({ root, print })
  for (const line of wrong) print(`MISMATCH ${line}`)
  if (wrong.length === 0) print('recipes/dag.yml: two accounts, two regions, every task as it should be')
  return wrong.length === 0 ? 0 : 1
}

process.exitCode = (await demo()) || (await dag())
