import { messageOf } from '../../core/errors.ts'
import { HttpClient } from '../../core/http.ts'
import { parseJson } from '../gms-config.ts'
import { type GivenToken, notHad, type TokenDeps } from './token.ts'

/** Seconds that a token has to be good for when it is used; of short-lived ones half their life (emitter/token_provider.py). */
const BUFFER_SECONDS = 300
const TIMEOUT_MS = 30_000
const HEADERS = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }

/**
 * Asks a token endpoint for an access token (RFC 6749, 4.4.2), with `form` beside the grant `client_credentials`.
 * @throws AppError (cannot-begin) that names the endpoint's origin and no secret
 */
export async function askForToken(
  url: URL,
  form: Readonly<Record<string, string>>,
  deps: TokenDeps
): Promise<GivenToken> {
  const { env, clock, signal, mask } = deps
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString()
  const http = new HttpClient(url, { env })
  const at = clock.now()
  try {
    const answer = await http.request({ method: 'POST', url, headers: HEADERS, body, timeoutMs: TIMEOUT_MS, signal })
    const { access_token: token, expires_in: seconds } = (parseJson(answer.text) ?? {}) as Readonly<
      Record<string, unknown>
    >
    if (answer.status !== 200 || typeof token !== 'string' || token === '') {
      throw new Error(`it answers ${answer.status}${answer.status === 200 ? ' without an access_token' : ''}`)
    }
    mask(token)
    return { token, until: at + goodFor(seconds) * 1000 }
  } catch (error) {
    throw notHad(`${url.origin} gives no token for GMS: ${messageOf(error)}`, error)
  } finally {
    http.close()
  }
}

/** Of a token that does not say how long it is good for, nothing is known beyond its first request. */
function goodFor(seconds: unknown): number {
  const life = Number(seconds)
  return Number.isFinite(life) && life > 0 ? life - Math.min(BUFFER_SECONDS, life / 2) : 0
}
