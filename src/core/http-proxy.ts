import { BlockList, isIP } from 'node:net'
import type { Environment } from './environment.ts'
import { AppError } from './errors.ts'

/**
 * The proxy that the environment names for `url`, or null: HTTPS_PROXY or HTTP_PROXY by the url's scheme, then ALL_PROXY,
 * unless NO_PROXY names its host. Lower-case names win, as with curl.
 * @throws AppError of kind `input` when the variable holds no proxy that we can speak to.
 */
export function proxyFor(url: URL, env: Environment): URL | null {
  if (isExempt(url, variable(env, 'no_proxy').value)) return null
  const scheme = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const { name, value } =
    [variable(env, scheme), variable(env, 'all_proxy')].find((found) => found.value !== '') ?? NONE
  return value === '' ? null : parseProxy(name, value)
}

const NONE = { name: '', value: '' }

/** A variable under its lower-case name or else its upper-case one; one that is set and empty hides the other. */
function variable(env: Environment, lower: string): { readonly name: string; readonly value: string } {
  const name = env[lower] === undefined ? lower.toUpperCase() : lower
  return { name, value: (env[name] ?? '').trim() }
}

function parseProxy(name: string, value: string): URL {
  const text = value.includes('://') ? value : `http://${value}`
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && url.hostname !== '' && /^https?:$/.test(url.protocol)) return url
  // The value may hold a password.
  throw new AppError(`${name} is not the address of an http or https proxy`, {
    kind: 'input',
    code: 'proxy-invalid',
    cure: `write ${name} as http://host:port, or http://user:password@host:port`
  })
}

/**
 * Whether a NO_PROXY list names the host: `*`, `host` and `.host` (each with everything below it), `*.host`, `host:port`,
 * an address, or a CIDR block. The forms that curl, Go and Python's requests know.
 */
function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const entries = list.toLowerCase().split(/[\s,]+/)
  return entries.some((entry) => entry !== '' && matches(entry, host, port))
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true
  if (entry.includes('/')) return inBlock(entry, host)
  const parts = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry)
  if (parts !== null && parts[2] !== port) return false
  const name = (parts?.[1] ?? entry).replace(/^\[|\]$/g, '')
  if (isIP(name) !== 0) return isIP(host) === isIP(name) && inBlock(`${name}/${isIP(name) === 4 ? 32 : 128}`, host)
  const domain = name.replace(/^\*?\./, '').replace(/\.$/, '')
  return domain !== '' && isIP(host) === 0 && (host === domain || host.endsWith(`.${domain}`))
}

/** Whether an address lies in a CIDR block such as `10.0.0.0/8` or `fd00::/8`. */
function inBlock(block: string, host: string): boolean {
  const [base = '', bits = ''] = block.split('/')
  const family = isIP(base)
  const width = /^\d{1,3}$/.test(bits) ? Number(bits) : -1
  if (family === 0 || family !== isIP(host) || width < 0 || width > (family === 4 ? 32 : 128)) return false
  const list = new BlockList()
  const name = family === 4 ? 'ipv4' : 'ipv6'
  list.addSubnet(base, width, name)
  return list.check(host, name)
}
