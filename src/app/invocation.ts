import type { RateLimits } from '../aws/rate-limit.ts'
import type { Environment } from '../core/environment.ts'
import type { AppDeps, IngestRequest } from '../model/request.ts'

/** What all recipes of one invocation share. */
export interface Invocation {
  readonly request: IngestRequest
  readonly deps: AppDeps
  /** The variables that recipes may name. */
  readonly env: Environment
  readonly limits: RateLimits
}
