import { domainUrn } from '../../../datahub/urn.ts'
import type { GlueOptions } from '../../../model/recipe.ts'

/** The domain of a database or of `database.table`: the first whose pattern lets the name in (glue.py _gen_domain_urn). */
export function domainsOf(
  name: string,
  { domains }: Pick<GlueOptions, 'domains'>
): { readonly domains: string[] } | null {
  const found = domains.find(({ pattern }) => pattern.allows(name))
  return found === undefined ? null : { domains: [domainUrn(found.domain)] }
}
