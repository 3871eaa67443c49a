import type { AppError } from '../../core/errors.ts'
import { NetworkError, type NetworkReason } from '../../core/http-error.ts'
import { proxyFor } from '../../core/http-proxy.ts'
import { addressKind, type Resolved, resolveHost } from '../../core/network-place.ts'
import { type ConnectedGms, connectGms } from '../../datahub/connect.ts'
import type { GmsClient } from '../../datahub/gms-client.ts'
import type { GmsConfig } from '../../datahub/gms-config.ts'
import { probeGms, shownServer } from '../../datahub/gms-probe.ts'
import type { Check } from '../../model/doctor.ts'
import type { Recipe, RestSinkOptions } from '../../model/recipe.ts'
import { type About, failed, failedBy, outcomeOf, untested, warned, well } from './check.ts'
import { gmsClockCheck, untestedGmsClock } from './clocks.ts'
import type { Deps } from './deps.ts'
import { routeCheck } from './route.ts'
import { tokenChecks, untriedToken } from './token.ts'

/** A GMS that has answered as one. */
export interface AnsweringGms {
  readonly client: GmsClient
  readonly server: string
}

export interface GmsLook {
  readonly checks: readonly Check[]
  readonly clock: Check
  /** null: there is nobody to ask. */
  readonly gms: AnsweringGms | null
  readonly close: () => void
}

const about = (id: string, title: string): About => ({ id, family: 'gms', title })
const REACHED = about('gms-reachable', 'GMS')
const TLS = about('gms-tls', 'TLS')
const STATE = about('gms-state', 'Stateful ingestion')

/** Requests at once, while it is asked what it holds. */
const SOCKETS = 4
/** Someone waits for the answer, and a server that is ill is what is looked for. */
const impatient = (sink: RestSinkOptions): RestSinkOptions => ({
  ...sink,
  retryMaxTimes: Math.min(sink.retryMaxTimes, 1),
  timeoutSeconds: sink.timeoutSeconds > 0 ? Math.min(sink.timeoutSeconds, LONGEST_SECONDS) : LONGEST_SECONDS
})
const LONGEST_SECONDS = 30

/** Reasons that lie in TLS, where the server is there and answers. */
const OF_TLS: ReadonlySet<NetworkReason> = new Set<NetworkReason>([
  'untrusted-certificate',
  'expired-certificate',
  'wrong-host-certificate',
  'client-certificate',
  'tls'
])

/** Looks at the GMS of the recipe's sink, without writing anything. */
export async function lookAtGms(recipe: Recipe, deps: Deps): Promise<GmsLook> {
  const { sink } = recipe
  if (sink.type !== 'datahub-rest')
    return noGms('no GMS is named, neither by the sink of the recipe nor by gms-url (GMS_URL)')
  const connected = await outcomeOf(() => connectGms(impatient(sink), SOCKETS, deps))
  if (connected.error !== null) {
    const rest = noGms('the connection cannot be made')
    return { ...rest, checks: [failedBy(REACHED, connected.error), ...rest.checks.slice(1)] }
  }
  try {
    return await look(recipe, sink, connected.value, deps)
  } catch (error) {
    connected.value.close()
    throw error
  }
}

/** Nobody can be asked, and why. */
export const noGms = (why: string): GmsLook => ({
  checks: [untested(REACHED, why), ...untriedToken(why)],
  clock: untestedGmsClock(why),
  gms: null,
  close: () => {}
})

async function look(
  recipe: Recipe,
  sink: RestSinkOptions,
  { client, close }: ConnectedGms,
  deps: Deps
): Promise<GmsLook> {
  const url = new URL(sink.server)
  const proxy = proxyFor(url, deps.env)
  const resolved: Resolved = proxy === null ? await resolveHost(url.hostname) : { addresses: [] }
  const heard: { date: string | undefined; at: number } = { date: undefined, at: 0 }
  const begun = deps.clock.monotonic()
  const probed = await outcomeOf(() => probeGms(listening(client, heard, deps), sink.server, deps.onEvent))
  const took = Math.round(deps.clock.monotonic() - begun)
  const isReached = probed.error === null || heard.at > 0 || OF_TLS.has(reasonOf(probed.error) ?? 'other')
  const route = routeCheck({ url, proxy, resolved, isReached })
  const tls = tlsCheck(url, sink, probed.error, resolved)
  const clock =
    heard.at === 0 ? untestedGmsClock('GMS does not answer') : gmsClockCheck(heard.date, heard.at, url.hostname)
  if (probed.error !== null) {
    const why = 'GMS does not answer as one'
    const reached = OF_TLS.has(reasonOf(probed.error) ?? 'other')
      ? untested(REACHED, 'TLS stands in the way')
      : failedBy(REACHED, probed.error)
    return { checks: [route, tls, reached, ...untriedToken(why)], clock, gms: null, close }
  }
  const server = shownServer(sink.server)
  const checks = [
    route,
    tls,
    well(REACHED, `${server}, DataHub ${probed.value.version ?? 'of an unknown version'}, answers in ${took} ms`),
    ...(await tokenChecks(client, deps.onEvent)),
    ...stateChecks(recipe, sink, probed.value)
  ]
  return { checks, clock, gms: { client, server }, close }
}

/** The same client, whose answer is looked at for its date. */
const listening = (client: GmsClient, heard: { date: string | undefined; at: number }, { clock }: Deps) => ({
  config: async (emit: Parameters<GmsClient['config']>[0]) => {
    const answer = await client.config(emit)
    heard.date = answer.headers.date
    heard.at = clock.now()
    return answer
  }
})

const reasonOf = ({ cause }: AppError): NetworkReason | null => (cause instanceof NetworkError ? cause.reason : null)

function tlsCheck(url: URL, sink: RestSinkOptions, error: AppError | null, resolved: Resolved): Check {
  if (error !== null && OF_TLS.has(reasonOf(error) ?? 'other')) return failedBy(TLS, error)
  if (url.protocol === 'http:') {
    const hasToken = sink.token !== null || sink.auth !== null
    const leaves = 'addresses' in resolved && resolved.addresses.some((one) => addressKind(one) === 'public')
    if (!hasToken || !leaves) return untested(TLS, `${url.origin} is reached without it`)
    return warned(TLS, {
      code: 'gms-without-tls',
      found: `The token goes to ${url.origin} in the clear, over public addresses`,
      cure: 'Give GMS a certificate, and let `server` begin with https://'
    })
  }
  if (error !== null && error.cause instanceof NetworkError) return untested(TLS, 'no connection was made')
  if (!sink.disableSslVerification) return well(TLS, 'the certificate is trusted and is for this host')
  return warned(TLS, {
    code: 'gms-tls-unverified',
    found: 'disable_ssl_verification is set: whoever answers is taken for GMS, and gets the token',
    cure: 'Take it out of the sink, and give the authority as `ca_certificate_path`'
  })
}

/** Only of a recipe that keeps its state in the GMS that it writes to. */
function stateChecks({ stateful }: Recipe, sink: RestSinkOptions, gms: GmsConfig): readonly Check[] {
  if (stateful?.provider.type !== 'datahub' || stateful.provider.connection.server !== sink.server) return []
  if (gms.statefulIngestionCapable) return [well(STATE, 'GMS keeps the state of ingestions')]
  const cure = 'Upgrade DataHub, or set `stateful_ingestion: {enabled: false}`'
  return [failed(STATE, { code: 'state-not-supported', found: 'GMS keeps no state of ingestions', cure })]
}
