import { describe, expect, it } from '@jest/globals'
import { AppError, messageOf } from '../../src/core/errors.ts'
import { gmsHeaders } from '../../src/datahub/gms-headers.ts'
import { TOOL } from '../../src/model/tool.ts'

describe('gmsHeaders', () => {
  it('names this program and carries the token', () => {
    expect(gmsHeaders('s3cret', {})).toEqual({
      'user-agent': `${TOOL.name}/${TOOL.version} (ingestion)`,
      'x-datahub-client-mode': 'INGESTION',
      'x-restli-protocol-version': '2.0.0',
      'content-type': 'application/json',
      accept: '*/*',
      'accept-encoding': 'gzip, deflate',
      authorization: 'Bearer s3cret'
    })
  })

  it('carries no token where there is none', () => {
    expect(gmsHeaders(null, {})).not.toHaveProperty('authorization')
  })

  it('lets extra headers win, however they are written', () => {
    const extra = { Authorization: 'Basic abc', 'USER-AGENT': 'me', 'X-Team': 'datä' }
    expect(gmsHeaders('s3cret', extra)).toMatchObject({
      authorization: 'Basic abc',
      'user-agent': 'me',
      'x-team': 'datä'
    })
  })

  it.each([
    ['token', 's3cret\n', {}, /^The token for GMS holds a character/],
    ['token', 's3\r\ncret', {}, /^The token for GMS/],
    ['token', 's3cret€', {}, /^The token for GMS/],
    ['extra header', null, { 'X-Key': 's3cret\n' }, /^The extra header 'X-Key' for GMS/],
    ['header name', null, { 'X Key': 's3cret' }, /^The extra header 'X Key' for GMS/],
    ['header name', null, { '': 's3cret' }, /^The extra header '' for GMS/]
  ] as const)('refuses a %s that cannot be sent, and does not tell it', (_what, token, extra, says) => {
    let thrown: unknown
    try {
      gmsHeaders(token, extra)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(AppError)
    expect(thrown).toMatchObject({ kind: 'input', code: 'header-invalid' })
    expect(messageOf(thrown)).toMatch(says)
    expect(messageOf(thrown)).not.toContain('s3')
  })
})
