import type { Failure } from '../../../model/event.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { GlueLinkTarget, GlueTable } from '../record.ts'
import { textOf } from './record-values.ts'
import { tableUrn } from './table-urn.ts'

/** What a resource link points at. */
export interface LinkOwner {
  readonly urn: string
  readonly catalogId: string
  readonly database: string
  readonly name: string
}

/** What a link's owner is, or why it is not known. */
export type LinkVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'owner'; readonly owner: LinkOwner }
  | { readonly kind: 'unknown'; readonly failure: Failure }

const isLink = (target: GlueLinkTarget | undefined): target is GlueLinkTarget =>
  typeof target === 'object' && target !== null && Object.keys(target).length > 0

/** The table that a resource link shows, at the place of the catalogue that owns it (glue.py _resource_link_owner_urn). */
export function linkOwner(table: GlueTable, urn: string, options: GlueOptions): LinkVerdict {
  const target = table.TargetTable
  if (!isLink(target)) return { kind: 'none' }
  const [catalogId, database, name] = [target.CatalogId, target.DatabaseName, target.Name].map(textOf)
  if (!catalogId || !database || !name) return { kind: 'unknown', failure: NO_TARGET }
  const owner = { urn: tableUrn(`${database}.${name}`, catalogId, options), catalogId, database, name }
  return owner.urn === urn ? { kind: 'unknown', failure: notMapped(catalogId) } : { kind: 'owner', owner }
}

const NO_TARGET: Failure = {
  code: 'resource-link-without-target',
  message: 'A resource link does not name the account, database and table it points at: it gets no lineage to them',
  cure: 'Create the resource link again in Lake Formation'
}

/** Two catalogues at one place in DataHub: the link and its table have the same urn. */
const notMapped = (account: string): Failure => ({
  code: 'resource-link-owner-not-mapped',
  message: 'A resource link has the same urn in DataHub as the table it points at: it gets no lineage to it',
  cure: `Add the catalogue of account ${account} to catalog_to_platform_instance, with the platform_instance or env that its own recipe uses`
})
