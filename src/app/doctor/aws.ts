import type { IdentityStep } from '../../aws/identity-step.ts'
import type { AwsSession } from '../../aws/session.ts'
import type { TransportOptions } from '../../aws/transport.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { AppError } from '../../core/errors.ts'
import { once } from '../../core/once.ts'
import type { Check } from '../../model/doctor.ts'
import type { Failure } from '../../model/event.ts'
import type { KeptValues } from '../../model/iam-actions.ts'
import type { AwsOptions, Recipe } from '../../model/recipe.ts'
import type { Identity } from '../../model/report.ts'
import { tryActions } from '../../source/glue/read/trials.ts'
import type { RecipeReader } from '../load-recipe.ts'
import { openRecipe } from '../open-recipe.ts'
import { withOwnOptions } from '../own-options.ts'
import type { SessionSetting } from '../recipe-session.ts'
import { trustOf } from '../trust.ts'
import { type About, failed, failedBy, outcomeOf, untested, warned } from './check.ts'
import type { Deps } from './deps.ts'
import { identityChecks } from './identity.ts'
import { oidcCheck } from './oidc.ts'
import { permissionChecks, untriedPermissions } from './permissions.ts'
import type { ReadRecipe } from './read-recipe.ts'

export interface AwsLook {
  readonly checks: readonly Check[]
  readonly identity: Identity | null
  /** With the values that AWS keeps; null: they are not known. */
  readonly recipe: Recipe | null
  /** How AWS is reached; null: the region is not known. */
  readonly transport: TransportOptions | null
}

/** Someone waits for the answer, and a network or a quota that is in the way is what is looked for. */
const PATIENCE = { retries: 2, connectTimeoutSeconds: 10, readTimeoutSeconds: 30 }

const REFERENCES: About = { id: 'recipe-references', family: 'permissions', title: 'Values that AWS keeps' }
const IDENTITY: About = { id: 'aws-identity', family: 'identity', title: 'AWS identity' }

/** Looks at the way to AWS: the token, the roles, and every action that the recipe needs. */
export async function lookAtAws(file: string | null, { reader, recipe }: ReadRecipe, deps: Deps): Promise<AwsLook> {
  const oidc = await oidcCheck(deps.inputs, deps)
  if (reader === null) {
    const checks = [oidc, untested(IDENTITY, 'the recipe is invalid: how it reaches AWS is not known')]
    return { checks, identity: null, recipe: null, transport: null }
  }
  const way: Way = { steps: [], warnings: [], kept: { parameters: [], secrets: [] } }
  const opened = await outcomeOf(() => openWay(file ?? 'inputs', reader, way, deps))
  const identity = identityChecks({
    steps: way.steps,
    failure: opened.error !== null && !isAboutReferences(opened.error) ? opened.error : null,
    allowedAccounts: deps.inputs.identity.allowedAccountIds
  })
  const begin = [oidc, ...identity, ...way.warnings.map(warningCheck)]
  const transport = await transportFor(recipe.source.aws, way, deps)
  if (opened.error === null && opened.value.session !== null) {
    const { session, recipe: settled } = opened.value
    const checks = [...begin, ...(await triedActions(session, settled, way, deps))]
    return { checks, identity: session.identity, recipe: settled, transport }
  }
  const references = opened.error === null ? missing(opened.value) : faultOf(opened.error)
  const why = references.length > 0 ? 'values of the recipe are not known' : 'there is no AWS identity to try it as'
  const checks = [...begin, ...references, ...untriedPermissions(asLookedAt(recipe, deps).source, why)]
  return { checks, identity: null, recipe: null, transport }
}

/** What is found out on the way. */
interface Way {
  readonly steps: IdentityStep[]
  readonly warnings: Failure[]
  kept: KeptValues
}

type Opened =
  | { readonly session: AwsSession; readonly recipe: Recipe; readonly missing?: never }
  | { readonly session: null; readonly missing: readonly Diagnostic[] }

/** As a run opens it: values that AWS keeps are read on the way. @throws AppError that says what kept it from it */
async function openWay(file: string, read: RecipeReader, way: Way, deps: Deps): Promise<Opened> {
  const opening = (kept: KeptValues | undefined): void => {
    // Only the last way is told: those before it are the same but for what they could not know.
    way.steps.length = 0
    if (kept !== undefined) way.kept = kept
  }
  const complete = (recipe: Recipe): Recipe => asLookedAt(recipe, deps)
  const opened = await openRecipe({ file, read, setting: settingFor(way, deps), complete, opening })
  if (!opened.ok) return { session: null, missing: opened.error }
  return { session: await opened.value.session(), recipe: opened.value.recipe }
}

const settingFor = (way: Way, deps: Deps): SessionSetting => ({
  request: deps.inputs,
  deps,
  env: deps.env,
  limits: deps.limits,
  emit: (event) => {
    if (event.type === 'failed') way.warnings.push(event.failure)
  },
  told: (step) => void way.steps.push(step)
})

/** What a run would go by, without its patience. */
function asLookedAt(recipe: Recipe, deps: Deps): Recipe {
  const whole = withOwnOptions(recipe, deps, deps.env)
  return { ...whole, source: { ...whole.source, aws: impatient(whole.source.aws) } }
}

const impatient = (aws: AwsOptions): AwsOptions => ({
  ...aws,
  retries: Math.min(aws.retries, PATIENCE.retries),
  connectTimeoutSeconds: Math.min(aws.connectTimeoutSeconds, PATIENCE.connectTimeoutSeconds),
  readTimeoutSeconds: Math.min(aws.readTimeoutSeconds, PATIENCE.readTimeoutSeconds)
})

async function transportFor(aws: AwsOptions, { steps }: Way, { env, cwd }: Deps): Promise<TransportOptions | null> {
  const plan = steps.find((step) => step.kind === 'planned')
  if (plan === undefined) return null
  const trust = await outcomeOf(() => trustOf(aws, env, cwd))
  return trust.error === null ? { aws: impatient(aws), region: plan.region, env, ...trust.value } : null
}

async function triedActions(
  session: AwsSession,
  { source: options }: Recipe,
  { kept }: Way,
  { signal }: Deps
): Promise<readonly Check[]> {
  const { identity } = session
  try {
    const tried = await outcomeOf(() =>
      tryActions({
        client: session.glueClient(),
        lakeFormation: session.lakeFormationClient(),
        s3: once(() => session.s3Client()),
        options,
        account: identity.account,
        signal
      })
    )
    if (tried.error !== null)
      return [failedBy(IDENTITY, tried.error), ...untriedPermissions(options, 'the identity was lost')]
    return permissionChecks({ options, identity, kept, trials: tried.value })
  } finally {
    session.close()
  }
}

const isAboutReferences = ({ code }: AppError): boolean => code.startsWith('reference')

const faultOf = (error: AppError): readonly Check[] => (isAboutReferences(error) ? [failedBy(REFERENCES, error)] : [])

const missing = ({ missing: diagnostics = [] }: Opened): readonly Check[] => [
  failed(REFERENCES, {
    code: diagnostics[0]?.code ?? 'reference-without-value',
    found: diagnostics[0]?.message ?? 'a reference has no value',
    details: diagnostics.slice(1).map(({ message }) => message),
    cure: diagnostics[0]?.cure ?? null,
    isInput: true
  })
]

const warningCheck = ({ code, message, cure }: Failure): Check =>
  warned({ id: code, family: 'identity', title: 'Roles of the recipe' }, { code, found: message, cure: cure ?? null })
