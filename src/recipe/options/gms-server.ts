import { type ConfigNode, isOpen, shown } from '../../core/config/node.ts'
import {
  checked,
  INVALID,
  type Invalid,
  type ReadContext,
  record,
  schemaOf,
  type Type,
  text
} from '../../core/config/types.ts'
import { quoted, quotedKey } from '../../core/quote.ts'

/** In place of an address: server and token from the environment (rest_emitter.py). */
export const FROM_ENVIRONMENT = '__from_env__'

/** The address of a GMS, without a slash at its end. */
export const httpServer: Type<string> = { ...checked(text, readAddress), name: 'the address of a server' }

/** The same of a sink, which may leave it to the environment. */
export const gmsServer: Type<string> = {
  ...checked(text, (address, node, context) =>
    address === FROM_ENVIRONMENT ? address : readAddress(address, node, context)
  ),
  name: httpServer.name
}

/** Whether text is an address that GMS can be reached at. */
export const isServer = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address)

function readAddress(address: string, node: ConfigNode, context: ReadContext): string | Invalid {
  if (isServer(address)) return normalServer(address)
  context.tell(node.at, 'error', {
    code: 'bad-server',
    message: `${node.kind === 'scalar' ? shown(node) : quoted(address)} is no http address`,
    cure: 'write it as http://host:8080, or as https://host/gms behind a proxy'
  })
  return INVALID
}

/** An address without a slash at its end; hosted DataHub's is completed (cli_utils.py fixup_gms_url). */
export function normalServer(address: string): string {
  const server = address.replace(/\/+$/, '')
  if (!server.includes('acryl.io')) return server
  const secure = server.replace(/:8080$/, '').replace(/^http:\/\//i, 'https://')
  return secure.endsWith('acryl.io') ? `${secure}/gms` : secure.replace(/acryl\.io\/api\/gms$/, 'acryl.io/gms')
}

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

const headers = record(text)

/** Headers that HTTP can carry (RFC 9110, 5.5 and 5.6.2); the peer finds out with its first request. */
export const extraHeaders: typeof headers = {
  name: headers.name,
  schema: schemaOf(headers),
  read(node, context) {
    const values = headers.read(node, context)
    if (node.kind !== 'map') return values
    const wrong = node.entries.filter(({ key, value }) => {
      const isText = value.kind === 'scalar' && value.type === 'string' && !isOpen(value)
      return !HEADER_NAME.test(String(key.value)) || (isText && !HEADER_VALUE.test(value.value))
    })
    for (const { key } of wrong) {
      const message = `${quotedKey(String(key.value))} cannot be sent as a header`
      const cure = 'its name takes letters, digits and dashes; its value stands on one line'
      context.tell(key.at, 'error', { code: 'bad-header', message, cure })
    }
    return wrong.length > 0 ? INVALID : values
  }
}
