import type { IdentityStep } from '../aws/identity-step.ts'
import type { RateLimits } from '../aws/rate-limit.ts'
import { type AwsSession, openAwsSession } from '../aws/session.ts'
import type { Environment } from '../core/environment.ts'
import type { Emit } from '../model/event.ts'
import type { KeptValues } from '../model/iam-actions.ts'
import type { Recipe } from '../model/recipe.ts'
import type { AppDeps, RecipeInputs } from '../model/request.ts'
import { unlessAborted } from './grace.ts'
import { trustOf } from './trust.ts'

/** What a session is opened with beside the recipe. */
export interface SessionSetting {
  readonly request: Pick<RecipeInputs, 'identity'>
  readonly deps: AppDeps
  /** The variables that recipes may name. */
  readonly env: Environment
  readonly limits: RateLimits
  readonly emit: Emit
  /** Hears of each step on the way to the identity, as it succeeds. */
  readonly told?: (step: IdentityStep) => void
}

/**
 * Opens the AWS session that a recipe asks for, and does not wait for it once the run is cancelled.
 * @param kept parameters and secrets that will be asked for in it
 * @throws AppError that says what kept it from an identity, or which file of certificates cannot be read; the signal's reason
 */
export async function openRecipeSession(
  { source }: Recipe,
  { request, deps, env, limits, emit, told }: SessionSetting,
  kept?: KeptValues
): Promise<AwsSession> {
  const { cwd, clock, logger, mask, idToken, github, signal } = deps
  const opening = openAwsSession({
    options: source,
    identity: request.identity,
    env,
    idToken,
    github,
    limits,
    clock,
    logger,
    mask,
    emit,
    ...(told === undefined ? {} : { told }),
    ...(kept === undefined ? {} : { kept }),
    ...(await trustOf(source.aws, env, cwd))
  })
  return unlessAborted(opening, signal, (late) => late.close())
}
