import { missingIdTokenPermission, noTokenForForks, tokenRequestFailed } from '../../aws/explain-oidc.ts'
import { shownClaims } from '../../aws/oidc-token.ts'
import type { Check } from '../../model/doctor.ts'
import type { AppDeps, RecipeInputs } from '../../model/request.ts'
import { type About, failed, failedBy, untested, warned, well } from './check.ts'

const TOKEN: About = { id: 'oidc-token', family: 'identity', title: "GitHub's OIDC token" }

type Deps = Pick<AppDeps, 'idToken' | 'github' | 'mask'>

/** Asks GitHub for a token and shows its claims, which are what a trust policy is written for. The token is shown nowhere. */
export async function oidcCheck({ identity }: RecipeInputs, { idToken, github, mask }: Deps): Promise<Check> {
  if (github === null && idToken === null) return untested(TOKEN, 'only a job of GitHub Actions gets one')
  if (idToken === null) return withoutToken(identity.roleToAssume, github)
  let token: string
  try {
    token = await idToken(identity.audience)
  } catch (error) {
    return failedBy(TOKEN, tokenRequestFailed(error))
  }
  mask(token)
  const claims = shownClaims(token)
  if (claims !== null) return well(TOKEN, 'GitHub gives one; trust policies see these claims', claims)
  return failed(TOKEN, {
    code: 'oidc-token-unavailable',
    found: 'What GitHub gives is no JWT',
    cure: 'Run the job again; if it comes back, see https://www.githubstatus.com'
  })
}

/** Other credentials may do; whether they do is told by the checks that follow. */
function withoutToken(role: string | null, github: Deps['github']): Check {
  if (role === null) return untested(TOKEN, 'no role is to be assumed by one: role-to-assume (AWS_ROLE) is not set')
  const isFork = github?.isForkPullRequest === true
  const { code, message, cure = null } = isFork ? noTokenForForks(github.eventName) : missingIdTokenPermission()
  return warned(TOKEN, { code, found: message, cure })
}
