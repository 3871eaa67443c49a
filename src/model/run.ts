/** What marks everything that one run writes. */
export interface RunIdentity {
  /** `glue-2026_11_23-04_17_09-x7k2pq`, or the recipe's `run_id`. */
  readonly runId: string
  readonly pipelineName: string | null
}
