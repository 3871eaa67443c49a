import type { Check, Diagnosis } from '../../model/doctor.ts'
import type { Recipe } from '../../model/recipe.ts'
import { type AwsLook, lookAtAws } from './aws.ts'
import { awsClockCheck } from './clocks.ts'
import type { Deps } from './deps.ts'
import { type GmsLook, lookAtGms, noGms } from './gms.ts'
import { type IngestionLook, lookAtIngestion, noIngestion } from './ingestion.ts'
import { type ReadRecipe, readRecipe } from './read-recipe.ts'

/**
 * Looks at one recipe and its surroundings, one thing after the other; whatever is wrong, what does not depend on it is
 * looked at all the same. Nothing is written anywhere.
 */
export async function diagnose(file: string | null, deps: Deps): Promise<Diagnosis> {
  const read = await readRecipe(file, deps.inputs, deps)
  if (read.parsed.ok) for (const secret of read.parsed.value.secrets) deps.mask(secret)
  deps.signal.throwIfAborted()
  const aws = await lookAtAws(file, read, deps)
  deps.signal.throwIfAborted()
  const recipe = aws.recipe ?? read.recipe
  const gms = await gmsOf(read, aws, recipe, deps)
  try {
    const ingestion = await ingestionOf(recipe, gms, deps)
    const clock = await awsClockCheck(aws.transport, deps.clock, deps.signal)
    return {
      recipe: file,
      pipelineName: recipe.pipelineName,
      server: gms.gms?.server ?? null,
      identity: aws.identity,
      checks: distinct([read.check, ...aws.checks, ...gms.checks, clock, gms.clock, ...ingestion.checks]),
      ingesters: ingestion.ingesters,
      freshness: ingestion.freshness
    }
  } finally {
    gms.close()
  }
}

/** Server and token of the sink may be values that AWS keeps. */
function gmsOf({ parsed }: ReadRecipe, aws: AwsLook, recipe: Recipe, deps: Deps): Promise<GmsLook> | GmsLook {
  const isOpen = parsed.ok && parsed.value.references.some(({ path }) => path[0] === 'sink')
  if (isOpen && aws.recipe === null) return noGms('its address or token is a value that AWS keeps, and was not read')
  return lookAtGms(recipe, deps)
}

async function ingestionOf(recipe: Recipe, { gms }: GmsLook, deps: Deps): Promise<IngestionLook> {
  deps.signal.throwIfAborted()
  return gms === null ? noIngestion(deps.maxAgeSeconds, 'GMS cannot be asked') : lookAtIngestion(recipe, gms, deps)
}

/** An id stands for one check: the worse of two, as when an identity is lost after it was proven. */
function distinct(checks: readonly Check[]): readonly Check[] {
  const byId = new Map<string, Check>()
  for (const check of checks) {
    const known = byId.get(check.id)
    if (known === undefined || (known.status === 'ok' && check.status !== 'ok')) byId.set(check.id, check)
  }
  return [...byId.values()]
}
