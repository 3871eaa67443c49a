import type { Failure } from '../../model/event.ts'

/** A failure or warning that a decision comes with. */
export interface Told {
  readonly severity: 'failure' | 'warning'
  readonly failure: Failure
}

/** Why something that a run did not see stays in DataHub. */
export const KEPT = {
  foreign: {
    code: 'kept-not-owned',
    message: 'Other sources may use it too: it is no longer followed, and not removed'
  },
  denied: { code: 'kept-listing-denied', message: 'AWS refused the list of its database, so it may still be there' },
  incomplete: { code: 'kept-listing-incomplete', message: 'The list of its database broke off' },
  there: { code: 'kept-still-there', message: 'No list shows it, and AWS Glue still has it' },
  hidden: {
    code: 'kept-hidden',
    message: 'AWS Glue does not show it to this role, which says nothing about whether it exists',
    cure: 'Where Lake Formation governs the catalogue, grant DESCRIBE on it to the role'
  },
  unknown: { code: 'kept-not-confirmed', message: 'AWS Glue could not be asked whether it is gone' },
  missingOnce: {
    code: 'kept-missing-once',
    message: 'It was not there for the first time: when the next complete run does not see it either, it goes',
    cure: 'Nothing has to be done; to have it confirmed at once, allow glue:GetTable and glue:GetDatabase to the role'
  },
  emptied: {
    code: 'kept-database-emptied',
    message: 'Its database has lost all of its tables at once: when the next complete run finds none either, it goes'
  },
  jobs: { code: 'kept-jobs-incomplete', message: 'The jobs could not all be read, so it may still be there' },
  threshold: {
    code: 'kept-fail-safe',
    message: 'Too much of its database is gone at once (fail_safe_threshold)'
  },
  skipped: { code: 'kept-removal-skipped', message: 'Nothing was removed in this run' }
} as const satisfies Readonly<Record<string, Failure>>

export type KeptFor = keyof typeof KEPT

const SAFE = 'Mend what failed; what is gone is removed by the next run that comes to its end without a loss'

/** Why nothing at all is removed in a run. */
export const SKIPPED = {
  databases: {
    code: 'stale-removal-skipped',
    message: 'Nothing was removed: the list of databases broke off or was empty',
    cure: SAFE
  },
  lost: {
    code: 'stale-removal-skipped',
    message: 'Nothing was removed, and the state is not advanced: something was rejected or not delivered in this run',
    cure: SAFE
  },
  nothing: {
    code: 'stale-removal-skipped',
    message: 'Nothing was removed: the run made no metadata at all',
    cure: 'Check the patterns of the recipe, the region and the role; to remove everything, delete it in DataHub'
  }
} as const satisfies Readonly<Record<string, Failure>>

/** More is gone than the recipe allows. Shares in percent. */
export const overThreshold = (of: { missing: number; known: number; threshold: number }): Failure => ({
  code: 'fail-safe-threshold',
  message: `Nothing was removed: ${of.missing} of ${of.known} entities of earlier runs are missing, more than the fail_safe_threshold of ${of.threshold} %`,
  cure: 'Check that the role and the recipe still see everything; if it is really gone, raise `stateful_ingestion.fail_safe_threshold` for one run'
})

/** The same of one database: the others are not held up. */
export const databaseOverThreshold = (
  database: string,
  of: { missing: number; known: number; threshold: number }
): Failure => ({
  code: 'fail-safe-threshold-database',
  message: `Nothing of the database was removed: more than the fail_safe_threshold of ${of.threshold} % of its tables are missing`,
  cure: 'Check the database; if they are really gone, raise `stateful_ingestion.fail_safe_threshold` for one run',
  resource: `${database} (${of.missing} of ${of.known})`
})

/** The state was made from another catalogue: whatever is not in this one may be alive there. */
export const otherCatalogue = (last: string, current: string): Failure => ({
  code: 'state-of-another-catalogue',
  message: `Nothing was removed and no state is kept: the last run read ${last}, this one ${current}`,
  cure: 'Give each catalogue a recipe with a pipeline_name of its own; if the catalogue has moved for good, set `ignore_old_state: true` for one run'
})
