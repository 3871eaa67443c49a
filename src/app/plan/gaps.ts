import { hasCredentialsOfItsOwn } from '../../aws/auth-mode.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { PlanGap } from '../../model/plan.ts'
import type { Stop } from '../../model/report.ts'
import type { AppDeps } from '../../model/request.ts'

/** Where there are no credentials, there is nobody to blame: the recipe itself is checked and compared all the same. */
const WITHOUT_CREDENTIALS: ReadonlySet<string> = new Set([
  'aws-credentials-missing',
  'oidc-permission-missing',
  'oidc-fork'
])

/** Why the catalogue was not read. */
export function gapOf(
  { kind, code, message, cure }: Stop,
  { env, idToken }: Pick<AppDeps, 'env' | 'idToken'>
): PlanGap {
  const isAlone = idToken === null && !hasCredentialsOfItsOwn(env)
  const isExcused = WITHOUT_CREDENTIALS.has(code) || (code === 'aws-region-missing' && isAlone)
  return { code, message, ...(cure === undefined ? {} : { cure }), fault: isExcused ? null : kind }
}

/** DataHub that could not be asked keeps nobody from merging. */
export const unaskedGap = ({
  code,
  message,
  cure
}: Pick<PlanGap, 'code' | 'message'> & { cure?: string | undefined }): PlanGap => ({
  code,
  message,
  ...(cure === undefined ? {} : { cure }),
  fault: null
})

/** A fork's author proposes what is read, and sees the plan: nothing is read for them, whatever the runner could. */
export const FORK: PlanGap = {
  code: 'fork-has-no-token',
  message:
    'A pull request from a fork gets neither a token nor secrets: the recipe is checked and compared, and no more',
  fault: null
}

/** Nothing is known of a recipe that is wrong. */
export const WRONG: PlanGap = { code: 'recipe-wrong', message: 'The recipe is wrong', fault: null }

/** A removed recipe that was wrong leaves nothing behind. */
export const NOTHING: PlanGap = {
  code: 'nothing-to-read',
  message: 'The recipe is removed, and what it was cannot be read',
  fault: null
}

export const REMOVED: PlanGap = {
  code: 'recipe-removed',
  message: 'The recipe is removed: it does not run any more, and what DataHub holds of it stays there',
  fault: null
}

/** Whole catalogues that AWS refuses are no plan, as they are no run. */
export const DENIED: PlanGap = {
  code: 'catalogue-denied',
  message: 'AWS refuses the lists of tables of every database',
  fault: 'cannot-begin'
}

/** Codes of what only variables say, which another workflow may set. */
const OPEN: ReadonlySet<string> = new Set(['missing-variable', 'missing-sink'])

/** A recipe that is right as such, and cannot run with the variables as they are. */
export function notRunnable(problems: readonly Diagnostic[]): PlanGap {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  const others = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  const place = first === undefined ? '' : `${first.file}:${first.line}:${first.column} `
  return {
    code: 'recipe-not-runnable',
    message: `With the variables that are set here it cannot run: ${place}${first?.message ?? ''}${others}`,
    ...(first?.cure === undefined ? {} : { cure: first.cure }),
    fault: errors.every(({ code }) => OPEN.has(code)) ? null : 'input'
  }
}
