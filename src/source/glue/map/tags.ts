import type { GlobalTags, TagAssociation } from '../../../datahub/aspect-types.ts'
import { pythonJson } from '../../../datahub/python-json.ts'
import { byCodePoint, tagName } from '../../../datahub/tag-urn.ts'
import type { LfTag, ResolvedTags } from './lf-tags.ts'

/** Where inherited tags come from, and when that was found out. */
export interface Propagation {
  /** The urn of what the tags are assigned to. */
  readonly origin: string
  /** Milliseconds since the epoch. */
  readonly time: number
}

/**
 * The tags of a table or column, those that are inherited with the mark that DataHub shows as "propagated" (glue.py
 * _build_lf_global_tags). `others`: urns of tags from elsewhere. null when there are none.
 */
export function lfGlobalTags(
  { direct, propagated }: ResolvedTags,
  from: Propagation,
  others: readonly string[] = []
): GlobalTags | null {
  // Most tables and columns have none.
  if (direct.length + propagated.length + others.length === 0) return null
  const associations = new Map<string, TagAssociation>()
  for (const urn of urnsOf(direct)) associations.set(urn, { tag: urn })
  const inherited = urnsOf(propagated)
  const mark = inherited.length === 0 ? {} : propagationMark(from)
  for (const urn of inherited) if (!associations.has(urn)) associations.set(urn, { tag: urn, ...mark })
  for (const urn of others) if (!associations.has(urn)) associations.set(urn, { tag: urn })
  if (associations.size === 0) return null
  return { tags: [...associations.values()].sort((a, b) => byCodePoint(a.tag, b.tag)) }
}

/** The tags of a database, each as often as it is assigned, in the order of their names (mcp_builder.py gen_containers). */
export function containerTags(tags: readonly LfTag[]): GlobalTags | null {
  const urns = [...urnsOf(tags)].sort((a, b) => byCodePoint(tagName(a), tagName(b)))
  return urns.length === 0 ? null : { tags: urns.map((tag) => ({ tag })) }
}

const urnsOf = (tags: readonly LfTag[]): readonly string[] => tags.flatMap(({ urn }) => (urn === null ? [] : [urn]))

const SYSTEM = 'urn:li:corpuser:__datahub_system'

function propagationMark({ origin, time }: Propagation): Pick<TagAssociation, 'context' | 'attribution'> {
  const sourceDetail = { propagated: 'true', origin }
  return {
    context: pythonJson(sourceDetail),
    attribution: { time, actor: SYSTEM, source: origin, sourceDetail }
  }
}
