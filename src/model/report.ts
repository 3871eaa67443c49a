import type { Diagnostic } from '../core/diagnostic.ts'
import type { TableChange } from './change.ts'
import type { DoctorReport } from './doctor.ts'
import type { Listing, ResourceKind } from './event.ts'
import type { FailureGroup, Identity, RunStatus, Stop, ToolInfo } from './report-parts.ts'

export type { FailureGroup, Identity, RunStatus, Stop, ToolInfo } from './report-parts.ts'

/**
 * Exact numbers of a run. `written + accepted + unchanged + rejected + undelivered = produced`, always, but in a dry run,
 * which sends nothing.
 */
export interface Counts {
  readonly databases: number
  readonly tables: number
  readonly views: number
  readonly filtered: number
  readonly skipped: number
  readonly produced: number
  readonly written: number
  readonly accepted: number
  readonly unchanged: number
  readonly rejected: number
  readonly undelivered: number
  readonly removed: number
  readonly kept: number
  readonly retried: number
}

/** One database of the catalogue, and how far its listing came. */
export interface DatabaseReport {
  readonly name: string
  readonly tables: number
  readonly views: number
  /** Tables and views that a rule of the recipe kept out. */
  readonly filtered: number
  /** Tables and views left out for another reason, such as resource links. */
  readonly skipped: number
  /** `incomplete` also when the run stopped before it ended. */
  readonly listing: Listing
}

/** What a filter rule or a skip reason kept out: `count` is exact, `names` is a sample. */
export interface FilteredGroup {
  /** A FilterRule, or the code of a skip. */
  readonly rule: string
  readonly kind: ResourceKind
  readonly message?: string
  readonly count: number
  readonly names: readonly string[]
}

/** Requests that were tried again for the same reason. */
export interface RetryGroup {
  readonly service: string
  readonly reason: string
  readonly count: number
}

/** Where metadata was written to. */
export interface SinkReport {
  readonly type: string
  /** The GMS origin, a file name, `console`. */
  readonly target: string
  /** The server's version, where it tells one. */
  readonly version: string | null
}

/** What was rejected or not delivered, kept in the file-sink format: the command `mcps` sends it again. */
export interface DeadLetterReport {
  readonly path: string
  /** Work units in it. */
  readonly count: number
}

/** What is otherwise than in the last run. */
export interface ChangesReport {
  readonly new: number
  readonly changed: number
  /** Of the changed ones, those that lost a column or have one of another type. */
  readonly breaking: number
  /** Changed ones whose columns were not compared, because there were too many. */
  readonly unread: number
  /** A sample where there are many; those that break something first. */
  readonly tables: readonly TableChange[]
}

/** The whole of one recipe's run. */
export interface RunReport {
  readonly runId: string
  readonly pipelineName: string | null
  /** The recipe's path as the user gave it. */
  readonly recipe: string
  readonly dryRun: boolean
  readonly status: RunStatus
  /** 0 done · 1 something was lost · 2 the input is wrong · 3 could not begin (report/exit-code.ts). */
  readonly exitCode: number
  /** ISO 8601, UTC. */
  readonly startedAt: string
  /** Seconds. */
  readonly durationSeconds: number
  /** null: the run did not come so far. */
  readonly identity: Identity | null
  /** null: the recipe could not be read. */
  readonly sink: SinkReport | null
  /** null: it came to its end. */
  readonly stopped: Stop | null
  readonly counts: Counts
  /** Ordered by name. */
  readonly databases: readonly DatabaseReport[]
  readonly filtered: readonly FilteredGroup[]
  /** null: it is not known what the last run held. */
  readonly changes: ChangesReport | null
  /** Urns that were removed in DataHub (in a dry run: that would be), in the order in which that was decided. */
  readonly removed: readonly string[]
  /** Why entities of earlier runs that this one did not see stay. */
  readonly kept: readonly FailureGroup[]
  readonly failures: readonly FailureGroup[]
  readonly warnings: readonly FailureGroup[]
  readonly notices: readonly FailureGroup[]
  readonly retries: readonly RetryGroup[]
  /** null: nothing was lost, or the sink is no server. */
  readonly deadLetters: DeadLetterReport | null
  /** What there is to say about the recipe's text, worst first. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * report.json (`dist/schema/report.schema.json`): all recipes of one invocation, their counts added up and the worst
 * status and exit code among them. Renderers read this and nothing else.
 */
export interface IngestReport {
  readonly schema: 1
  readonly kind: 'ingest'
  readonly tool: ToolInfo
  readonly status: RunStatus
  readonly exitCode: number
  readonly dryRun: boolean
  /** ISO 8601, UTC. */
  readonly startedAt: string
  /** Seconds. */
  readonly durationSeconds: number
  /** Why not even the first recipe was run; null: each recipe's report tells its own story. */
  readonly stopped: Stop | null
  readonly counts: Counts
  /** In the order in which they were run. */
  readonly recipes: readonly RunReport[]
}

/** What `validate` found, as report.json holds it. */
export interface ValidateReport {
  readonly schema: 1
  readonly kind: 'validate'
  readonly tool: ToolInfo
  readonly status: RunStatus
  readonly exitCode: number
  /** Why not even the first file was looked at; null: the files were read. */
  readonly stopped: Stop | null
  readonly files: readonly string[]
  /** Those of the files that are DAGs; the others are recipes. */
  readonly dags: readonly string[]
  /** Worst first. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Anything that report.json may hold. */
export type Report = IngestReport | ValidateReport | DoctorReport
