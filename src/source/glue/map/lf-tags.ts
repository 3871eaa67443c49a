import { tagUrn } from '../../../datahub/tag-urn.ts'
import type { LfTagPair, ResourceLfTags } from '../../../model/lf-tags.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import { recordsOf, textOf } from './record-values.ts'

/** One value of a Lake Formation tag (the peer's LakeFormationTag). */
export interface LfTag {
  readonly key: string
  /** null: the tag has no value, which an empty one counts as. */
  readonly value: string | null
  /** The account that owns the tag, where AWS tells. */
  readonly catalog: string | undefined
  /** The tag's urn in DataHub; null when DataHub can have no such tag. */
  readonly urn: string | null
  /** Key and value as they are shown and compared: short, without line breaks. */
  readonly shownKey: string
  readonly shownValue: string | null
}

/** The tags of a table, or of a column, by where they come from. */
export interface ResolvedTags {
  readonly direct: readonly LfTag[]
  /** What is inherited from above. */
  readonly propagated: readonly LfTag[]
}

/** What Lake Formation says of a table. */
export interface TableLfTags extends ResolvedTags {
  /** What is assigned to columns, by name; empty where the recipe does not want it. */
  readonly columns: ReadonlyMap<string, readonly LfTag[]>
  /** What every column inherits; null where nothing is. */
  readonly inherited: readonly LfTag[] | null
}

type LfOptions = NonNullable<GlueOptions['lakeFormationTags']>

/** The tags that are assigned to a database. */
export const databaseLfTags = (answer: ResourceLfTags): readonly LfTag[] => lfTags(answer.LFTagOnDatabase)

/** Resolves the answer for a table (glue.py get_table_lf_tags, _resolve_table_lf_tags). */
export function tableLfTags(answer: ResourceLfTags, { propagate, columns }: LfOptions): TableLfTags {
  const direct = lfTags(answer.LFTagsOnTable)
  const propagated = propagate ? notAssigned(lfTags(answer.LFTagOnDatabase), direct) : []
  return {
    direct,
    propagated,
    columns: columns ? columnLfTags(answer) : new Map(),
    inherited: columns && propagate ? [...direct, ...propagated] : null
  }
}

/** The tags of one column: its own, and for other keys what it inherits (glue.py _apply_column_lf_tags). */
export function columnTagsOf(column: string, { columns, inherited }: TableLfTags): ResolvedTags {
  const direct = columns.get(column) ?? []
  return { direct, propagated: inherited === null ? [] : notAssigned(inherited, direct) }
}

/** Inherited tags whose keys are not assigned below, a key once: of several values the first alone is inherited. */
function notAssigned(inherited: readonly LfTag[], assigned: readonly LfTag[]): readonly LfTag[] {
  const keys = new Set(assigned.map((tag) => tag.shownKey))
  return inherited.filter((tag) => {
    if (keys.has(tag.shownKey)) return false
    keys.add(tag.shownKey)
    return true
  })
}

function columnLfTags(answer: ResourceLfTags): ReadonlyMap<string, readonly LfTag[]> {
  const columns = new Map<string, readonly LfTag[]>()
  for (const { Name, LFTags } of recordsOf(answer.LFTagsOnColumns)) {
    const tags = lfTags(LFTags)
    if (typeof Name === 'string' && tags.length > 0) columns.set(Name, tags)
  }
  return columns
}

/** One tag a value; what has no key is none. */
function lfTags(pairs: readonly LfTagPair[] | undefined): readonly LfTag[] {
  const tags: LfTag[] = []
  for (const { TagKey, TagValues, CatalogId } of recordsOf(pairs)) {
    const key = textOf(TagKey) ?? ''
    if (key === '') continue
    for (const value of Array.isArray(TagValues) ? TagValues : []) tags.push(lfTag(key, textOf(value) ?? '', CatalogId))
  }
  return tags
}

function lfTag(key: string, text: string, catalog: string | undefined): LfTag {
  const value = text === '' ? null : text
  return {
    key,
    value,
    catalog,
    urn: tagUrn(value === null ? key : `${key}:${value}`),
    shownKey: shortened(key.replace(/[ \t\n\r]/g, '_'), ''),
    shownValue: value === null ? null : shortened(value.replace(/[\t\n\r]/g, ' '), '...')
  }
}

const MOST_CHARACTERS = 50

/** At most fifty characters, of which `ending` takes some (the peer's RestrictedText). */
function shortened(text: string, ending: string): string {
  if (text.length <= MOST_CHARACTERS) return text
  const characters = Array.from(text)
  if (characters.length <= MOST_CHARACTERS) return text
  return characters.slice(0, MOST_CHARACTERS - ending.length).join('') + ending
}
