import type { TableChange } from './change.ts'
import type { OutcomeKind } from './work-unit.ts'

/** What a Glue record is. */
export type ResourceKind = 'database' | 'table' | 'view'

/**
 * How far the listing of a database came. Only a `complete` one says anything about what is not in it.
 * - `incomplete`: it broke off · `denied`: AWS refused it · `empty`: complete, and nothing was in it
 */
export type Listing = 'complete' | 'incomplete' | 'denied' | 'empty'

/** The rule that kept a database or table out. */
export type FilterRule = 'database_pattern' | 'table_pattern' | 'catalog_id' | 'ignore_resource_links'

/** Something that went wrong, or that a user should know, about one resource. */
export interface Failure {
  /** Stable identifier in kebab-case, such as `glue-access-denied`. Equal codes are counted together. */
  readonly code: string
  /** What happened, in one line, without the resource's name and without secrets. */
  readonly message: string
  /** What it happened to: a `database.table`, a urn, a file. */
  readonly resource?: string
  /** How to mend it. */
  readonly cure?: string
}

/**
 * Everything that a run has to say about itself. Nothing is logged and forgotten: the report, the exit status, the log
 * and the progress lines are made from these and from nothing else.
 */
export type Event =
  /** The list of databases ended; when not `complete`, nothing can be concluded from a database's absence. */
  | { readonly type: 'databases-listed'; readonly complete: boolean; readonly count: number }
  | { readonly type: 'read'; readonly kind: ResourceKind; readonly database: string; readonly name: string }
  | {
      readonly type: 'filtered'
      readonly kind: ResourceKind
      /** `database`, or `database.table`. */
      readonly name: string
      readonly rule: FilterRule
      /** The database that a table or view is counted under. */
      readonly database?: string
    }
  /** Left out although no rule says so; `code` and `message` say why. Counted, and no warning. */
  | {
      readonly type: 'skipped'
      readonly kind: ResourceKind
      readonly name: string
      readonly failure: Failure
      readonly database?: string
    }
  /** `failure`: something was lost. `warning`: the run goes on without loss, but someone should look. `notice`: good to know. */
  | { readonly type: 'failed'; readonly severity: 'failure' | 'warning' | 'notice'; readonly failure: Failure }
  | { readonly type: 'listing-ended'; readonly database: string; readonly listing: Listing; readonly tables: number }
  /** The list of jobs ended; when not `complete`, nothing can be concluded from a job's absence. */
  | { readonly type: 'jobs-listed'; readonly complete: boolean }
  /** An entity of an earlier run that was removed in DataHub; in a dry run, that would be. */
  | { readonly type: 'removed'; readonly urn: string }
  /** An entity of an earlier run that this run did not see, and that stays; `failure` says why. */
  | { readonly type: 'kept'; readonly urn: string; readonly failure: Failure }
  /** What the last run held is known, so that changes can be told. */
  | { readonly type: 'changes-known' }
  /** A table that is otherwise than in the last run; `isRead`: whether its columns were compared. */
  | { readonly type: 'changed'; readonly change: TableChange; readonly isRead: boolean }
  /** Work units that entered the sink. */
  | { readonly type: 'produced'; readonly count: number }
  /** Work units that left the sink, by fate. */
  | { readonly type: 'delivered'; readonly kind: OutcomeKind; readonly count: number }
  /** A request that failed and is tried again; `after` milliseconds from now. */
  | { readonly type: 'retried'; readonly service: string; readonly reason: string; readonly after: number }

/** Hands one event to whoever keeps the report. Never throws, never waits. */
export type Emit = (event: Event) => void
