import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { node24 } from '../nodes.ts'
import { type ActRun, readEvents } from './events.ts'

/** One event that sets off a workflow. */
export interface Trigger {
  /** The checkout that the workflow belongs to (repository.ts). */
  readonly repository: string
  /** File name in .github/workflows. */
  readonly workflow: string
  readonly event: string
  readonly payload: object
  /** Repository variables and secrets. */
  readonly vars?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>>
  /** What the runner adds: the OIDC variables with `id-token: write`, the stand-in for AWS. */
  readonly env?: Readonly<Record<string, string>>
}

const STUB = join(process.cwd(), 'test', 'e2e', 'act', 'upload-artifact')

/**
 * Runs a workflow by act on this machine, without containers. act's own environment reaches every step, so it gets only
 * what is named here; a HOME of its own keeps what act leaves behind out of the user's.
 */
export async function runAct(trigger: Trigger): Promise<ActRun> {
  const node = node24()
  const home = mkdtempSync(join(tmpdir(), 'act-'))
  const artifacts = join(home, 'artifacts')
  mkdirSync(artifacts)
  const payload = join(home, 'event.json')
  writeFileSync(payload, JSON.stringify(trigger.payload))
  const child = spawn(process.env.ACT ?? 'act', argumentsOf(trigger, payload, artifacts), {
    cwd: trigger.repository,
    env: { PATH: pathWith(node), HOME: home },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const text = { out: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.out += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.errors += chunk))
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { exitCode, home, ...readEvents(text.out), errors: text.errors, artifacts: filesIn(artifacts) }
}

function argumentsOf(trigger: Trigger, payload: string, artifacts: string): readonly string[] {
  const given = (flag: string, values: Readonly<Record<string, string>> = {}): readonly string[] =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
  return [
    trigger.event,
    ...['--workflows', join('.github', 'workflows', trigger.workflow), '--eventpath', payload],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--pull=false', '--no-cache-server', '--json'],
    ...given('--var', trigger.vars),
    ...given('--secret', trigger.secrets),
    ...given('--env', { ...trigger.env, STUB_ARTIFACTS: artifacts }),
    ...uploadActions(trigger).flatMap((action) => ['--local-repository', `${action}=${STUB}`])
  ]
}

/** `actions/upload-artifact@SHA` as the workflow names it; act itself stands in for actions/checkout. */
function uploadActions({ repository, workflow }: Trigger): readonly string[] {
  const text = readFileSync(join(repository, '.github', 'workflows', workflow), 'utf8')
  return [...text.matchAll(/uses: (actions\/upload-artifact@[0-9a-f]{40})/gu)].map(([, action = '']) => action)
}

/** act runs JavaScript actions with the `node` on PATH, whatever `runs.using` says. */
const pathWith = (node: string | null): string =>
  [...(node === null ? [] : [dirname(node)]), process.env.PATH ?? ''].join(':')

/** What was uploaded: artifact name → file names. */
function filesIn(artifacts: string): Readonly<Record<string, readonly string[]>> {
  if (!existsSync(artifacts)) return {}
  return Object.fromEntries(readdirSync(artifacts).map((name) => [name, readdirSync(join(artifacts, name)).sort()]))
}
