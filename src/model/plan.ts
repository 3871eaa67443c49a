import type { Diagnostic } from '../core/diagnostic.ts'
import type { ColumnChanges } from './change.ts'
import type { Listing } from './event.ts'
import type { FailureGroup, Identity, RunStatus, Stop, ToolInfo } from './report-parts.ts'

/**
 * What a change of recipes would do, and what a run of a recipe would do: nothing of it is done. Renderers, the comment on a
 * pull request and plan.json read this and nothing else.
 */
export interface PlanReport {
  readonly schema: 1
  readonly kind: 'plan'
  readonly tool: ToolInfo
  readonly status: RunStatus
  /** 0 · 1 the plan is not whole · 2 a head recipe is wrong · 3 it could not begin (report/exit-code.ts). */
  readonly exitCode: number
  /** ISO 8601, UTC. */
  readonly startedAt: string
  /** Seconds. */
  readonly durationSeconds: number
  /** Why not even the first recipe was looked at; null: each plan tells its own story. */
  readonly stopped: Stop | null
  /** What the files were compared with: a commit's full sha; null: nothing, each recipe is planned as if it were new. */
  readonly base: string | null
  /** Tables, views and databases, summed over the recipes. */
  readonly counts: PlanCounts
  /** Recipes that the change touches, by path; none: the change touches no recipe. */
  readonly recipes: readonly RecipePlan[]
}

/** Entities (datasets and containers) that this edit lets in, makes otherwise, or leaves out. */
export interface PlanCounts {
  readonly toAdd: number
  readonly toChange: number
  readonly toRemove: number
}

/** What becomes of one recipe. */
export interface RecipePlan {
  /** Path relative to the repository's root. */
  readonly recipe: string
  readonly pipelineName: string | null
  /** What happened to the file between base and head. */
  readonly edit: 'added' | 'modified' | 'removed' | 'unchanged'
  /** Its path in base, when it was renamed; null: it was not. */
  readonly renamedFrom: string | null
  /** What there is to say about the head's text, worst first. With an error among it nothing else is known. */
  readonly diagnostics: readonly Diagnostic[]
  /** What the edit says otherwise, option by option, in the order of the head's text. */
  readonly options: readonly OptionChange[]
  /** Who the catalogue was read as; null: it was not read. */
  readonly identity: Identity | null
  /** Why the catalogue was not read, such as a fork's missing token, or not to its end; null: it was read. */
  readonly unread: PlanGap | null
  readonly counts: PlanCounts
  /** Ordered by name; only those with something in them. Empty as long as `unread` says that nothing was read. */
  readonly databases: readonly DatabasePlan[]
  /** What is neither database nor table of the recipe, such as jobs and tags: entity type → how many. */
  readonly others: Readonly<Record<string, PlanCounts>>
  /** Aspect name → how many entities it would be written otherwise for, most first. */
  readonly aspects: Readonly<Record<string, number>>
  /** Compared with what DataHub holds; null: DataHub was not asked, see `unasked`. */
  readonly held: HeldPlan | null
  /** Why DataHub was not asked; null: it was. */
  readonly unasked: PlanGap | null
  /** What stale removal would do at the next run; null: the recipe removes nothing, or it is not known, see `unasked`. */
  readonly stale: StalePlan | null
  readonly failures: readonly FailureGroup[]
  readonly warnings: readonly FailureGroup[]
}

/** Something that the plan does not know, and why. */
export interface PlanGap {
  /** Stable identifier in kebab-case, such as `fork-has-no-token`. */
  readonly code: string
  readonly message: string
  readonly cure?: string
  /** Who has to act, as a Stop's kind; null: nobody, and the plan is good as it is (a fork, no credentials). */
  readonly fault: Stop['kind'] | null
}

/** One option that base and head say otherwise, as written: variables are not expanded, secrets are not shown. */
export interface OptionChange {
  /** `source.config.table_pattern.deny[0]`. */
  readonly path: string
  /** JSON of the value in base; null: it was not set. */
  readonly before: string | null
  /** JSON of the value in head; null: it is not set. */
  readonly after: string | null
  /** Why the plan goes by base's value all the same, such as a server that only the head names; null: it does not. */
  readonly heldBack: string | null
}

/** What becomes of one database. Counts are exact, `entities` is a sample. */
export interface DatabasePlan {
  readonly name: string
  /** The database itself. */
  readonly change: 'enters' | 'leaves' | 'changes' | 'stays'
  /** How far its listing for the head came. */
  readonly listing: Listing
  readonly counts: PlanCounts
  /** Those that leave first, then those that break readers, then the others; each by name. */
  readonly entities: readonly EntityPlan[]
}

/** What becomes of one table, view or database. */
export interface EntityPlan {
  /** `database` or `database.table`. */
  readonly name: string
  readonly urn: string
  readonly kind: 'database' | 'table' | 'view'
  readonly change: 'add' | 'change' | 'remove'
  /** The rule of the recipe that lets it in or keeps it out, such as `table_pattern`; null: no rule, as with a change. */
  readonly rule: string | null
  /** Names of aspects that would be otherwise, in order; empty unless it changes. */
  readonly aspects: readonly string[]
  /** null: columns stay as they are, or it enters or leaves. */
  readonly columns: ColumnChanges | null
}

/** The next run compared with what DataHub holds. */
export interface HeldPlan {
  /** Entities of the next run. */
  readonly of: number
  /** How many of them DataHub was asked about: the first ones where there are very many. */
  readonly asked: number
  /** Entities that DataHub does not hold yet. */
  readonly toAdd: number
  /** Entities of which DataHub holds an aspect otherwise. */
  readonly toChange: number
  readonly unchanged: number
}

/** What stale removal would do at the next run. */
export interface StalePlan {
  /** Exact. */
  readonly count: number
  /** Urns; a sample where there are many. */
  readonly removed: readonly string[]
  /** Why entities of earlier runs that the next run would not see stay. */
  readonly kept: readonly FailureGroup[]
}
