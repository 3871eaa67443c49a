import type { AwsSession } from '../aws/session.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { once } from '../core/once.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { KeptValues } from '../model/iam-actions.ts'
import type { Recipe } from '../model/recipe.ts'
import type { ParsedRecipe, ReadRecipe } from '../recipe/parse.ts'
import { isInAws, type Reference } from '../recipe/references.ts'
import { secretsAmong } from '../recipe/secrets.ts'
import { keptBy, readKeptValues } from './kept-values.ts'
import type { RecipeReader } from './load-recipe.ts'
import { openRecipeSession, type SessionSetting } from './recipe-session.ts'

export interface RecipeToOpen {
  readonly file: string
  readonly read: RecipeReader
  /** What its sessions are opened with, and its secrets are told. */
  readonly setting: SessionSetting
  /** Adds what is asked for elsewhere to what is known of the recipe; absent: nothing is. */
  readonly complete?: (recipe: Recipe) => Recipe
  /** Whether the value of a reference is needed; absent: all are. */
  readonly needs?: (reference: Reference) => boolean
  /** Hears that a session is about to be opened, and what is to be read in it. */
  readonly opening?: (kept: KeptValues | undefined) => void
}

/** A recipe without open references that are needed, whose secrets are masked. */
export interface OpenedRecipe extends Pick<ReadRecipe, 'diagnostics' | 'secrets'> {
  /** With all that is asked for elsewhere. */
  readonly recipe: Recipe
  /** The session that references were read in, where the run can go on with it, or else a new one; always the same. */
  readonly session: () => Promise<AwsSession>
  /** Ends that session, where there is one. */
  readonly close: () => void
}

/**
 * Reads a recipe, has AWS fill in the references that are needed, and reads it again. Those in the AWS options come first:
 * the session that reads them is opened without what they say, by the environment or by OIDC. All others are read as the
 * run's own identity. Where none is needed, AWS is not asked before the session is.
 * @throws AppError when there is no identity, or when AWS refuses a value
 */
export async function openRecipe(asked: RecipeToOpen): Promise<Result<OpenedRecipe, readonly Diagnostic[]>> {
  const { setting, complete = (recipe) => recipe, opening } = asked
  const open: Open = (recipe, kept) => {
    opening?.(kept)
    return openRecipeSession(complete(recipe), setting, kept)
  }
  const { parsed, session } = await settle(asked, open)
  if (!parsed.ok) return parsed
  const { recipe, secrets, diagnostics } = parsed.value
  for (const secret of secrets) setting.deps.mask(secret)
  let held = session
  return ok({
    recipe: complete(recipe),
    secrets,
    diagnostics,
    session: once(async () => {
      held ??= await open(recipe)
      return held
    }),
    close: () => held?.close()
  })
}

type Open = (recipe: Recipe, kept?: KeptValues) => Promise<AwsSession>

/** Without open references that are needed, and the session that they were read in, where the run can go on with it. */
interface Settled {
  readonly parsed: ParsedRecipe
  readonly session: AwsSession | null
}

async function settle({ file, read, setting, needs = () => true }: RecipeToOpen, open: Open): Promise<Settled> {
  const { mask, signal } = setting.deps
  const values = new Map<string, string>()
  let session: AwsSession | null = null
  let parsed = read(values)
  while (parsed.ok && parsed.value.references.some(needs)) {
    session?.close()
    for (const secret of parsed.value.secrets) mask(secret)
    const references = nextOf(parsed.value.references, needs)
    session = await open(parsed.value.recipe, keptBy(references))
    const found = await closingUnlessDone(session, (opened) => readKeptValues(references, opened, signal))
    if (found.missing.length > 0) {
      session.close()
      return { parsed: err(found.missing.map((told) => ({ file, ...told }))), session: null }
    }
    for (const value of secretsAmong(found.values.values())) mask(value)
    for (const [text, value] of found.values) values.set(text, value)
    parsed = read(values)
    if (parsed.ok && !references.some(isInSource)) continue
    // What the session was opened for, or narrowed to, may be another thing now.
    session.close()
    session = null
  }
  return { parsed, session }
}

const isInSource = ({ path }: Reference): boolean => path[0] === 'source'

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
