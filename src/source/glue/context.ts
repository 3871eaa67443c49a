import type { Clock } from '../../core/clock.ts'
import type { Emit } from '../../model/event.ts'
import type { MetadataReader, MetadataSearch } from '../../model/ports.ts'
import type { GlueOptions } from '../../model/recipe.ts'
import type { GlueClientLike, LakeFormationLike, S3Like, Whereabouts } from './read/client.ts'

/** What the source is lent for a run. */
export interface GlueSourceDeps {
  readonly client: GlueClientLike
  /** Asked only when the recipe wants Lake Formation's tags. */
  readonly lakeFormation: LakeFormationLike
  /** Asked only for scripts of jobs and for tags of buckets and objects. */
  s3(): Promise<S3Like>
  readonly where: Whereabouts
  /** Reads what DataHub holds; null where there is none to ask. */
  readonly datahub: MetadataReader | null
  /** Searches it; null for the same. */
  readonly search: MetadataSearch | null
  /** What a thread that reads SQL runs: it has to call serveSql. Absent: SQL is read in this thread. */
  readonly sqlThread?: URL
  readonly clock: Clock
  /** Ends the reading; what was read stays read. */
  readonly signal: AbortSignal
}

/** What every part of the source works with. */
export interface SourceContext extends GlueSourceDeps {
  readonly options: GlueOptions
  readonly emit: Emit
}
