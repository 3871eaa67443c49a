import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { app } from '../../../src/app/app.ts'
import { systemClock } from '../../../src/core/clock.ts'
import type { PlanReport, RecipePlan } from '../../../src/model/plan.ts'
import type { AppDeps, GithubContext, PlanRequest } from '../../../src/model/request.ts'
import { TOOL } from '../../../src/model/tool.ts'
import { reportPlan } from '../../../src/report/plan-total.ts'
import { identityOptions, idTokenFrom } from '../../aws/support.ts'
import { startAws } from '../../emulator/aws/aws.ts'
import { startGms } from '../../emulator/gms/gms.ts'
import {
  awsOptions,
  REGION,
  ROLE_ARN,
  type StandInOptions,
  type StandIns,
  startStandIns
} from '../../emulator/stand-ins.ts'
import { hastyClock, type Scene } from '../rig.ts'
import { catalogueOf, tables } from '../stateful/nights.ts'

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

let shared: Promise<StandIns> | null = null

/** GitHub and AWS, started once: new keys take time. */
function sharedStandIns(): Promise<StandIns> {
  shared ??= startStandIns({ catalogue: CATALOGUE })
  return shared
}

/** To be called when all changes of a file are over. */
export async function closeChanges(): Promise<void> {
  await (await shared)?.close()
  shared = null
}

export const CATALOGUE = catalogueOf({ sales: tables(4), hr: tables(3), tmp: tables(2) })

/**
 * A clone whose last commit has `base`, and whose working tree has `head` over it, with a GMS of its own; AWS is shared
 * unless `aws` or `catalogue` want another.
 */
export async function startChange(
  base: Files,
  head: Files,
  { gms: gmsOptions = {}, ...others }: Partial<StandInOptions> = {}
): Promise<Scene> {
  const side = await sharedStandIns()
  const isShared = Object.keys(others).length === 0
  const options = { catalogue: CATALOGUE, ...others }
  const aws = isShared ? side.aws : await startAws({ clock: systemClock, ...awsOptions(options, side.oidc.jwksUrl) })
  const gms = await startGms(gmsOptions)
  const folder = mkdtempSync(join(tmpdir(), 'plan-'))
  git(folder, 'init', '-q')
  put(folder, base)
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'base')
  put(folder, head)
  const asked = (): number => [side.oidc, aws, gms].reduce((sum, { requests }) => sum + requests.length, 0)
  const before = asked()
  return {
    oidc: side.oidc,
    aws,
    gms,
    environment: { ...side.environment, AWS_ENDPOINT_URL: aws.url, GMS_URL: gms.url },
    folder,
    textOf: (file) => readFileSync(join(folder, file), 'utf8'),
    asked: () => asked() - before,
    close: async () => {
      await gms.close()
      if (!isShared) await aws.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
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

/** Requests that could have written something, from a place in the lists of requests on. */
export const writesOf = ({ gms, aws }: Scene, fromGms: number, fromAws: number): readonly string[] => [
  ...gms.requests
    .slice(fromGms)
    .map(({ label }) => label)
    .filter((label) => !/^GET |[bB]atchGet|^getTimeseriesAspectValues$|^search$|scroll/u.test(label)),
  ...aws.requests
    .slice(fromAws)
    .map(({ label }) => label)
    .filter((label) => !/^(?:Get|Assume)/u.test(label))
]
