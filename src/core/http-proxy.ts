import type { Environment } from './environment.ts'

/**
 * The proxy that the environment names for `url`, or null: HTTPS_PROXY or HTTP_PROXY by the url's scheme, then ALL_PROXY,
 * unless NO_PROXY names its host. Lower-case names win, as with curl.
 */
export function proxyFor(url: URL, env: Environment): URL | null {
  if (isExempt(url, variable(env, 'no_proxy'))) return null
  const scheme = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const proxy = variable(env, scheme) || variable(env, 'all_proxy')
  if (proxy === '') return null
  return URL.canParse(proxy) ? new URL(proxy) : new URL(`http://${proxy}`)
}

const variable = (env: Environment, name: string): string => (env[name] ?? env[name.toUpperCase()] ?? '').trim()

/** Whether a NO_PROXY list names the host: `*`, `host`, `.suffix`, `*.suffix`, `host:port`, an address or a CIDR block. */
function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const entries = list.toLowerCase().split(/[\s,]+/)
  return entries.some((entry) => entry !== '' && matches(entry, host, port))
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true
  if (entry.includes('/')) return inBlock(entry, host)
  const parts = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry)
  if (parts !== null && parts[2] !== port) return false
  const name = (parts?.[1] ?? entry).replace(/^\[|\]$/g, '').replace(/^\*?\./, '')
  return host === name || host.endsWith(`.${name}`)
}

/** Whether an IPv4 address lies in a CIDR block such as `10.0.0.0/8`. */
function inBlock(block: string, host: string): boolean {
  const [base = '', bits = ''] = block.split('/')
  const network = ipv4(base)
  const address = ipv4(host)
  const width = Number(bits)
  if (network === null || address === null || !(width >= 0 && width <= 32)) return false
  const size = 2 ** (32 - width)
  return Math.floor(network / size) === Math.floor(address / size)
}

/** The address as a number, or null for what is no IPv4 address. */
function ipv4(text: string): number | null {
  const parts = text.split('.').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256))
  if (parts.length !== 4 || parts.some((part) => part > 255)) return null
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}
