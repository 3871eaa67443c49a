import type { GlobalTags } from '../../../datahub/aspect-types.ts'
import type { TableFacts } from '../facts.ts'
import { columnTagsOf, type LfTag, type TableLfTags } from './lf-tags.ts'
import type { ColumnTags } from './schema-metadata.ts'
import { lfGlobalTags } from './tags.ts'

/** The urns from which tags are inherited: the database's container, and the table. */
export interface TagOrigins {
  readonly database: string
  readonly table: string
}

const NO_TAGS: TableLfTags = { direct: [], propagated: [], columns: new Map(), inherited: null }

/**
 * A table's tags. Where Lake Formation and S3 both have some the peer writes two aspects, of which the second replaces the
 * first (glue.py _extract_record); here they are one.
 */
export function tableTags(facts: TableFacts, { database }: TagOrigins): GlobalTags | null {
  const from = { origin: database, time: facts.lfTagsAt ?? 0 }
  return lfGlobalTags(facts.lfTags ?? NO_TAGS, from, facts.s3Tags)
}

/** The tags of a table's columns, by name. */
export function columnTags({ lfTags, lfTagsAt: time = 0 }: TableFacts, { table }: TagOrigins): ColumnTags {
  if (lfTags === undefined || (lfTags.columns.size === 0 && lfTags.inherited === null)) return () => null
  const from = { origin: table, time }
  const inherited = lfGlobalTags(columnTagsOf('', { ...lfTags, columns: new Map() }), from)
  return (column) => (lfTags.columns.has(column) ? lfGlobalTags(columnTagsOf(column, lfTags), from) : inherited)
}

/**
 * The tags for which DataHub keeps a platform resource: those of the table, unless DataHub can have none of them, and
 * those of its columns, each once by what is shown of it (glue.py _extract_record).
 */
export function linkedTags(lfTags: TableLfTags): readonly LfTag[] {
  const ofTable = [...lfTags.direct, ...lfTags.propagated]
  const shown = new Map<string, LfTag>()
  for (const tag of [...lfTags.columns.values()].flat()) {
    const key = JSON.stringify([tag.shownKey, tag.shownValue])
    if (!shown.has(key)) shown.set(key, tag)
  }
  return [...(ofTable.some((tag) => tag.urn !== null) ? ofTable : []), ...shown.values()]
}
