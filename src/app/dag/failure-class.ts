import type { Failure } from '../../model/event.ts'
import type { RunReport } from '../../model/report.ts'

/**
 * The classes of errors that a DAG's retry rules name, by the codes that belong to them; the first that matches counts.
 * A code without a class is its own.
 */
const CLASSES: readonly (readonly [string, RegExp])[] = [
  ['throttle', /throttle/],
  ['denied', /denied|unauthorized|not-trusting|not-allowed|permission-missing|credentials-(missing|invalid)|forbidden/],
  ['expired', /expired/],
  ['gms-unreachable', /^gms-(unreachable|unavailable|breaker-open|undelivered)$/],
  ['gms-rejected', /^gms-rejected$/],
  ['transient', /transient|unreachable|unavailable|sts-failed|listing-incomplete/],
  ['timeout', /timeout/],
  ['not-found', /not-found/]
]

/** The class of an error, by its code. */
export const classOf = (code: string): string => CLASSES.find(([, codes]) => codes.test(code))?.[0] ?? code

/**
 * Why a recipe's run counts as failed, as one failure: what stopped it, else what is wrong with the recipe, else what
 * went wrong most. Its code is the class, for the retry rules; the code itself stands in the message.
 */
export function failureOf(report: RunReport): Failure {
  const { stopped, diagnostics, failures, warnings, recipe } = report
  const error = diagnostics.find(({ severity }) => severity === 'error')
  if (error !== undefined) {
    const message = `${error.file}:${error.line}:${error.column}: ${error.message}`
    return { code: 'input', message, resource: recipe, ...(error.cure === undefined ? {} : { cure: error.cure }) }
  }
  if (stopped !== null) {
    const code = stopped.kind === 'input' ? 'input' : classOf(stopped.code)
    return {
      code,
      message: stopped.message,
      resource: recipe,
      ...(stopped.cure === undefined ? {} : { cure: stopped.cure })
    }
  }
  const worst = [...failures].sort((a, b) => b.count - a.count)[0] ?? warnings[0]
  if (worst === undefined) {
    return { code: 'incomplete', message: 'the listing of a database did not come to its end', resource: recipe }
  }
  const count = worst.count > 1 ? ` (${worst.count} times)` : ''
  const first = worst.resources[0]
  const message = `${worst.message}${first === undefined ? '' : `: ${first}`}${count} [${worst.code}]`
  return {
    code: classOf(worst.code),
    message,
    resource: recipe,
    ...(worst.cure === undefined ? {} : { cure: worst.cure })
  }
}
