import type { JsonObject } from '../../core/json.ts'
import type { LfTag, TableLfTags } from './map/lf-tags.ts'

/**
 * What is known of a table besides its record: each member is found out by one inquiry (inquiries.ts) and absent where
 * the recipe does not ask for it. The mapping takes a table and its facts, and stays pure.
 */
export interface TableFacts {
  /** The schemaMetadata of the table that a resource link shows; null when nobody could tell. */
  readonly ownerSchema?: JsonObject | null
  /** The schemaMetadata that DataHub holds of the table's storage; null when it holds none. */
  readonly storageSchema?: JsonObject | null
  /** What Lake Formation says of the table; absent where it could not be asked. */
  readonly lfTags?: TableLfTags
  /** When it said so, in milliseconds since the epoch. */
  readonly lfTagsAt?: number
  /** Urns of the tags that the table's bucket and folder have in S3, and of those that DataHub holds beside them. */
  readonly s3Tags?: readonly string[]
}

/** The same for a database. */
export interface DatabaseFacts {
  /** The Lake Formation tags that are assigned to it; absent where it could not be asked. */
  readonly lfTags?: readonly LfTag[]
}
