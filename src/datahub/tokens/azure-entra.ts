import { AppError } from '../../core/errors.ts'
import { quoted } from '../../core/quote.ts'
import type { AuthOptions } from '../../model/recipe.ts'
import { askForToken } from './oauth.ts'
import type { GivenToken, TokenDeps } from './token.ts'
import { secretIn } from './token-file.ts'

type Azure = Extract<AuthOptions, { type: 'azure' }>

/** Of Azure's public cloud. */
const AUTHORITY = 'login.microsoftonline.com'
/** RFC 7523, 2.2. */
const JWT_ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
/** The machine itself, where a stand-in needs no certificate. */
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])$/

/**
 * A token of Microsoft Entra (ingestion/auth/azure_entra.py): by the client's secret, or by the token of a workload
 * identity, whose file `AZURE_FEDERATED_TOKEN_FILE` names. `AZURE_AUTHORITY_HOST` is another cloud's authority
 * (azure-identity, normalize_authority).
 * @throws AppError (cannot-begin) when Entra gives none; (input) when a variable is missing or wrong
 */
export async function azureEntra(options: Azure, deps: TokenDeps): Promise<GivenToken> {
  const { tenantId, clientId, scope } = options
  const url = new URL(`${authorityOf(deps)}/${tenantId}/oauth2/v2.0/token`)
  return askForToken(url, { client_id: clientId, scope, ...(await proofOf(options, deps)) }, deps)
}

function authorityOf({ env }: TokenDeps): string {
  const given = (env.AZURE_AUTHORITY_HOST ?? '').trim()
  const address = given === '' ? AUTHORITY : given
  const text = (/^[a-z][a-z0-9+.-]*:\/\//iu.test(address) ? address : `https://${address}`).replace(/\/+$/u, '')
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL.test(url.hostname))) return text
  throw new AppError(`AZURE_AUTHORITY_HOST is ${quoted(given)}, which is no https address`, {
    kind: 'input',
    code: 'bad-authority',
    cure: `set it to a host such as ${AUTHORITY}, or leave it out`
  })
}

/** What shows that it is the client who asks. */
async function proofOf({ clientSecret }: Azure, deps: TokenDeps): Promise<Readonly<Record<string, string>>> {
  if (clientSecret !== null) return { client_secret: clientSecret }
  const path = deps.env.AZURE_FEDERATED_TOKEN_FILE ?? ''
  if (path === '') {
    throw new AppError('The token provider azure_entra has no client_secret and no workload identity', {
      kind: 'input',
      code: 'no-workload-identity',
      cure: 'set AZURE_FEDERATED_TOKEN_FILE to the file of its token, or give `client_secret` as a variable'
    })
  }
  const assertion = await secretIn(path, 'the token of the workload identity', deps)
  return { client_assertion_type: JWT_ASSERTION, client_assertion: assertion }
}
