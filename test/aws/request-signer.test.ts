import { createHash, createHmac } from 'node:crypto'
import { expect, it } from '@jest/globals'
import { SignatureV4 } from '@smithy/signature-v4'
import { RequestSigner } from '../../src/aws/request-signer.ts'
import { fc } from '../properties.ts'

/** SHA-256 in the form that the SDK's signer takes. */
class Sha256 {
  readonly #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', Buffer.from(secret as Uint8Array))
  }

  update(data: Uint8Array): void {
    this.#hash.update(data)
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest()
  }

  reset(): void {}
}

const credentials = fc.record(
  {
    accessKeyId: fc.stringMatching(/^[A-Z0-9]{4,20}$/),
    secretAccessKey: fc.string({ minLength: 1 }),
    sessionToken: fc.base64String({ minLength: 4 })
  },
  { requiredKeys: ['accessKeyId', 'secretAccessKey'] }
)
const time = fc.date({ min: new Date(0), max: new Date(4_000_000_000_000), noInvalidDate: true })
const path = fc.constantFrom('/GetResourceLFTags', '/', '/base path/It%20em', "/a*b'(c)!")

it('signs as the SDK does, whatever the keys, the time and the body', async () => {
  const signer = new RequestSigner('lakeformation', 'eu-west-1')
  await fc.assert(
    fc.asyncProperty(credentials, time, path, fc.string({ unit: 'grapheme' }), async (keys, now, where, body) => {
      const host = 'lakeformation.eu-west-1.amazonaws.com'
      const theirs = new SignatureV4({
        service: 'lakeformation',
        region: 'eu-west-1',
        credentials: keys,
        sha256: Sha256,
        applyChecksum: false
      })
      const headers = { host, 'content-type': 'application/json' }
      const request = { method: 'POST', protocol: 'https:', hostname: host, path: where, headers, body }
      const signed = await theirs.sign(request, { signingDate: now })
      const ours = signer.sign({ host, path: where, contentType: 'application/json', body, time: now }, keys)
      expect(ours).toEqual(signed.headers)
    })
  )
})

it('signs again with new keys from the moment they are given', () => {
  const signer = new RequestSigner('lakeformation', 'eu-west-1')
  const request = { host: 'h', path: '/', contentType: 'application/json', body: '', time: new Date(0) }
  const sign = (secretAccessKey: string): string | undefined =>
    signer.sign(request, { accessKeyId: 'A', secretAccessKey }).authorization
  const first = sign('one')
  expect(sign('two')).not.toBe(first)
  expect(sign('one')).toBe(first)
})
