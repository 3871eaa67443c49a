import type { JsonObject } from '../../core/json.ts'
import type { DagRunDocument } from '../../model/dag-run.ts'
import type { DagDeps, DagRequest } from '../../model/request.ts'
import type { Redactor } from '../../report/redact.ts'

/** What a run is made in. */
export interface RunMeans {
  readonly request: DagRequest
  readonly deps: DagDeps
  readonly redactor: Redactor
  readonly document: DagRunDocument
}

/** What a run is made in, once its folder is its own. */
export interface FolderMeans extends RunMeans {
  /** Where the DAG's record lies. */
  readonly folder: string
}

/** What a run is made in, once its params are known. */
export interface PerformMeans extends FolderMeans {
  readonly params: JsonObject
}
