import { GlueClient } from '@aws-sdk/client-glue'
import { STSClient } from '@aws-sdk/client-sts'

/** Keys as the AWS SDK takes them. */
export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** The keys of the stand-ins' user. */
export const TEST_KEYS: Keys = { accessKeyId: 'test', secretAccessKey: 'test' }

/** AWS's own client for Glue on a stand-in, without retries. */
export function glueClient(endpoint: string, credentials: Keys = TEST_KEYS, region = 'eu-west-1'): GlueClient {
  return new GlueClient({ endpoint, region, credentials, maxAttempts: 1 })
}

/** AWS's own client for STS on a stand-in, without retries. */
export function stsClient(endpoint: string, credentials: Keys = TEST_KEYS): STSClient {
  return new STSClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 })
}

/** Posts JSON, as a client of GMS does. */
export async function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {}
): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body)
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
