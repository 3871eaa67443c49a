import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from '../../../src/app/app.ts'
import type { PlanReport, RecipePlan } from '../../../src/model/plan.ts'
import type { AppDeps, GithubContext, PlanRequest } from '../../../src/model/request.ts'
import { TOOL } from '../../../src/model/tool.ts'
import { reportPlan } from '../../../src/report/plan-total.ts'
import { identityOptions, idTokenFrom } from '../../aws/support.ts'
import { REGION, ROLE_ARN, type StandInOptions } from '../../emulator/stand-ins.ts'
import { hastyClock, type Scene, startScene } from '../rig.ts'

/** Files by their paths; null: it is taken away. */
export type Files = Readonly<Record<string, string | null>>

const GIT = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main']

/** Runs git as nobody in particular. */
export const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', [...GIT, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()

/** Writes files, or takes them away. */
export function put(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    if (text === null) rmSync(join(folder, path))
    else writeFileSync(join(folder, path), text)
  }
}

/** A clone whose last commit has `base`, and whose working tree has `head` over it. */
export async function startChange(base: Files, head: Files, options: Partial<StandInOptions> = {}): Promise<Scene> {
  const scene = await startScene({}, options)
  git(scene.folder, 'init', '-q')
  put(scene.folder, base)
  git(scene.folder, 'add', '-A')
  git(scene.folder, 'commit', '-q', '--allow-empty', '-m', 'base')
  put(scene.folder, head)
  return scene
}

export const PULL_REQUEST: GithubContext = {
  repository: 'example/data-platform',
  eventName: 'pull_request',
  ref: 'refs/pull/7/merge',
  sha: '0'.repeat(40),
  workflow: 'validate',
  runId: '1',
  runAttempt: 1,
  schedule: null,
  runUrl: 'https://github.com/example/data-platform/actions/runs/1',
  isForkPullRequest: false,
  pullRequest: null
}

export interface Planned {
  readonly report: PlanReport
  /** The first recipe's plan. */
  readonly plan: RecipePlan
  readonly log: readonly string[]
}

export interface PlanChanges {
  readonly request?: Partial<PlanRequest>
  readonly deps?: Partial<AppDeps>
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Plans what the scene's working tree changes, as an action would on a runner with OIDC. */
export async function planOf(scene: Scene, changes: PlanChanges = {}): Promise<Planned> {
  const log: string[] = []
  const note = (message: string): void => void log.push(message)
  const logger = { debug: note, info: note, notice: note, warning: note, error: note }
  const request: PlanRequest = {
    files: ['recipes'],
    base: null,
    envFile: null,
    identity: identityOptions({ roleToAssume: ROLE_ARN, region: REGION }),
    gmsUrl: null,
    gmsToken: null,
    rateLimit: null,
    columnStatistics: false,
    logLevel: 'info',
    outDir: '.datahub-glue',
    ...changes.request
  }
  const deps: AppDeps = {
    env: { PATH: process.env.PATH, HOME: scene.folder, ...scene.environment, ...changes.env },
    cwd: scene.folder,
    clock: hastyClock,
    logger,
    mask: () => undefined,
    onEvent: () => undefined,
    idToken: idTokenFrom(scene.oidc),
    github: null,
    signal: new AbortController().signal,
    stdout: note,
    ...changes.deps
  }
  const invocation = { tool: TOOL, clock: hastyClock, signal: deps.signal, logger }
  const report = await reportPlan(() => app.plan(request, deps), invocation)
  const [plan] = report.recipes
  // A test that looks at a plan that is not there fails at its first look.
  return { report, plan: plan as RecipePlan, log }
}

/** Requests that could have written something. */
export const writesOf = ({ gms, aws }: Scene): readonly string[] => [
  ...gms.requests
    .map(({ label }) => label)
    .filter((label) => /ingest|delete|rollback|^(?:PUT|PATCH|DELETE)/iu.test(label)),
  ...aws.requests.map(({ label }) => label).filter((label) => !/^(?:Get|Assume|BatchGet|List|POST|GET)/u.test(label))
]
