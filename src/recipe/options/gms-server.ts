import { INVALID, type Type, text } from '../types.ts'

/** GMS's address, without a slash at its end. */
export const gmsServer: Type<string> = {
  name: 'the address of a server',
  read(node, context) {
    const address = text.read(node, context)
    if (address === INVALID) return INVALID
    if (/^https?:\/\//i.test(address) && URL.canParse(address)) return completed(address.replace(/\/+$/, ''))
    context.tell(node.at, 'error', {
      code: 'bad-server',
      message: `'${address}' is no http address`,
      cure: 'write it as http://host:8080, or as https://host/gms behind a proxy'
    })
    return INVALID
  }
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
