import type { Failure, Listing, ResourceKind } from './event.ts'

/** How a run ended. `success` may still hold warnings. */
export type RunStatus = 'success' | 'failure' | 'cancelled'

/** The AWS identity that a run acted as, proven by GetCallerIdentity. */
export interface Identity {
  readonly account: string
  readonly arn: string
  readonly region: string
  /** Where the credentials came from. */
  readonly source: 'github-oidc' | 'default-chain' | 'recipe-keys'
  /** The roles assumed, first to last. */
  readonly roles: readonly string[]
}

/** Exact numbers of a run. `written + accepted + unchanged + rejected + undelivered = produced`, always. */
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
  readonly filtered: number
  readonly listing: Listing
}

/** Equal failures counted together: `count` is exact, `resources` is a sample. */
export interface FailureGroup extends Omit<Failure, 'resource'> {
  readonly count: number
  readonly resources: readonly string[]
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

/** The whole of a run, as report.json holds it (`dist/schema/report.schema.json`). Renderers read this and nothing else. */
export interface RunReport {
  readonly schema: 1
  readonly kind: 'ingest'
  readonly tool: { readonly name: string; readonly version: string }
  readonly runId: string
  readonly pipelineName: string | null
  readonly recipe: string
  readonly dryRun: boolean
  readonly status: RunStatus
  /** 0 done · 1 something was lost · 2 the input is wrong · 3 could not begin (report/exit-code.ts). */
  readonly exitCode: number
  /** ISO 8601, UTC. */
  readonly startedAt: string
  /** Seconds. */
  readonly durationSeconds: number
  readonly identity: Identity | null
  /** Where it was written to: the GMS origin or a file name, and the server's version where it tells one. */
  readonly sink: { readonly type: string; readonly target: string; readonly version: string | null }
  readonly counts: Counts
  readonly databases: readonly DatabaseReport[]
  readonly filtered: readonly FilteredGroup[]
  readonly failures: readonly FailureGroup[]
  readonly warnings: readonly FailureGroup[]
  readonly notices: readonly FailureGroup[]
}
