import { describe, expect, it } from '@jest/globals'
import { decodeBase85, encodeBase85 } from '../../src/core/base85.ts'
import { fc } from '../properties.ts'

describe('base 85', () => {
  it.each([
    ['', ''],
    ['61', 'VE'],
    ['6162', 'VPX'],
    ['616263', 'VPaz'],
    ['61626364', 'VPa!s'],
    ['00000000', '00000'],
    ['ffffffff', '|NsC0'],
    ['425a6839314159', 'LRx4!F+o']
  ])('writes %s as Python does: %s', (bytes, text) => {
    expect(encodeBase85(Buffer.from(bytes, 'hex')).slice(0, 8)).toBe(text)
    expect(decodeBase85(encodeBase85(Buffer.from(bytes, 'hex')))?.toString('hex')).toBe(bytes)
  })

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeBase85(encodeBase85(bytes))).toEqual(Buffer.from(bytes))
      })
    )
  })

  it.each(['a b', '"""""', '~~~~~', 'abc\n'])('refuses %p', (text) => {
    expect(decodeBase85(text)).toBeNull()
  })
})
