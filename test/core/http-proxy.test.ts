import { describe, expect, it } from '@jest/globals'
import { AppError } from '../../src/core/errors.ts'
import { proxyFor } from '../../src/core/http-proxy.ts'
import { fc } from '../properties.ts'

const PROXY = 'http://proxy:3128'
const proxied = (url: string, noProxy: string): boolean =>
  proxyFor(new URL(url), { HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY, NO_PROXY: noProxy }) !== null

describe('proxyFor', () => {
  it.each([
    ['http://a', { HTTP_PROXY: 'http://p:1' }, 'http://p:1/'],
    ['http://a', { http_proxy: 'http://p:1' }, 'http://p:1/'],
    ['http://a', { HTTPS_PROXY: 'http://p:1' }, null],
    ['https://a', { HTTPS_PROXY: 'http://p:1' }, 'http://p:1/'],
    ['https://a', { https_proxy: 'https://p:1' }, 'https://p:1/'],
    ['https://a', { HTTP_PROXY: 'http://p:1' }, null],
    ['https://a', { ALL_PROXY: 'http://p:1' }, 'http://p:1/'],
    ['http://a', { all_proxy: 'http://p:1' }, 'http://p:1/'],
    ['http://a', { HTTP_PROXY: 'http://p:1', ALL_PROXY: 'http://p:2' }, 'http://p:1/'],
    ['http://a', { http_proxy: 'http://p:1', HTTP_PROXY: 'http://p:2' }, 'http://p:1/'],
    ['http://a', { http_proxy: '', HTTP_PROXY: 'http://p:2' }, null],
    ['http://a', { HTTP_PROXY: ' http://p:1 ' }, 'http://p:1/'],
    ['http://a', { HTTP_PROXY: 'p:1' }, 'http://p:1/'],
    ['http://a', { HTTP_PROXY: 'p' }, 'http://p/'],
    ['http://a', { HTTP_PROXY: 'http://user:pass@p:1' }, 'http://user:pass@p:1/'],
    ['http://a', { HTTP_PROXY: 'http://[fd00::1]:1' }, 'http://[fd00::1]:1/'],
    ['http://a', {}, null]
  ])('%s with %j', (url, env, proxy) => {
    expect(proxyFor(new URL(url), env)?.href ?? null).toBe(proxy)
  })

  it.each(['socks5://s3cret@p:1', 'http://', 'http://a b', 'ftp://p', '://'])(
    'refuses %s, and does not tell it',
    (value) => {
      const act = (): unknown => proxyFor(new URL('http://a'), { http_proxy: value })
      expect(act).toThrow(AppError)
      expect(act).toThrow(/^http_proxy is not the address of an http or https proxy$/)
    }
  )

  it('asks no proxy about what NO_PROXY names, be the proxy right or wrong', () => {
    expect(proxyFor(new URL('http://a'), { HTTP_PROXY: 'socks5://p', no_proxy: 'a' })).toBeNull()
  })
})

describe('NO_PROXY', () => {
  it.each([
    // host, and everything below it
    ['http://example.com', 'example.com', false],
    ['http://EXAMPLE.com', 'Example.COM', false],
    ['http://gms.example.com', 'example.com', false],
    ['http://gms.example.com', '.example.com', false],
    ['http://gms.example.com', '*.example.com', false],
    ['http://example.com', '.example.com', false],
    ['http://notexample.com', 'example.com', true],
    ['http://notexample.com', '.example.com', true],
    ['http://example.com.evil.org', 'example.com', true],
    ['http://example.com.', 'example.com', false],
    ['http://example.com', 'example.com.', false],
    ['http://example.com', '.', true],
    // ports
    ['http://example.com', 'example.com:80', false],
    ['https://example.com', 'example.com:443', false],
    ['http://example.com:8080', 'example.com:8080', false],
    ['http://example.com:8080', 'example.com', false],
    ['http://example.com', 'example.com:8080', true],
    ['http://gms.example.com:8080', '.example.com:8080', false],
    // lists
    ['http://b', 'a,b,c', false],
    ['http://b', 'a, b , c', false],
    ['http://b', 'a b c', false],
    ['http://b', ' ,, ', true],
    ['http://b', '', true],
    ['http://b', '*', false],
    ['http://b', 'a,*', false],
    // addresses
    ['http://127.0.0.1:8080', '127.0.0.1', false],
    ['http://127.0.0.1:8080', '127.0.0.1:8080', false],
    ['http://127.0.0.1:8080', '127.0.0.1:9090', true],
    ['http://10.1.2.3', '2.3', true],
    ['http://[::1]:8080', '::1', false],
    ['http://[::1]:8080', '[::1]', false],
    ['http://[::1]:8080', '[::1]:8080', false],
    ['http://[::1]:8080', '[::1]:9090', true],
    ['http://[fd00:0:0::1]', 'fd00::1', false],
    ['http://[fd00::1]', 'fd00::2', true],
    // blocks
    ['http://10.1.2.3', '10.0.0.0/8', false],
    ['http://11.1.2.3', '10.0.0.0/8', true],
    ['http://10.1.2.3', '10.1.2.3/32', false],
    ['http://10.1.2.4', '10.1.2.3/32', true],
    ['http://10.1.2.3', '0.0.0.0/0', false],
    ['http://10.1.2.3', '10.0.0.0/33', true],
    ['http://10.1.2.3', '10.0.0.0/', true],
    ['http://10.1.2.3', '10.0.0/8', true],
    ['http://10.1.2.3', 'fd00::/8', true],
    ['http://[fd12::1]', 'fd00::/8', false],
    ['http://[fe80::1]', 'fd00::/8', true],
    ['http://[fd12::1]', '10.0.0.0/8', true],
    ['http://ten.example.com', '10.0.0.0/8', true]
  ])('%s with %j goes through the proxy: %s', (url, noProxy, expected) => {
    expect(proxied(url, noProxy)).toBe(expected)
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '.', '*', ':', '/', '[', ']', '1', '0', ',', ' ', 'f') }),
        (list) => {
          expect(typeof proxied('http://a.b', list)).toBe('boolean')
        }
      )
    )
  })

  it('finds an address in the blocks around it, and in no others', () => {
    const octet = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), fc.integer({ min: 1, max: 32 }), (bytes, width) => {
        const address = bytes.join('.')
        const flipped = bytes.map((byte, i) =>
          i === Math.floor((width - 1) / 8) ? byte ^ (0x80 >> ((width - 1) % 8)) : byte
        )
        expect(proxied(`http://${address}`, `${address}/${width}`)).toBe(false)
        expect(proxied(`http://${address}`, `${flipped.join('.')}/${width}`)).toBe(true)
      })
    )
  })
})
