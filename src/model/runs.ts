/** A run as DataHub knows it. */
export interface RunRow {
  readonly runId: string
  /** Aspects whose newest version is the run's. */
  readonly aspects: number
  /** When it was last seen to write, ISO 8601. */
  readonly at: string
  /** `SUCCESS`, `FAILURE`, `CANCELLED` or `RUNNING`; null: it is not among the ingestion sources' runs. */
  readonly status: string | null
  /** The ingestion source that it belongs to, as the ingestion tab names it; null: none. */
  readonly source: string | null
}

/** What `runs` found. */
export interface RunsResult {
  /** The server that was asked. */
  readonly server: string
  readonly runs: readonly RunRow[]
}

/** What `restore` did, or would do. */
export interface RestoreResult {
  readonly server: string
  readonly runId: string
  readonly dryRun: boolean
  /** Urns that were brought back; in a dry run: that would be. */
  readonly restored: readonly string[]
  /** Entities that the run removed and that are not removed any more. */
  readonly already: number
  readonly failed: readonly { readonly urn: string; readonly message: string }[]
  /** As of RollbackResult. */
  readonly forgotten: boolean | null
}

/** What `rollback` did, or would do. */
export interface RollbackResult {
  readonly server: string
  readonly runId: string
  readonly dryRun: boolean
  /** Entities that the run made, and that go with it. */
  readonly entities: number
  /** Aspects that become what they were before. */
  readonly aspects: number
  /** Aspects that others have written on entities that go. */
  readonly hidden: number
  /** Entities that stay, because others have written to them. */
  readonly unsafe: readonly string[]
  /** A sample of the aspects. */
  readonly sample: readonly { readonly urn: string; readonly aspect: string }[]
  /** Whether the next incremental run is known to send everything; null: it is not known of which pipeline the run was. */
  readonly forgotten: boolean | null
}
