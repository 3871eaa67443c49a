import type { JsonObject } from '../../core/json.ts'

/**
 * What is known of a table besides its record: each member is found out by one inquiry (inquiries.ts) and absent where
 * the recipe does not ask for it. The mapping takes a table and its facts, and stays pure.
 */
export interface TableFacts {
  /** The schemaMetadata of the table that a resource link shows; null when nobody could tell. */
  readonly ownerSchema?: JsonObject | null
  /** The schemaMetadata that DataHub holds of the table's storage; null when it holds none. */
  readonly storageSchema?: JsonObject | null
}

/** The same for a database. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by the inquiries
export interface DatabaseFacts {}
