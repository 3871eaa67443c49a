/** A database, or with `table` a table, whose Lake Formation tags are asked for. */
export interface TaggedResource {
  /** The account whose catalogue it is in. */
  readonly account: string
  readonly database: string
  readonly table?: string
}

/** A tag with its values. AWS promises the key alone, and even that may be missing. */
export interface LfTagPair {
  readonly CatalogId?: string
  readonly TagKey?: string
  readonly TagValues?: readonly string[]
}

/**
 * What is assigned on each level, as GetResourceLFTags answers with ShowAssignedLFTags: the answer for a table has what is
 * assigned to its database and its columns too.
 * https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_GetResourceLFTags.html
 */
export interface ResourceLfTags {
  readonly LFTagOnDatabase?: readonly LfTagPair[]
  readonly LFTagsOnTable?: readonly LfTagPair[]
  readonly LFTagsOnColumns?: readonly { readonly Name?: string; readonly LFTags?: readonly LfTagPair[] }[]
}
