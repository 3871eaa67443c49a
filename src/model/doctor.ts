import type { Identity, RunStatus, Stop, ToolInfo } from './report-parts.ts'

/**
 * What became of a check.
 * - `warning`: it works, and somebody should look at it · `not-tested`: it could not be tried, `found` says why
 */
export type CheckStatus = 'ok' | 'failed' | 'warning' | 'not-tested'

/** What a check is about, in the order in which they are told. */
export type CheckFamily = 'recipe' | 'identity' | 'permissions' | 'gms' | 'clock' | 'ingestion'

/** One thing that was looked at. */
export interface Check {
  /** Stable identifier: kebab-case, or the IAM action that was tried. Unique within a recipe. */
  readonly id: string
  readonly family: CheckFamily
  /** What was looked at, such as `OIDC token`. */
  readonly title: string
  readonly status: CheckStatus
  /** What was found, in one line; of what was not tested the reason. Never contains a secret. */
  readonly found: string
  /** More of what was found, a line each, such as the claims of a token. */
  readonly details: readonly string[]
  /** What to change and where, when something has to be; may span several lines (a snippet to paste). */
  readonly cure: string | null
  /** Stable identifier of what is wrong, as the other commands name it; null: nothing is. */
  readonly code: string | null
  /** Whether what is wrong was written by the user, in a recipe or an input: it makes the exit status 2. */
  readonly isInput: boolean
}

/** A run of an ingestion source. */
export interface IngesterRun {
  readonly runId: string
  /** `SUCCESS`, `FAILURE`, `CANCELLED` …, as DataHub has it; `RUNNING` where it has no result. */
  readonly status: string
  /** When it was asked for or began, ISO 8601; null: it is not told. */
  readonly startedAt: string | null
  /** When it ended; null: it has not, or it is not told. */
  readonly endedAt: string | null
}

/** Something that brings Glue metadata to DataHub: an ingestion source, or whoever else has written Glue datasets. */
export interface Ingester {
  /**
   * - `ui`: DataHub's own executor runs it · `cli`: somebody else runs it and tells DataHub of it, as this program does
   * - `unknown`: only what it wrote is known
   */
  readonly kind: 'ui' | 'cli' | 'unknown'
  /** As DataHub names it; else the pipeline, else the run. */
  readonly name: string
  /** The urn of its ingestion source; null: it has none. */
  readonly source: string | null
  readonly pipelineName: string | null
  /** When DataHub runs it by itself; null: it does not. */
  readonly schedule: { readonly cron: string; readonly timezone: string } | null
  /** Newest first; a few. */
  readonly runs: readonly IngesterRun[]
  /** The newest of the Glue datasets that were found to be its writing; null: none was found. */
  readonly wrote: GlueWrite | null
  /** Whether it is what this recipe's own runs are shown as. */
  readonly isRecipe: boolean
}

/** Who wrote a dataset last, by its systemMetadata. */
export interface GlueWrite {
  /** ISO 8601. */
  readonly at: string
  readonly urn: string
  readonly runId: string
  readonly pipelineName: string | null
}

/** Whether anything ingests Glue, and since when not. */
export interface Freshness {
  /** ISO 8601; ages are counted to this moment. */
  readonly checkedAt: string
  /** Beyond this age it is a failure; null: nobody asked. */
  readonly maxAgeSeconds: number | null
  /** Glue datasets that were looked at; with `isAll` there are no others. */
  readonly looked: number
  readonly isAll: boolean
  /** null: no run has written a dataset that was looked at. */
  readonly newest: GlueWrite | null
  /** The end of the newest run of a Glue source that succeeded, which need not have written anything; ISO 8601. */
  readonly succeededAt: string | null
  /** Since the newest of both; null: there is neither. */
  readonly ageSeconds: number | null
}

/** What was found out about one recipe and its surroundings. */
export interface Diagnosis {
  /** The recipe's path as the user gave it; null: none was given, and the inputs were looked at. */
  readonly recipe: string | null
  readonly pipelineName: string | null
  /** The GMS that was asked, as it may be shown; null: none is named. */
  readonly server: string | null
  readonly identity: Identity | null
  readonly checks: readonly Check[]
  /** Those that wrote last first. */
  readonly ingesters: readonly Ingester[]
  /** null: DataHub did not tell. */
  readonly freshness: Freshness | null
}

/** How many checks ended how. */
export interface CheckCounts {
  readonly ok: number
  readonly failed: number
  readonly warnings: number
  readonly notTested: number
}

/** report.json of the command `doctor`. Renderers read this and nothing else. */
export interface DoctorReport {
  readonly schema: 1
  readonly kind: 'doctor'
  readonly tool: ToolInfo
  readonly status: RunStatus
  /** 0 all is well · 1 a check failed · 2 the recipe or an input is wrong · 3 the checks could not begin. */
  readonly exitCode: number
  /** ISO 8601, UTC. */
  readonly startedAt: string
  /** Seconds. */
  readonly durationSeconds: number
  /** Why not even the first check was made; null: each check tells its own story. */
  readonly stopped: Stop | null
  readonly counts: CheckCounts
  /** In the order in which they were given. */
  readonly recipes: readonly Diagnosis[]
}
