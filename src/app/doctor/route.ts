import { addressKind, type Resolved } from '../../core/network-place.ts'
import type { Check } from '../../model/doctor.ts'
import { type About, failed, well } from './check.ts'

/** The way from here to GMS. */
export interface Route {
  readonly url: URL
  /** The proxy in between; null: none. */
  readonly proxy: URL | null
  /** What the host's name stands for; with a proxy it is the proxy's to know. */
  readonly resolved: Resolved
  /** Whether anything has answered. */
  readonly isReached: boolean
}

const ROUTE: About = { id: 'gms-route', family: 'gms', title: 'Route to GMS' }

const INSIDE =
  'Let the job run on a self-hosted runner inside that network (runs-on: in the workflow, or the repository variable RUNS_ON), or give GMS an address that this machine can reach'

/** Tells how GMS is reached from here, and above all when it is in a network that this machine is not in. */
export function routeCheck({ url, proxy, resolved, isReached }: Route): Check {
  const host = url.hostname
  if (proxy !== null) return well(ROUTE, `${host} through the proxy ${proxy.host}, as the environment says`)
  if ('error' in resolved) {
    return failed(ROUTE, {
      code: 'gms-host-unknown',
      found: `${host} is not known here (${resolved.error === '' ? 'no answer' : resolved.error})`,
      cure: `Check the name. A private DNS zone is known inside its VPC only. ${INSIDE}`
    })
  }
  const kinds = new Set(resolved.addresses.map(addressKind))
  const shown = resolved.addresses.slice(0, 3).join(', ')
  const isInside = kinds.size > 0 && !kinds.has('public') && !kinds.has('loopback')
  if (isInside && !isReached) {
    return failed(ROUTE, {
      code: 'gms-in-another-network',
      found: `${host} has a private address (${shown}) that nothing answers at: GMS is in a network that this machine is not in, or a security group keeps it out`,
      cure: `${INSIDE}. Let its security group into GMS's, at port ${portOf(url)}`
    })
  }
  const kind = isInside ? 'a private address' : kinds.has('loopback') ? 'this machine' : 'a public address'
  return well(ROUTE, `${host} is ${kind} (${shown}), without a proxy`)
}

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80')
