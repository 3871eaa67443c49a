import { datasetUrn } from '../../../datahub/urn.ts'
import { partitionOf } from '../../../model/aws-partition.ts'
import type { GlueOptions } from '../../../model/recipe.ts'

/** Where DataHub keeps the datasets of one catalogue. */
export interface CataloguePlace {
  readonly platformInstance: string | null
  readonly env: string
}

/**
 * The instance and environment of a catalogue's tables: those that the recipe gives to its owner, or else the recipe's
 * own (glue.py _resolve_platform_instance). The key is built with the region that the recipe names.
 */
export function placeOfCatalogue(catalogId: string | undefined, options: GlueOptions): CataloguePlace {
  const own = { platformInstance: options.platformInstance, env: options.env }
  // Records hold anything, whatever their types say.
  if (typeof catalogId !== 'string' || catalogId === '') return own
  const region = options.aws.region ?? ''
  const found = options.catalogInstances[`arn:${partitionOf(region).id}:glue:${region}:${catalogId}`]
  return { platformInstance: found?.platformInstance ?? own.platformInstance, env: found?.env ?? own.env }
}

/** The urn of a table of `database`, in the place of the catalogue that owns it. */
export function tableUrn(name: string, catalogId: string | undefined, options: GlueOptions): string {
  const place = placeOfCatalogue(catalogId, options)
  return datasetUrn({ platform: options.platform, name: nameInUrn(name, options), ...place })
}

/** A dataset's name as it stands in its urn (mce_builder.py make_dataset_urn_with_platform_instance). */
export const nameInUrn = (name: string, { lowercaseUrns }: Pick<GlueOptions, 'lowercaseUrns'>): string =>
  lowercaseUrns === true ? name.toLowerCase() : name
