import { type ConfigNode, isOpen, memberOf } from '../../core/config/node.ts'
import { flag, type ReadContext } from '../../core/config/types.ts'
import type { Lint } from './rule.ts'

/** How the sink reaches DataHub: what others on the way could read or answer. */
export const lintConnection: Lint = (root, context) => {
  const config = memberOf(memberOf(root, 'sink'), 'config')
  const unverified = memberOf(config, 'disable_ssl_verification')
  if (unverified !== undefined && !isOpen(unverified) && flag.read(unverified, UNTOLD) === true) {
    const message = 'any certificate is accepted: whoever stands in between gets the token'
    const cure = 'name the authority of the server’s certificate in ca_certificate_path'
    context.tell(unverified.at, 'warning', { code: 'unverified-tls', message, cure })
  }
  const server = memberOf(config, 'server')
  const isPlain = server?.kind === 'scalar' && !isOpen(server) && isPlainAndFar(String(server.value))
  if (isPlain && isGiven(memberOf(config, 'token'))) {
    const message = 'the token goes to this server over http, where everybody on the way can read it'
    context.tell(server.at, 'warning', { code: 'token-over-http', message, cure: 'use an https address' })
  }
}

const UNTOLD: ReadContext = { ignoredKeys: 'warning', tell: () => undefined }

const isGiven = (token: ConfigNode | undefined): boolean =>
  token?.kind === 'scalar' && (isOpen(token) || (token.type === 'string' && token.value !== ''))

/** Names without a dot, and these, are of one's own network: a service of Kubernetes or Docker, the machine itself. */
const NEAR =
  /^(?:localhost|[\w-]+|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[.*\]|.*\.(?:local|internal|svc|localhost|lan))$/i

function isPlainAndFar(server: string): boolean {
  if (!/^http:\/\//i.test(server) || !URL.canParse(server)) return false
  return !NEAR.test(new URL(server).hostname)
}
