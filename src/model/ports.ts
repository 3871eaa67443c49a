import type { JsonObject } from '../core/json.ts'
import type { Emit } from './event.ts'
import type { Outcome, SerialisedWorkUnit, WorkUnit } from './work-unit.ts'

/** A list of things that travel together, in order. Stages hand on pages, not single things, to keep them cheap. */
export type Page<T> = readonly T[]

/** Where metadata comes from: work units, page by page, in the order in which DataHub should see them. */
export interface Source {
  read(emit: Emit): AsyncIterable<Page<WorkUnit>>
}

/** A processor or transformer: work units in, work units out, in order. At the end of its input it may add more. */
export type Stage = (units: AsyncIterable<Page<WorkUnit>>) => AsyncIterable<Page<WorkUnit>>

/** Where metadata goes. Pulls its input as fast as it can deliver, and reports the fate of every work unit. */
export interface Sink {
  deliver(units: AsyncIterable<Page<SerialisedWorkUnit>>, emit: Emit): AsyncIterable<Page<Outcome>>
}

/** Reads what DataHub holds. Asked for many things at once, it asks GMS in few requests and no more than it can bear. */
export interface MetadataReader {
  /**
   * The aspect of one entity, null when the entity has none.
   * @throws AppError (cannot-begin) that says what GMS answered, when it did not tell.
   */
  aspect(urn: string, aspectName: string): Promise<JsonObject | null>
  /**
   * The entities of a type, such as `domain`, whose name is this one; the first ones where there are many.
   * @throws AppError (cannot-begin), as above.
   */
  urnsNamed(entityType: string, name: string): Promise<readonly string[]>
}

/** What is searched for in DataHub. */
export interface EntitySearch {
  readonly entityType: string
  /** In the syntax of Elasticsearch's query strings. */
  readonly query: string
  readonly aspectName: string
}

/** Searches what DataHub holds. */
export interface MetadataSearch {
  /**
   * One aspect of every entity of a type that is found, in the order of their finding; those without it are left out.
   * @throws AppError (cannot-begin) that says what GMS answered, when it did not tell.
   */
  search(wanted: EntitySearch): Promise<readonly JsonObject[]>
}

/**
 * Whether something that a listing did not show is still in the catalogue.
 * - `gone`: it does not exist · `there`: it exists · `left-out`: the recipe, as it is now, does not make it
 * - `hidden`: AWS keeps it from the caller · `not-allowed`: the caller may not ask · `unknown`: AWS did not tell
 */
export type Presence = 'gone' | 'there' | 'left-out' | 'hidden' | 'not-allowed' | 'unknown'

/**
 * Asks the catalogue for single resources. `urn`: what stands for the resource in DataHub, to tell whether it still would;
 * null: that does not matter.
 */
export interface Existence {
  database(name: string, urn: string | null): Promise<Presence>
  table(database: string, name: string, urn: string): Promise<Presence>
  job(name: string, urn: string): Promise<Presence>
}

/** Lines for a person to read. What matters to the outcome is an Event instead. */
export interface Logger {
  debug(message: string): void
  info(message: string): void
  notice(message: string): void
  warning(message: string): void
  error(message: string): void
}

/** Registers a value that must never appear in any output. */
export type Mask = (secret: string) => void
