import { describe, expect, it } from '@jest/globals'
import { addressKind, resolveHost } from '../../src/core/network-place.ts'

describe('addressKind', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback'],
    ['10.0.1.2', 'private'],
    ['172.16.0.1', 'private'],
    ['172.32.0.1', 'public'],
    ['192.168.1.1', 'private'],
    ['100.64.3.4', 'private'],
    ['169.254.169.254', 'private'],
    ['fd00:ec2::254', 'private'],
    ['fe80::1', 'private'],
    ['8.8.8.8', 'public'],
    ['2600:1f18::1', 'public']
  ])('%s is %s', (address, kind) => {
    expect(addressKind(address)).toBe(kind)
  })
})

describe('resolveHost', () => {
  it.each([
    ['127.0.0.1', { addresses: ['127.0.0.1'] }],
    ['[::1]', { addresses: ['::1'] }]
  ])('takes an address for itself: %s', async (host, found) => {
    expect(await resolveHost(host)).toEqual(found)
  })

  it('says why a name stands for nothing', async () => {
    expect(await resolveHost('gms.invalid')).toEqual({ error: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/u) })
  })
})
