import type { NameForm } from '../../core/pattern-reach.ts'

/** States: nothing yet; something. */
const anything: NameForm = { step: () => 1, ends: (state) => state > 0 }

/** A form without some characters. */
const without = (form: NameForm, isOut: (character: string) => boolean): NameForm => ({
  ...form,
  step: (state, character) => (isOut(character) ? null : form.step(state, character))
})

const isUpper = (character: string): boolean => /[A-Z]/.test(character)

/** `database.table`. States: nothing yet; in the database's name; behind the dot; in the table's name. */
const twoParts: NameForm = {
  step(state, character) {
    if (state === 0) return character === '.' ? null : 1
    if (state === 1) return character === '.' ? 2 : 1
    return 3
  },
  ends: (state) => state === 3
}

const URN = 'urn:li:'

/** States: how much of the beginning has been seen. */
const urn: NameForm = {
  step: (state, character) => (state < URN.length ? (URN[state] === character ? state + 1 : null) : state),
  ends: (state) => state === URN.length
}

/**
 * What patterns are held against: Glue folds names to lower case, a table's is `database.table`, and what DataHub knows is
 * named by urns.
 */
export const NAMES = {
  any: anything,
  database: without(anything, (character) => isUpper(character) || character === '.'),
  databaseInAnyCase: without(anything, (character) => character === '.'),
  table: without(twoParts, isUpper),
  tableInAnyCase: twoParts,
  /** Domains of a Glue source are given to databases and to tables. */
  either: without(anything, isUpper),
  urn
} as const satisfies Readonly<Record<string, NameForm>>
