import { partitionOf } from '../model/aws-partition.ts'
import { bodyText } from './json-answer.ts'
import { Transport, type TransportOptions } from './transport.ts'

/** What AWS's clock says, by the header `Date` of an answer. */
export interface ServerTime {
  /** Who was asked: a host. */
  readonly host: string
  /** Milliseconds since the epoch; null: the answer does not say. */
  readonly at: number | null
}

/**
 * Asks STS for nothing, without a signature: whatever it answers is dated. Needs no credentials.
 * @throws what Node says when there is no answer
 */
export async function awsTime(options: TransportOptions, signal: AbortSignal): Promise<ServerTime> {
  const transport = new Transport(options)
  try {
    const { endpoint, requestHandler, region } = transport.settingsFor('STS')
    const url = new URL(endpoint ?? `https://sts.${region}.${partitionOf(region).dnsSuffix}`)
    const request = {
      method: 'GET',
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      path: '/',
      query: {},
      headers: { host: url.host }
    }
    const { response } = await requestHandler.handle(
      // The handler's type asks for the SDK's class, of which it uses no method.
      request as unknown as Parameters<typeof requestHandler.handle>[0],
      { abortSignal: signal }
    )
    await bodyText(response.body)
    const at = Date.parse(response.headers.date ?? '')
    return { host: url.host, at: Number.isNaN(at) ? null : at }
  } finally {
    transport.close()
  }
}
