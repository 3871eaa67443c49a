import type { Clock } from '../core/clock.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import type { JsonObject } from '../core/json.ts'
import type { DagRunDocument } from './dag-run.ts'
import type { DescribeResult } from './describe.ts'
import type { Diagnosis } from './doctor.ts'
import type { Emit } from './event.ts'
import type { ExplainResult } from './explain.ts'
import type { GithubContext } from './github-context.ts'
import type { IdentityOptions, IdTokenRequest } from './identity-options.ts'
import type { RecipePlan } from './plan.ts'
import type { Logger, Mask } from './ports.ts'
import type { RunReport, ToolInfo } from './report.ts'
import type { RestoreResult, RollbackResult, RunsResult } from './runs.ts'
import type { Secret } from './secret.ts'

export type { GithubContext, PullRequestContext } from './github-context.ts'

/** What makes a run that began end with exit status 1. */
export type FailOn = 'failure' | 'warning' | 'never'

/** The least that a log line must matter to be shown. */
export type LogLevel = 'debug' | 'info' | 'warning' | 'error'

/** What fills `${…}` in a recipe and its unset defaults. It never overrides what a recipe says. */
export interface RecipeInputs {
  /** A file of `NAME=value` lines, whose variables a recipe may name; null: none. */
  readonly envFile: string | null
  readonly identity: IdentityOptions
  /** Fills `${GMS_URL}` and `${DATAHUB_GMS_URL}`. */
  readonly gmsUrl: string | null
  /** Sent to the origin of `gmsUrl` and to no other. */
  readonly gmsToken: Secret | null
}

/** What `ingest` is asked to do. */
export interface IngestRequest extends RecipeInputs {
  /** Paths or globs, as the user gave them; run in turn. */
  readonly recipes: readonly string[]
  /** Read and map everything, write nothing. */
  readonly dryRun: boolean
  readonly failOn: FailOn
  /** Requests a second to AWS Glue; null: as fast as Glue lets us. */
  readonly rateLimit: number | null
  /** Whether Glue's column statistics become profiles. */
  readonly columnStatistics: boolean
  /** Whether what is as the last run left it is not sent again. */
  readonly incremental: boolean
  /** Whether the run is shown in DataHub's ingestion tab. */
  readonly history: boolean
  readonly logLevel: LogLevel
  /** Where files of this run go: reports, spools. Made when first needed. */
  readonly outDir: string
}

/** What `mcps` is asked to do. */
export interface McpsRequest extends RecipeInputs {
  /** A file in the file-sink format, as the user gave it. */
  readonly file: string
  /** The recipe whose sink it goes to; null: the server that the inputs name. */
  readonly recipe: string | null
  /** Read and check everything, send nothing. */
  readonly dryRun: boolean
  readonly failOn: FailOn
  readonly outDir: string
}

/** What `doctor` is asked to look at. */
export interface DoctorRequest extends RecipeInputs {
  /** Paths or globs, as the user gave them; empty: what the inputs and the environment say is looked at. */
  readonly recipes: readonly string[]
  /** Beyond this age of the newest Glue metadata it fails; null: any. */
  readonly maxAgeSeconds: number | null
  readonly columnStatistics: boolean
  readonly failOn: FailOn
  readonly outDir: string
}

/** What `runs` is asked to do. */
export interface RunsRequest extends RecipeInputs {
  /** The recipe whose runs are listed; null: all runs of the server that the inputs name. */
  readonly recipe: string | null
  /** The newest so many runs are looked at. */
  readonly limit: number
}

/** What `restore` is asked to do. */
export interface RestoreRequest extends RecipeInputs {
  readonly runId: string
  /** The recipe whose sink it is; null: the server that the inputs name. */
  readonly recipe: string | null
  /** The report.json of the run; null: DataHub is asked what the run has removed. */
  readonly report: string | null
  /** Tell what would be brought back, and do nothing. */
  readonly dryRun: boolean
}

/** What `rollback` is asked to do. */
export interface RollbackRequest extends RecipeInputs {
  readonly runId: string
  /** The recipe whose sink it is; null: the server that the inputs name. */
  readonly recipe: string | null
  /** Tell what would be rolled back, and do nothing. */
  readonly dryRun: boolean
}

/** What `validate` is asked to do. */
export interface ValidateRequest extends RecipeInputs {
  /** Paths or globs, as the user gave them. */
  readonly files: readonly string[]
}

/** What `plan` is asked to do. */
export interface PlanRequest extends RecipeInputs {
  /** Paths or globs, as the user gave them; those whose files the change touches are planned. */
  readonly files: readonly string[]
  /** A commit, branch or tag that the files are compared with; null: what suits the event, or the clone. */
  readonly base: string | null
  /** Requests a second to AWS Glue; null: as fast as Glue lets us. */
  readonly rateLimit: number | null
  readonly columnStatistics: boolean
  readonly logLevel: LogLevel
  readonly outDir: string
}

/** What `plan` found. */
export interface PlanResult {
  /** The commit that the files were compared with; null: there is none. */
  readonly base: string | null
  readonly recipes: readonly RecipePlan[]
}

/** What `dag` is asked to do. What it shares with an ingestion is what its recipes are run with. */
export interface DagRequest extends Omit<IngestRequest, 'recipes'> {
  /** The DAG file, as the user gave it. */
  readonly file: string
  /** The only tasks to run, `task` or `task+` with all after it; empty: all. */
  readonly tasks: readonly string[]
  /** Tasks to run again in the run that is there, `task` or `task+`; empty: none. */
  readonly clear: readonly string[]
  readonly params: JsonObject
  /** Goes on with the run that is there, instead of beginning a new one. */
  readonly resume: boolean
  /** Reads the records of earlier attempts and runs; null: they cannot be had. */
  readonly githubToken: Secret | null
}

/** What `explain` is asked. */
export interface ExplainRequest extends RecipeInputs {
  /** The recipe, as the user gave it. */
  readonly file: string
  /** `database` or `database.table`. */
  readonly names: readonly string[]
}

/** What `scaffold` is asked to make. */
export interface ScaffoldRequest {
  readonly kind: 'recipe' | 'dag' | 'workflow' | 'checks' | 'iam'
  /**
   * Recipes of a DAG; the recipe or DAG file that a workflow runs; the recipes that a pull request is checked for; the
   * recipe that needs roles. Empty: those in recipes/.
   */
  readonly files: readonly string[]
  /** Where it goes; `-`: to standard output; null: where it is looked for. */
  readonly output: string | null
  /** Of the kind `iam`. */
  readonly iam?: ScaffoldIam
  /** Whether a file that is there is written over. */
  readonly force: boolean
  /** The action as a workflow names it; recipes and DAG files name its JSON Schemas. */
  readonly uses: string
}

/** What roles are made for, besides a recipe. */
export interface ScaffoldIam {
  readonly inputs: RecipeInputs
  readonly env: Environment
  /** `OWNER/NAME` or `OWNER@ID/NAME@ID`; null: that of the clone in the working directory. */
  readonly repository: string | null
  /** The branch whose runs may assume the role. */
  readonly branch: string
  /** Whether runs for pull requests may, too. */
  readonly pullRequests: boolean
  /** The ARN of the role that GitHub's tokens assume; null: the first that the recipe names, or a new one. */
  readonly role: string | null
  readonly columnStatistics: boolean
}

/** What `scaffold` has made. */
export interface ScaffoldResult {
  readonly text: string
  /** The file it was written to; null: to none. */
  readonly path: string | null
  /** What to do next, a line each. */
  readonly next: readonly string[]
}

/** Where a person watches a DAG run. */
export interface DagView {
  /** A line about the run: a task that began, ended, or waits for its next try. */
  readonly line: (text: string) => void
  /** How far the run has come, to be written over by the next. */
  readonly progress: (text: string) => void
  /** The log of one try, by the name of its task instance. */
  readonly tryLog: (name: string) => TryLog
}

/** The log of one try. */
export interface TryLog {
  readonly line: (text: string) => void
  /** No line follows. */
  readonly end: () => void
}

/** What the outside lends to a DAG run. */
export interface DagDeps extends AppDeps {
  readonly view: DagView
  readonly tool: ToolInfo
}

/** What `validate` found: the files looked at, and everything there is to say about them, worst first. */
export interface ValidateResult {
  readonly files: readonly string[]
  /** Those of the files that are DAGs; the others are recipes. */
  readonly dags: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What the outside lends to a use case. */
export interface AppDeps {
  readonly env: Environment
  /** Relative paths are resolved against it. */
  readonly cwd: string
  readonly clock: Clock
  readonly logger: Logger
  /** Registers a secret before its first use. */
  readonly mask: Mask
  /** Sees every event of every recipe as it happens, for progress lines. */
  readonly onEvent: Emit
  /** null where GitHub offers no OIDC token: the SDK's default credential chain is used. */
  readonly idToken: IdTokenRequest | null
  /** null outside GitHub Actions. */
  readonly github: GithubContext | null
  /** Aborted when the user or the runner stops the run; what was read by then is delivered or counted as undelivered. */
  readonly signal: AbortSignal
  /** Where the console sink writes. */
  readonly stdout: (text: string) => void
  /** This program's own file, for threads that read SQL and write to DataHub; absent: none is started. */
  readonly thread?: URL
}

/** The use cases, as action and cli call them. */
export interface App {
  /**
   * Runs each recipe in turn and gives one report for each, in their order; a recipe that is invalid or cannot begin has
   * a report that says so and does not keep the others from running.
   * @throws AppError when there is nothing to run, such as a path that names no file.
   */
  ingest(request: IngestRequest, deps: AppDeps): Promise<readonly RunReport[]>
  /** Runs a DAG file from its text to its record. Never rejects: why it broke off stands in the record. */
  dag(request: DagRequest, deps: DagDeps): Promise<DagRunDocument>
  /** @throws AppError when there is nothing to look at. */
  validate(request: ValidateRequest, deps: AppDeps): Promise<ValidateResult>
  /**
   * Tells what a change of recipes would do, and does nothing of it.
   * @throws AppError when there is nothing to compare, such as a base that is not in the clone.
   */
  plan(request: PlanRequest, deps: AppDeps): Promise<PlanResult>
  /** Sends a file of proposals, and gives one report. Never rejects: why it broke off stands in the report. */
  mcps(request: McpsRequest, deps: AppDeps): Promise<readonly RunReport[]>
  /** Looks at recipes and their surroundings, and writes nothing. @throws AppError when there is no such recipe. */
  doctor(request: DoctorRequest, deps: AppDeps): Promise<readonly Diagnosis[]>
  /** Lists runs, the newest first. @throws AppError that says why it cannot. */
  runs(request: RunsRequest, deps: AppDeps): Promise<RunsResult>
  /** Brings back what a run has removed. @throws AppError that says why it cannot. */
  restore(request: RestoreRequest, deps: AppDeps): Promise<RestoreResult>
  /** Takes back what a run has written. @throws AppError that says why it cannot. */
  rollback(request: RollbackRequest, deps: AppDeps): Promise<RollbackResult>
  /**
   * Tells of options of recipes and DAG files by their paths or the ends of them; without any of what recipes hold.
   * @throws AppError for an option that there is not.
   */
  describe(paths: readonly string[]): Promise<DescribeResult>
  /** Needs no network. @throws AppError when the recipe cannot be read, is wrong, or depends on variables not set. */
  explain(request: ExplainRequest, env: Environment, cwd: string): Promise<ExplainResult>
  /** @throws AppError when a file is there already, or one that it is made from is not or is wrong. */
  scaffold(request: ScaffoldRequest, cwd: string): Promise<ScaffoldResult>
}
