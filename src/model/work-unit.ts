import type { Json, JsonObject } from '../core/json.ts'

/** DataHub entity types that this program writes. */
export type EntityType =
  | 'dataset'
  | 'container'
  | 'tag'
  | 'glossaryTerm'
  | 'dataFlow'
  | 'dataJob'
  | 'schemaField'
  | 'structuredProperty'
  | 'platformResource'
  | 'query'
  | 'dataProduct'
  | 'dataHubIngestionSource'
  | 'dataHubExecutionRequest'

/** `UPSERT` replaces the whole aspect; `PATCH` applies a JSON patch to what the server holds. */
export type ChangeType = 'UPSERT' | 'PATCH'

/**
 * One aspect of one entity on its way to DataHub: the smallest thing that is written, counted and accounted for.
 * The same as a MetadataChangeProposal (MCP), before it is serialised.
 */
export interface WorkUnit {
  readonly urn: string
  readonly entityType: EntityType
  readonly aspectName: string
  readonly changeType: ChangeType
  /** The aspect's content as GMS reads it, or for `PATCH` the list of JSON-patch operations. */
  readonly aspect: JsonObject | readonly Json[]
  /** The Glue resource it came from, `database` or `database.table`; absent for what a processor made at the end. */
  readonly origin?: string
}

/** A work unit whose content has become a string: once, for size limits, fingerprints and every sink alike. */
export interface SerialisedWorkUnit extends Omit<WorkUnit, 'aspect'> {
  /** ASCII-only JSON (core/json.ts asciiJson): its length is its size in bytes. */
  readonly value: string
}

/** What became of a work unit. Every one that is produced ends in exactly one of these. */
export type OutcomeKind = 'written' | 'accepted' | 'unchanged' | 'rejected' | 'undelivered'

/** The fate of one work unit, as a sink reports it. */
export interface Outcome {
  readonly unit: SerialisedWorkUnit
  /**
   * - `written`: GMS stored it · `accepted`: GMS queued it (asynchronous mode) · `unchanged`: not sent, the same as before
   * - `rejected`: GMS refused it, and would again · `undelivered`: it could not be sent
   */
  readonly kind: OutcomeKind
  /** GMS's message or the network's, for `rejected` and `undelivered`. */
  readonly reason?: string
  /** Of what is `rejected`: the token lacks a privilege for it, and nothing is wrong with what was sent. */
  readonly isDenied?: true
}
