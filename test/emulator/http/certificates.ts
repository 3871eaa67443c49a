import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate and its private key, in PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** Certificates for servers and clients that trust only one another. Made anew each time: no key lies in the repository. */
export interface TestCertificates {
  /** The authority's certificate, for `ca` of a client and `clientCa` of a server. */
  readonly ca: string
  /** For 127.0.0.1 and localhost. */
  readonly server: Certificate
  readonly client: Certificate
}

/** A certificate authority, and a server's and a client's certificate signed by it, valid for a day around now. */
export function testCertificates(): TestCertificates {
  const authority = newKeys()
  const issue = (name: string, extensions: readonly Buffer[]): Certificate => {
    const keys = newKeys()
    const cert = certificate({ name, publicKey: keys.publicKey, extensions, signer: authority.privateKey })
    return { cert, key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
  }
  const ca = certificate({
    name: AUTHORITY,
    publicKey: authority.publicKey,
    extensions: [extension('2.5.29.19', sequence(Buffer.from([0x01, 0x01, 0xff])))],
    signer: authority.privateKey
  })
  const names = sequence(tagged(0x87, Buffer.from([127, 0, 0, 1])), tagged(0x82, Buffer.from('localhost')))
  return { ca, server: issue('localhost', [extension('2.5.29.17', names)]), client: issue('client', []) }
}

const AUTHORITY = 'Stand-in authority'
const DAY = 86_400_000

function newKeys(): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

interface Request {
  readonly name: string
  readonly publicKey: KeyObject
  readonly extensions: readonly Buffer[]
  readonly signer: KeyObject
}

/** An X.509 certificate of version 3 (RFC 5280), signed with ECDSA and SHA-256. */
function certificate(request: Request): string {
  const algorithm = sequence(objectId('1.2.840.10045.4.3.2'))
  const now = Date.now()
  const content = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(AUTHORITY),
    sequence(time(now - DAY), time(now + DAY)),
    nameOf(request.name),
    request.publicKey.export({ type: 'spki', format: 'der' }),
    ...(request.extensions.length === 0 ? [] : [tagged(0xa3, sequence(...request.extensions))])
  )
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', content, request.signer)]))
  const base64 = sequence(content, algorithm, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/gu) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
}

/** One element of ASN.1's distinguished encoding. */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts))
}

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const base128 = (value: number): number[] =>
    value < 128 ? [value] : [...base128(value >> 7).map((b) => b | 128), value & 127]
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function nameOf(commonName: string): Buffer {
  return sequence(tagged(0x31, sequence(objectId('2.5.4.3'), tagged(0x0c, Buffer.from(commonName)))))
}

function time(at: number): Buffer {
  return tagged(
    0x17,
    Buffer.from(
      `${new Date(at)
        .toISOString()
        .replace(/[-:T]|\..*/gu, '')
        .slice(2)}Z`
    )
  )
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(objectId(id), tagged(0x04, value))
}
