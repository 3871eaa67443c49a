import type { Clock } from '../../core/clock.ts'
import type { Emit } from '../../model/event.ts'
import type { MetadataReader } from '../../model/ports.ts'
import type { GlueOptions } from '../../model/recipe.ts'
import type { GlueClientLike, Whereabouts } from './read/client.ts'

/** What the source is lent for a run. */
export interface GlueSourceDeps {
  readonly client: GlueClientLike
  readonly where: Whereabouts
  /** Reads what DataHub holds; null for sinks without a GMS. */
  readonly datahub: MetadataReader | null
  readonly clock: Clock
  /** Ends the reading; what was read stays read. */
  readonly signal: AbortSignal
}

/** What every part of the source works with. */
export interface SourceContext extends GlueSourceDeps {
  readonly options: GlueOptions
  readonly emit: Emit
}
