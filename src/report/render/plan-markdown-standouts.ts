import type { DatabasePlan, EntityPlan, RecipePlan } from '../../model/plan.ts'
import { formatNoun } from './format.ts'
import { cell, heading, row, table } from './html.ts'
import { name, sentence, someOf, value } from './plan-markdown-names.ts'
import { breaksReaders } from './plan-markdown-words.ts'
import { changeOf, LISTING } from './words.ts'

/** One thing that a reviewer should not overlook. */
interface StandOut {
  readonly what: string
  /** Which, as lines of HTML; at most `samples` of them. */
  readonly lines: readonly string[]
  /** How many there are. */
  readonly count: number
}

/**
 * What must not be overlooked in a recipe's plan, as a table; null: nothing. What leaves, what breaks readers, what would
 * be deleted, which edit is not gone by, which databases were not listed to their end.
 * @param samples Names shown of each.
 */
export function standOutTable(recipe: RecipePlan, samples: number): string | null {
  const found = [leaving, breaking, deleted, heldBack, unlisted].flatMap((look) => look(recipe, samples))
  if (found.length === 0) return null
  const rows = found.map(({ what, lines, count }) => row(cell(`⚠️ <b>${what}</b>`), cell(someOf(lines, count))))
  return table([heading('What stands out', 'Which'), ...rows])
}

function leaving({ databases, counts }: RecipePlan, samples: number): readonly StandOut[] {
  if (counts.toRemove === 0) return []
  const lines = entitiesOf(databases)
    .filter(({ change }) => change === 'remove')
    .slice(0, samples)
    .map((entity) => `${name(entity.name)}${reasonOf(entity)}`)
  return [
    {
      what: `${formatNoun(counts.toRemove, 'entity', 'entities')} would no longer be ingested`,
      lines,
      count: counts.toRemove
    }
  ]
}

const reasonOf = ({ rule }: EntityPlan): string => (rule === null ? '' : ` by ${name(rule)}`)

function breaking({ databases }: RecipePlan, samples: number): readonly StandOut[] {
  const found = entitiesOf(databases).filter(({ columns }) => breaksReaders(columns))
  if (found.length === 0) return []
  const least = isSampled(databases) ? 'At least ' : ''
  return [
    {
      what: `${least}${formatNoun(found.length, 'table')} would lose a column, or have one of another type`,
      lines: found.slice(0, samples).map((entity) => `${name(entity.name)}: ${columnsOf(entity)}`),
      count: found.length
    }
  ]
}

/** How the columns of an entity change; '' where they stay. */
export const columnsOf = ({ columns, urn }: EntityPlan): string =>
  columns === null ? '' : sentence(changeOf({ ...columns, urn, kind: 'changed' }))

const isSampled = (databases: readonly DatabasePlan[]): boolean =>
  databases.some(
    ({ counts, entities }) => counts.toChange > entities.filter(({ change }) => change === 'change').length
  )

function deleted({ stale }: RecipePlan, samples: number): readonly StandOut[] {
  if (stale === null || stale.count === 0) return []
  return [
    {
      what: `Stale removal would delete ${formatNoun(stale.count, 'entity', 'entities')} from DataHub at the next run`,
      lines: stale.removed.slice(0, samples).map(name),
      count: stale.count
    }
  ]
}

function heldBack({ options }: RecipePlan, samples: number): readonly StandOut[] {
  const held = options.flatMap(({ path, heldBack: why }) => (why === null ? [] : [`${value(path)}: ${sentence(why)}`]))
  if (held.length === 0) return []
  const what = `${formatNoun(held.length, 'option is', 'options are')} held back: the plan does not go by what the edit says`
  return [{ what, lines: held.slice(0, samples), count: held.length }]
}

function unlisted({ databases }: RecipePlan, samples: number): readonly StandOut[] {
  const found = databases.filter(({ listing }) => listing === 'incomplete' || listing === 'denied')
  if (found.length === 0) return []
  return [
    {
      what: `${formatNoun(found.length, 'database')} not listed to the end: there may be more`,
      lines: found.slice(0, samples).map((database) => `${name(database.name)}: ${LISTING[database.listing]}`),
      count: found.length
    }
  ]
}

const entitiesOf = (databases: readonly DatabasePlan[]): readonly EntityPlan[] =>
  databases.flatMap(({ entities }) => entities)

/** How many entities each aspect changes of. */
export function aspectLines(aspects: RecipePlan['aspects'], most: number): string {
  const all = Object.entries(aspects)
  return someOf(
    all.slice(0, most).map(([aspect, count]) => `${name(aspect)}: ${formatNoun(count, 'entity', 'entities')}`),
    all.length
  )
}
