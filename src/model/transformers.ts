import type { KeyValues } from '../core/key-values.ts'
import type { FindGroup } from '../core/pattern-find.ts'
import type { Replace } from '../core/pattern-replace.ts'
import type { EntityType } from './work-unit.ts'

/** How a transformer treats what is there already (the peer's TransformerSemanticsConfigModel). */
export interface Merging {
  /** `semantics: PATCH`: what DataHub holds stays beside what is written. */
  readonly patch: boolean
  /** `replace_existing`: what the source says gives way. */
  readonly replaceExisting: boolean
}

/** What `ownership_type` says: a type of DataHub's own, or CUSTOM with an urn. */
export interface OwnershipType {
  readonly type: string
  readonly typeUrn: string | null
}

/** `transformers` of a recipe, validated: one member a kind, named after what it does and not after its many old names. */
export type TransformerOptions =
  | (Merging & { readonly kind: 'add-tags' | 'add-terms'; readonly urns: KeyValues })
  | (Merging & { readonly kind: 'add-field-tags' | 'add-field-terms'; readonly urns: KeyValues })
  | (Merging & { readonly kind: 'tags-from-name'; readonly find: FindGroup })
  | (Merging & {
      readonly kind: 'add-owners'
      readonly urns: KeyValues
      readonly ownershipType: OwnershipType
      readonly entityTypes: readonly EntityType[]
      /** The containers that an entity is in get its owners too. */
      readonly containers: boolean
    })
  | { readonly kind: 'remove-owners' }
  | { readonly kind: 'clean-owners'; readonly clean: Replace }
  | (Merging & {
      readonly kind: 'add-domains'
      /** Urns, ids or names. */
      readonly domains: KeyValues
      readonly entityTypes: readonly EntityType[]
      readonly containers: boolean
      /** `on_conflict: DO_NOTHING`: a domain that DataHub holds stays alone. */
      readonly keepExisting: boolean
    })
  | (Merging & { readonly kind: 'domains-by-tags'; readonly domains: Readonly<Record<string, string>> })
  | (Merging & { readonly kind: 'add-properties'; readonly properties: Readonly<Record<string, string>> })
  | (Merging & { readonly kind: 'legacy-browse-path'; readonly templates: readonly string[] })
  | (Merging & { readonly kind: 'browse-path'; readonly path: readonly string[] })
  | { readonly kind: 'status'; readonly removed: boolean }
  | ({ readonly kind: 'owners-from-tags' } & OwnersFromTags)
  | { readonly kind: 'external-url'; readonly entityType: 'dataset' | 'container'; readonly replace: Replace }
  | (Merging & { readonly kind: 'terms-from-tags'; readonly tags: readonly string[] })
  | ({ readonly kind: 'properties-from-tags' } & PropertiesFromTags)
  | ({ readonly kind: 'attribution' } & Attribution)
  | { readonly kind: 'data-products'; readonly productsOf: KeyValues; readonly containers: boolean }
  /** Acts on what a Glue source never makes. */
  | { readonly kind: 'nothing' }

/** `extract_ownership_from_tags`. */
export interface OwnersFromTags {
  readonly find: FindGroup
  readonly isUser: boolean
  /** Texts of a tag that others take the place of. */
  readonly replacements: Readonly<Record<string, string>>
  readonly emailDomain: string | null
  /** The first group of the pattern names the ownership type. */
  readonly typeFromTag: boolean
  readonly ownershipType: OwnershipType
}

/** `tags_to_structured_properties`. */
export interface PropertiesFromTags {
  /** null: tags are not taken apart. */
  readonly keyValue: { readonly separator: string; readonly prefix: string } | null
  /** Property id → tags that are values of it; the first that has the tag wins. */
  readonly keywords: Readonly<Record<string, readonly string[]>>
  readonly removeTags: boolean
}

/** `set_attribution`. */
export interface Attribution {
  readonly source: string
  readonly actor: string | null
  readonly sourceDetail: Readonly<Record<string, string>> | null
  /** One change for each item instead of one for all. */
  readonly itemByItem: boolean
}
