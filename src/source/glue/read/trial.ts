import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { GlueClientLike, LakeFormationLike, S3Like } from './client.ts'
import type { NamedDatabase } from './databases.ts'
import type { NamedTable } from './tables.ts'

/** What is asked, as whom and for which recipe. */
export interface TrialContext {
  readonly client: GlueClientLike
  readonly lakeFormation: LakeFormationLike
  /** Made when it is first needed. */
  readonly s3: () => Promise<S3Like>
  readonly options: GlueOptions
  /** The account of the identity. */
  readonly account: string
  readonly signal: AbortSignal
}

/**
 * What AWS said when an action was tried.
 * - `allowed`: it answered, or said that there is no such thing, which it says only to those who may ask
 * - `empty`: it answered, and showed nothing · `refused`: it did not answer · `untried`: there was nothing to try it on
 */
export type Trial = { readonly action: string; readonly said: string } & (
  | { readonly outcome: 'allowed' | 'untried' }
  | { readonly outcome: 'empty' }
  | { readonly outcome: 'refused'; readonly error: AwsCallError; readonly resource: string }
)

/** What was found on the way, for others to be tried on. */
export interface Found {
  readonly database: NamedDatabase | null
  readonly table: NamedTable | null
}

export const untried = (action: string, said: string): Trial => ({ action, said, outcome: 'untried' })

/**
 * Makes one call. What does not exist may be asked for; what is not a lack of permission either is told as it is.
 * @param resource what it was tried on, for people
 * @throws AppError when the identity was lost · the signal's reason
 */
export async function tried<T>(
  action: string,
  resource: string,
  call: () => Promise<T>,
  say: (answer: T) => string | { readonly empty: string }
): Promise<{ readonly trial: Trial; readonly answer: T | null }> {
  try {
    const answer = await call()
    const said = say(answer)
    const trial: Trial =
      typeof said === 'string' ? { action, said, outcome: 'allowed' } : { action, said: said.empty, outcome: 'empty' }
    return { trial, answer }
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error
    return { trial: trialOf(action, resource, error), answer: null }
  }
}

/** Of a bucket that does not exist, S3 says so to everybody. */
function trialOf(action: string, resource: string, error: AwsCallError): Trial {
  if (error.code === 'NoSuchBucket') return untried(action, `${resource}: there is no such bucket`)
  if (error.kind === 'not-found' && action !== LIST_OF_ALL) {
    return { action, said: `allowed; ${resource} does not exist`, outcome: 'allowed' }
  }
  return { action, said: error.message, outcome: 'refused', error, resource }
}

/** What does not exist is then the catalogue itself: nothing can be read. */
export const LIST_OF_ALL = 'glue:GetDatabases'
