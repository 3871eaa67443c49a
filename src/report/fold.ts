import type { Event, Failure, Listing, ResourceKind } from '../model/event.ts'
import type { Counts, DatabaseReport, RunReport } from '../model/report.ts'
import type { FailOn } from '../model/request.ts'
import { Changes } from './changes.ts'
import { type Mutable, noCounts } from './counts.ts'
import { verdictOf } from './exit-code.ts'
import { FailureGroups, FilteredGroups, RetryGroups } from './groups.ts'
import { byCodeUnit } from './sample.ts'

/** What the events of a run do not tell: where it began and how it ended. */
export interface RunEnd
  extends Pick<
    RunReport,
    | 'runId'
    | 'pipelineName'
    | 'recipe'
    | 'dryRun'
    | 'startedAt'
    | 'durationSeconds'
    | 'identity'
    | 'sink'
    | 'stopped'
    | 'deadLetters'
    | 'diagnostics'
  > {
  readonly failOn: FailOn
}

/**
 * Folds the events of one recipe's run into its report. Counts are exact; names are sampled; memory grows with the
 * number of databases and not with the number of tables.
 *
 * A database is `read` once, and its tables and views each once, as read, filtered or skipped; a database without a
 * `listing-ended` counts as one whose listing broke off.
 */
export class ReportFold {
  readonly #counts = noCounts()
  readonly #databases = new Map<string, Mutable<DatabaseReport>>()
  readonly #groups = { failure: new FailureGroups(), warning: new FailureGroups(), notice: new FailureGroups() }
  readonly #leftOut = new FilteredGroups()
  readonly #retries = new RetryGroups()
  readonly #changes = new Changes()
  readonly #removed: string[] = []
  readonly #kept = new FailureGroups()
  #databasesComplete = true
  #isAccounted = false

  /** Counts one event. Never throws. */
  add(event: Event): void {
    switch (event.type) {
      case 'databases-listed':
        this.#databasesComplete &&= event.complete
        return
      case 'read':
        this.#read(event.kind, event.database)
        return
      case 'filtered':
        this.#leftOut.add(event.rule, event.kind, event.name)
        this.#leave('filtered', event)
        return
      case 'skipped':
        this.#leftOut.add(event.failure.code, event.kind, event.name, event.failure.message)
        this.#leave('skipped', event)
        return
      case 'failed':
        this.#groups[event.severity].add(event.failure)
        return
      case 'listing-ended':
        this.#database(event.database).listing = event.listing
        return
      case 'jobs-listed':
        return
      case 'changes-known':
        this.#changes.begin()
        return
      case 'changed':
        this.#changes.add(event.change, event.isRead)
        return
      case 'removed':
        this.#counts.removed += 1
        this.#removed.push(event.urn)
        return
      case 'kept':
        this.#counts.kept += 1
        this.#kept.add({ ...event.failure, resource: event.urn })
        return
      case 'produced':
        this.#counts.produced += event.count
        return
      case 'delivered':
        this.#counts[event.kind] += event.count
        return
      case 'retried':
        this.#counts.retried += 1
        this.#retries.add(event.service, event.reason)
        return
    }
  }

  /** The report of everything added so far. To be called when the run has ended, and again when more was added. */
  finish(end: RunEnd): RunReport {
    const { failOn, ...told } = end
    const databases = [...this.#databases.values()].sort((a, b) => byCodeUnit(a.name, b.name))
    this.#account(end, databases)
    const run = {
      ...told,
      counts: { ...this.#counts },
      databases,
      filtered: this.#leftOut.toList(),
      changes: this.#changes.toReport(),
      removed: this.#removed,
      kept: this.#kept.toList(),
      failures: this.#groups.failure.toList(),
      warnings: this.#groups.warning.toList(),
      notices: this.#groups.notice.toList(),
      retries: this.#retries.toList()
    }
    return { ...run, ...verdictOf(run, failOn) }
  }

  #read(kind: ResourceKind, database: string): void {
    const report = this.#database(database)
    if (kind === 'database') this.#counts.databases += 1
    else {
      const counted = kind === 'table' ? 'tables' : 'views'
      this.#counts[counted] += 1
      report[counted] += 1
    }
  }

  #leave(
    fate: 'filtered' | 'skipped',
    event: { readonly kind: ResourceKind; readonly name: string; readonly database?: string }
  ): void {
    this.#counts[fate] += 1
    if (event.kind === 'database') return
    const report = event.database === undefined ? this.#ownerOf(event.name) : this.#database(event.database)
    if (report !== undefined) report[fate] += 1
  }

  /** The known database that `database.table` is in; database names may hold dots too. */
  #ownerOf(name: string): Mutable<DatabaseReport> | undefined {
    for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      const report = this.#databases.get(name.slice(0, dot))
      if (report !== undefined) return report
    }
    return undefined
  }

  #database(name: string): Mutable<DatabaseReport> {
    const known = this.#databases.get(name)
    if (known !== undefined) return known
    const report: Mutable<DatabaseReport> = {
      name,
      tables: 0,
      views: 0,
      filtered: 0,
      skipped: 0,
      listing: 'incomplete'
    }
    this.#databases.set(name, report)
    return report
  }

  /** Adds what the numbers say and no event did: a loss never goes without a line that names it. */
  #account(end: RunEnd, databases: readonly DatabaseReport[]): void {
    if (this.#isAccounted) return
    this.#isAccounted = true
    const mismatch = mismatchOf(this.#counts, end.dryRun)
    if (mismatch !== null) this.#groups.failure.add(mismatch)
    if (!this.#groups.failure.isEmpty || end.stopped !== null) return
    if (!this.#databasesComplete) this.#groups.failure.add(DATABASES_INCOMPLETE)
    for (const { name, listing } of databases) {
      const failure = LISTING_FAILURES[listing]
      if (failure !== null) this.#groups.failure.add({ ...failure, resource: name })
    }
    if (this.#counts.rejected + this.#counts.undelivered > 0) this.#groups.failure.add(NOT_DELIVERED)
  }
}

/**
 * Delivery is accounted: every work unit that entered the sink has left it in exactly one way. A dry run has no sink,
 * so there only what is unchanged leaves.
 */
function mismatchOf(counts: Counts, dryRun: boolean): Failure | null {
  const { produced, written, accepted, unchanged, rejected, undelivered } = counts
  const accounted = written + accepted + unchanged + rejected + undelivered
  if (accounted === produced || (dryRun && accounted === unchanged)) return null
  return {
    code: 'accounting-mismatch',
    message: `${produced} work units were produced, and the fate of ${accounted} is known`,
    cure: 'Run it again; if it comes back, report it as a defect of this program together with report.json'
  }
}

const DATABASES_INCOMPLETE: Failure = {
  code: 'database-listing-incomplete',
  message: 'The list of databases broke off, so some may be missing'
}

const NOT_DELIVERED: Failure = { code: 'not-delivered', message: 'Some work units did not reach DataHub' }

const LISTING_FAILURES: Readonly<Record<Listing, Failure | null>> = {
  complete: null,
  empty: null,
  incomplete: { code: 'listing-incomplete', message: 'The list of its tables broke off, so some may be missing' },
  denied: { code: 'listing-denied', message: 'AWS refused the list of its tables' }
}
