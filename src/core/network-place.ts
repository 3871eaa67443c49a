import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { codeOf } from './http-error.ts'

/**
 * Where an address is: on this machine, in a network of one's own, or on the internet.
 * https://www.iana.org/assignments/iana-ipv4-special-registry and its sister for IPv6.
 */
export type AddressKind = 'loopback' | 'private' | 'public'

const LOOPBACK = blocks(['127.0.0.0/8', '::1/128'])
/** RFC 1918, the shared space of carriers and of AWS (RFC 6598), link-local and unique local addresses. */
const PRIVATE = blocks([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10'
])

function blocks(list: readonly string[]): BlockList {
  const made = new BlockList()
  for (const block of list) {
    const [base = '', bits = '0'] = block.split('/')
    made.addSubnet(base, Number(bits), isIP(base) === 4 ? 'ipv4' : 'ipv6')
  }
  return made
}

export function addressKind(address: string): AddressKind {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (LOOPBACK.check(address, family)) return 'loopback'
  return PRIVATE.check(address, family) ? 'private' : 'public'
}

/** What a host name stands for: its addresses, or the code of the resolver's error, such as `ENOTFOUND`. */
export type Resolved = { readonly addresses: readonly string[] } | { readonly error: string }

/** Looks a host name up as a connection would; an address stands for itself. Never rejects. */
export async function resolveHost(hostname: string): Promise<Resolved> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return { addresses: [host] }
  try {
    const found = await lookup(host, { all: true })
    return { addresses: found.map(({ address }) => address) }
  } catch (error) {
    return { error: codeOf(error) }
  }
}
