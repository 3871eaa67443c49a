import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DagRunDocument } from '../../src/model/dag-run.ts'
import { realisticCatalogue } from '../emulator/catalogue/realistic.ts'
import { defaultRole, ROLE_ARN, startStandIns } from '../emulator/stand-ins.ts'
import { runStep, type StepResult } from './demo-runner.ts'

/** The second account of recipes/dag.yml, and its role. */
const ANALYTICS = '555566667777'
const ANALYTICS_ROLE = `arn:aws:iam::${ANALYTICS}:role/datahub-glue`
const REGIONS = ['eu-west-1', 'us-east-1']
/** Instances of recipes/dag.yml that have to succeed: each account once a region, and what comes after. */
const WANTED = [
  'analytics[0] success',
  'analytics[1] success',
  'enough[-1] success',
  'production[0] success',
  'production[1] success',
  'report[-1] success'
]

/** Where it runs, and how it is told. */
export interface DagDemo {
  readonly root: string
  readonly print: (line: string) => void
}

/** Runs recipes/dag.yml over two accounts and two regions; gives what is not as it should be, one line each. */
export async function demoDag({ root, print }: DagDemo): Promise<readonly string[]> {
  const roles = [defaultRole(ROLE_ARN), defaultRole(ANALYTICS_ROLE)]
  const aws = { glue: { catalogues: { [ANALYTICS]: realisticCatalogue(2) } } }
  const standIns = await startStandIns({ catalogue: realisticCatalogue(1), aws, roles, oidc: { subject: 'immutable' } })
  let step: StepResult | null = null
  try {
    const inputs = { command: 'dag', dag: 'recipes/dag.yml', params: JSON.stringify({ regions: REGIONS }) }
    const accounts = { ...standIns.environment, AWS_ROLE_ANALYTICS: ANALYTICS_ROLE }
    step = await runStep({ root, workspace: root, inputs, env: accounts, log: print })
    print(`\n── the DAG's summary ${'─'.repeat(60)}\n${step.summary.trim()}\n${'─'.repeat(80)}\n`)
    return disagreements(step)
  } finally {
    await standIns.close()
    if (step !== null) rmSync(step.temp, { recursive: true, force: true })
  }
}

function disagreements(step: StepResult): readonly string[] {
  const found = statesIn(step)
  const checks: readonly (readonly [string, unknown, unknown])[] = [
    ['exit status of the DAG', step.exitCode, 0],
    ['states of its tasks', found.join(', '), WANTED.join(', ')],
    ['a graph in the summary', step.summary.includes('```mermaid'), true]
  ]
  return checks
    .filter(([, is, wanted]) => is !== wanted)
    .map(([what, is, wanted]) => `${what}: ${String(is)}, not ${String(wanted)}`)
}

function statesIn({ temp }: StepResult): readonly string[] {
  const file = join(temp, 'datahub-glue', 'dag-run.json')
  if (!existsSync(file)) return []
  const { record }: DagRunDocument = JSON.parse(readFileSync(file, 'utf8'))
  return record.instances.map(({ taskId, mapIndex, state }) => `${taskId}[${mapIndex}] ${String(state)}`).sort()
}
