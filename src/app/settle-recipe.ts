import type { AwsSession } from '../aws/session.ts'
import { err } from '../core/result.ts'
import type { KeptValues } from '../model/iam-actions.ts'
import type { Mask } from '../model/ports.ts'
import type { Recipe } from '../model/recipe.ts'
import type { ParsedRecipe } from '../recipe/parse.ts'
import type { Reference } from '../recipe/references.ts'
import { secretsAmong } from '../recipe/secrets.ts'
import { keptBy, readKeptValues } from './kept-values.ts'
import type { RecipeReader } from './load-recipe.ts'

export interface SettleDeps {
  readonly file: string
  readonly read: RecipeReader
  /** Opens a session by what is known of the recipe, and may ask for these values in it. */
  readonly open: (recipe: Recipe, kept: KeptValues) => Promise<AwsSession>
  /** Whether the value of a reference is needed; absent: all are. */
  readonly needs?: (reference: Reference) => boolean
  readonly mask: Mask
  readonly signal: AbortSignal
}

/** A recipe without open references that are needed, and the session that they were read in, where the run can go on with it. */
export interface Settled {
  readonly parsed: ParsedRecipe
  readonly session: AwsSession | null
}

/**
 * Reads a recipe, has AWS fill in the references that are needed, and reads it again. Those in the AWS options come first:
 * the session that reads them is opened without what they say, by the environment or by OIDC. All others are read as the
 * run's own identity. Where none is needed, AWS is not asked at all.
 * @throws AppError when there is no identity, or when AWS refuses a value
 */
export async function settleRecipe(deps: SettleDeps): Promise<Settled> {
  const { needs = () => true } = deps
  const values = new Map<string, string>()
  let session: AwsSession | null = null
  let parsed = deps.read(values)
  while (parsed.ok && parsed.value.references.some(needs)) {
    session?.close()
    for (const secret of parsed.value.secrets) deps.mask(secret)
    const references = nextOf(parsed.value.references, needs)
    session = await deps.open(parsed.value.recipe, keptBy(references))
    const found = await closingUnlessDone(session, (opened) => readKeptValues(references, opened, deps.signal))
    if (found.missing.length > 0) {
      session.close()
      return { parsed: err(found.missing.map((told) => ({ file: deps.file, ...told }))), session: null }
    }
    for (const value of secretsAmong(found.values.values())) deps.mask(value)
    for (const [text, value] of found.values) values.set(text, value)
    parsed = deps.read(values)
    if (parsed.ok && !references.some(isInSource)) continue
    // What the session was opened for, or narrowed to, may be another thing now.
    session.close()
    session = null
  }
  return { parsed, session }
}

const isInSource = ({ path }: Reference): boolean => path[0] === 'source'
/** Whether it stands in the options that say how AWS is reached: it is read before all others. */
export const isInAws = ({ path: [top, config, name = ''] }: Reference): boolean =>
  top === 'source' && config === 'config' && (name.startsWith('aws_') || name === 'read_timeout')

function nextOf(references: readonly Reference[], needs: (reference: Reference) => boolean): readonly Reference[] {
  const first = references.filter(isInAws)
  return first.length > 0 ? first : references.filter(needs)
}

async function closingUnlessDone<T>(session: AwsSession, work: (session: AwsSession) => Promise<T>): Promise<T> {
  try {
    return await work(session)
  } catch (error) {
    session.close()
    throw error
  }
}
