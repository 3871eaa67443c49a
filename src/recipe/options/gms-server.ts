import { quoted } from '../../core/quote.ts'
import { isOpen, type RecipeNode, shown } from '../node.ts'
import { checked, INVALID, type Invalid, type ReadContext, record, type Type, text } from '../types.ts'

/** In place of an address: server and token from the environment (rest_emitter.py). */
export const FROM_ENVIRONMENT = '__from_env__'

/** GMS's address, without a slash at its end. */
export const gmsServer: Type<string> = { ...checked(text, readAddress), name: 'the address of a server' }

function readAddress(address: string, node: RecipeNode, context: ReadContext): string | Invalid {
  if (address === FROM_ENVIRONMENT) return address
  if (/^https?:\/\//i.test(address) && URL.canParse(address)) return completed(address.replace(/\/+$/, ''))
  context.tell(node.at, 'error', {
    code: 'bad-server',
    message: `${node.kind === 'scalar' ? shown(node) : quoted(address)} is no http address`,
    cure: 'write it as http://host:8080, or as https://host/gms behind a proxy'
  })
  return INVALID
}

/** Hosted DataHub's address as the peer completes it (cli_utils.py fixup_gms_url). */
function completed(server: string): string {
  if (!/^[^/]+\/\/[^/]*acryl\.io/i.test(server)) return server
  const hosted = server
    .replace(/:8080/, '')
    .replace(/^http:/i, 'https:')
    .replace(/\/api\/gms$/, '/gms')
  return hosted.endsWith('/gms') ? hosted : `${hosted}/gms`
}

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

const headers = record(text)

/** Headers that HTTP can carry (RFC 9110, 5.5 and 5.6.2); the peer finds out with its first request. */
export const extraHeaders: typeof headers = {
  name: headers.name,
  read(node, context) {
    const values = headers.read(node, context)
    if (values === INVALID || node.kind !== 'map') return values
    const wrong = node.entries.filter(({ key, value }) => {
      const text = isOpen(value) ? '' : String(values[String(key.value)] ?? '')
      return !HEADER_NAME.test(String(key.value)) || !HEADER_VALUE.test(text)
    })
    for (const { key } of wrong) {
      const message = `${quoted(String(key.value))} cannot be sent as a header`
      const cure = 'its name takes letters, digits and dashes; its value stands on one line'
      context.tell(key.at, 'error', { code: 'bad-header', message, cure })
    }
    return wrong.length > 0 ? INVALID : values
  }
}
