import type { RateLimits } from '../../aws/rate-limit.ts'
import type { AppDeps, RecipeInputs } from '../../model/request.ts'

/** What every check is lent. */
export interface Deps extends AppDeps {
  readonly inputs: RecipeInputs
  readonly limits: RateLimits
  /** null: nobody asked. */
  readonly maxAgeSeconds: number | null
  readonly columnStatistics: boolean
}
