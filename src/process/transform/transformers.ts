import type { Stage } from '../../model/ports.ts'
import type { TransformerOptions } from '../../model/transformers.ts'
import { setAttribution } from './attribution.ts'
import { setBrowsePath, setLegacyBrowsePath } from './browse-paths.ts'
import { addToDataProducts } from './data-products.ts'
import { addDomains, domainsByTags } from './domains.ts'
import { addToFields } from './fields.ts'
import { addOwners, cleanOwners, removeOwners } from './owners.ts'
import { ownersFromTags } from './owners-from-tags.ts'
import { addProperties, replaceExternalUrl } from './properties.ts'
import { propertiesFromTags } from './properties-from-tags.ts'
import { stageOf } from './stage.ts'
import { markStatus } from './status.ts'
import { addTags, tagsFromName } from './tags.ts'
import { addTerms, termsFromTags } from './terms.ts'
import type { TransformDeps, Transformer } from './transformer.ts'

/** A recipe's transformers, each a stage of its own, in the recipe's order. */
export const transformStages = (transformers: readonly TransformerOptions[], deps: TransformDeps): readonly Stage[] =>
  transformers.flatMap((options) => {
    if (options.kind === 'nothing') return []
    return [options.kind === 'attribution' ? setAttribution(options, deps) : stageOf(transformerOf(options, deps))]
  })

type OneAspect = Exclude<TransformerOptions, { readonly kind: 'nothing' | 'attribution' }>

function transformerOf(options: OneAspect, deps: TransformDeps): Transformer {
  switch (options.kind) {
    case 'add-tags':
      return addTags(options, deps)
    case 'add-terms':
      return addTerms(options, deps)
    case 'add-field-tags':
    case 'add-field-terms':
      return addToFields(options, deps)
    case 'tags-from-name':
      return tagsFromName(options, deps)
    case 'add-owners':
      return addOwners(options, deps)
    case 'remove-owners':
      return removeOwners()
    case 'clean-owners':
      return cleanOwners(options, deps)
    case 'add-domains':
      return addDomains(options, deps)
    case 'domains-by-tags':
      return domainsByTags(options, deps)
    case 'add-properties':
      return addProperties(options, deps)
    default:
      return lessCommon(options, deps)
  }
}

type LessCommon = Extract<
  OneAspect,
  {
    readonly kind:
      | 'legacy-browse-path'
      | 'browse-path'
      | 'status'
      | 'owners-from-tags'
      | 'external-url'
      | 'terms-from-tags'
      | 'properties-from-tags'
      | 'data-products'
  }
>

function lessCommon(options: LessCommon, deps: TransformDeps): Transformer {
  switch (options.kind) {
    case 'legacy-browse-path':
      return setLegacyBrowsePath(options, deps)
    case 'browse-path':
      return setBrowsePath(options)
    case 'status':
      return markStatus(options.removed)
    case 'owners-from-tags':
      return ownersFromTags(options)
    case 'external-url':
      return replaceExternalUrl(options.entityType, options.replace)
    case 'terms-from-tags':
      return termsFromTags(options, deps)
    case 'properties-from-tags':
      return propertiesFromTags(options)
    case 'data-products':
      return addToDataProducts(options, deps)
  }
}
