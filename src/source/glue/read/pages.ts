import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { GlueOptions } from '../../../model/recipe.ts'

/** One answer of an operation that gives its list in pages. */
export interface AnsweredPage<T> {
  readonly items: readonly T[]
  readonly token: string | undefined
}

/**
 * All pages of a list, each asked for with the token of the one before. A page may be empty and not the last.
 * @throws AwsCallError what `ask` throws, and when a token comes twice, which would be followed for ever.
 */
export async function* pagesOf<T>(
  action: string,
  ask: (position: { readonly NextToken?: string }) => Promise<AnsweredPage<T>>
): AsyncGenerator<readonly T[]> {
  let token: string | undefined
  do {
    const answer: AnsweredPage<T> = await ask(token === undefined ? {} : { NextToken: token })
    yield answer.items
    if (token !== undefined && answer.token === token) throw repeatedToken(action)
    token = answer.token === '' ? undefined : answer.token
  } while (token !== undefined)
}

function repeatedToken(action: string): AwsCallError {
  const failure = { action, attempts: 1, message: 'AWS gave the same NextToken twice', requestId: null }
  return new AwsCallError({ ...failure, kind: 'other', code: 'RepeatedNextToken' }, null)
}

/** The catalogue that is asked for: none named is the caller's own (glue.py glue_catalog_kwargs). */
export function catalogueOf({ catalogId }: Pick<GlueOptions, 'catalogId'>): { readonly CatalogId?: string } {
  return catalogId === null || catalogId === '' ? {} : { CatalogId: catalogId }
}
