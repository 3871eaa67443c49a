import { describe, expect, it } from '@jest/globals'
import { redactSecrets } from '../../../../src/source/glue/jobs/redact.ts'
import { fc } from '../../../properties.ts'

describe('redactSecrets', () => {
  // What the peer's regular expression makes of each (glue.py _redact_secret_fields_in_dataflow_script).
  it.each([
    ['a password', '{"password": "x"}', '{"password": "*****"}'],
    [
      'any case and place of the word',
      '{"db_PassWord_1":"x", "mySECRETs"  :  "y"}',
      '{"db_PassWord_1":"*****", "mySECRETs"  :  "*****"}'
    ],
    ['a value of nothing', '{"secret": ""}', '{"secret": "*****"}'],
    ['a quote within the value', String.raw`{"secret": "a\"b", "c": "d"}`, '{"secret": "*****", "c": "d"}'],
    ['lines between', '{"secret"\n:\n"x\ny"}', '{"secret"\n:\n"*****"}'],
    ['what is no text', '{"secret": 5, "password": null}', '{"secret": 5, "password": null}'],
    ['single quotes', "{'password': 'x'}", "{'password': 'x'}"],
    ['the word in the value alone', '{"key": "password"}', '{"key": "password"}'],
    ['other keys', '{"user": "u"}', '{"user": "u"}'],
    ['nothing', '', '']
  ])('hides %s as the peer does', (_case, script, hidden) => {
    expect(redactSecrets(script)).toBe(hidden)
  })

  it('goes over hostile scripts in no time', () => {
    const hostile = [
      `"${'\\"'.repeat(100_000)}password`,
      '"password'.repeat(50_000),
      `"password":${' '.repeat(200_000)}`,
      '"password": "'.repeat(30_000),
      `"${'secret\\"'.repeat(50_000)}" : `
    ]
    const started = process.cpuUsage()
    for (const script of hostile) expect(redactSecrets(script).length).toBeGreaterThan(0)
    // The peer's regular expression would not come to an end in a lifetime.
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000)
  })

  it('leaves nothing of a value behind a key that tells of a secret', () => {
    const plain = fc.stringMatching(/^[a-z ]{0,8}$/)
    const key = fc.tuple(plain, fc.constantFrom('password', 'SECRET', 'Secret'), plain).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.stringMatching(/^[A-Z]{3,9}$/))), (entries) => {
        const script = entries.map(([name, value]) => `"${name}": "<${value}>"`).join(',\n')
        expect(redactSecrets(script)).toBe(entries.map(([name]) => `"${name}": "*****"`).join(',\n'))
      })
    )
  })

  it('leaves what has no such word as it is', () => {
    const other = fc.string({ unit: 'binary' }).filter((text) => !/password|secret/iu.test(text))
    fc.assert(fc.property(other, (text) => expect(redactSecrets(text)).toBe(text)))
  })
})
