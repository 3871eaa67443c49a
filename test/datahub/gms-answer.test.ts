import { describe, expect, it } from '@jest/globals'
import type { HttpResponse } from '../../src/core/http.ts'
import { answerOf, messageOf, originOf, unanswered } from '../../src/datahub/gms-answer.ts'
import { GmsError, restliErrorReply } from '../emulator/gms/gms-error.ts'
import { fc } from '../properties.ts'

const response = (status: number, text = '', headers: HttpResponse['headers'] = {}): HttpResponse => ({
  status,
  headers,
  text
})
/** GMS's own way of refusing. */
const gms = (status: number, message = 'No such aspect'): HttpResponse =>
  response(status, String(restliErrorReply(new GmsError(status, message)).body), { 'content-type': 'application/json' })
/** A load balancer's or a login page. */
const page = (status: number): HttpResponse =>
  response(status, '<html><head><title>Bad Gateway</title></head></html>', {
    'content-type': 'text/html; charset=utf-8'
  })

describe('answerOf', () => {
  it.each([
    ['ok', response(200, '{"value":"urn:li:x"}', { 'content-type': 'application/json' })],
    ['ok', response(200)],
    ['ok', response(204)],
    ['misrouted', page(200)],
    ['misrouted', response(200, '\n <!DOCTYPE html><html>', { 'content-type': 'text/plain' })],
    ['misrouted', response(301, '', { location: 'https://elsewhere/' })],
    ['misrouted', response(302)],
    ['misrouted', response(307, '', { location: '/login' })],
    ['misrouted', response(304)],
    ['rejected', gms(400)],
    ['misrouted', page(400)],
    ['unauthorized', gms(401)],
    ['unauthorized', page(401)],
    ['forbidden', gms(403)],
    ['forbidden', response(403, '{"error":"urn:li:corpuser:ci is unauthorized to CREATE entities."}')],
    ['misrouted', page(403)],
    ['misrouted', response(403, 'RBAC: access denied')],
    ['misrouted', response(403)],
    ['misrouted', page(404)],
    ['misrouted', gms(404)],
    ['misrouted', response(405)],
    ['unavailable', response(408)],
    ['rejected', gms(409)],
    ['rejected', gms(412)],
    ['too-large', page(413)],
    ['too-large', response(413)],
    ['rejected', gms(422)],
    ['unavailable', gms(429)],
    ['unavailable', page(500)],
    ['unavailable', response(500)],
    ['faulty', gms(500)],
    ['faulty', response(500, '{"message":"boom"}')],
    ['unavailable', response(500, '"boom"')],
    ['unavailable', gms(502)],
    ['unavailable', page(502)],
    ['unavailable', gms(503)],
    ['unavailable', response(504)]
  ] as const)('%s: %j', (kind, answer) => {
    expect(answerOf(answer).kind).toBe(kind)
  })

  it('takes nothing for a success but a success', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.constantFrom(gms, page, response), (status, made) => {
        const ok = answerOf(made(status)).kind === 'ok'
        expect(ok).toBe(status >= 200 && status < 300 && made !== page)
      })
    )
  })

  it('tells of a redirect only where to', () => {
    expect(answerOf(response(302, '', { location: 'https://sso.example/login?token=s3cret' }))).toEqual({
      kind: 'misrouted',
      message: 'it redirects (302) to https://sso.example'
    })
  })
})

describe('messageOf', () => {
  it.each([
    [gms(422, 'Unknown field x\nat /y'), 'Unknown field x at /y (status 422)'],
    [response(400, '{"message":"","error":"Bad Request"}'), 'Bad Request (status 400)'],
    [response(400, '{"error":"e","message":"m"}'), 'm (status 400)'],
    [response(400, '{"errorMessage":"e"}'), 'e (status 400)'],
    [response(400, '{"message":{"deep":1}}'), '{"message":{"deep":1}} (status 400)'],
    [response(400, 'plain   words\n\tof a proxy '), 'plain words of a proxy (status 400)'],
    [page(502), 'Bad Gateway (status 502)'],
    [response(502, '<html><body>no title</body></html>'), 'status 502'],
    [response(500), 'status 500'],
    [response(500, 'null'), 'null (status 500)'],
    [
      response(
        500,
        '{"message":"java.lang.NullPointerException\\n\\tat com.linkedin.Foo$Bar.baz(Foo.java:1)\\n\\tat x"}'
      ),
      'java.lang.NullPointerException (status 500)'
    ],
    [response(500, 'Failed\n\tat java.base/java.lang.Thread.run(Thread.java:840)'), 'Failed (status 500)']
  ])('of %j', (answer, message) => {
    expect(messageOf(answer)).toBe(message)
  })

  it('is one short line, whatever the answer', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.string({ unit: 'binary', minLength: 380, maxLength: 420 }).map((message) => JSON.stringify({ message }))
    )
    fc.assert(
      fc.property(text, (said) => {
        const message = messageOf(response(500, said))
        expect(message).not.toMatch(/[\n\r]/)
        expect(message.length).toBeLessThan(430)
        expect(message).not.toMatch(/\p{Surrogate}/u)
      })
    )
  })

  it('is quickly found in a long answer', () => {
    expect(messageOf(response(500, `${' '.repeat(1_000_000)}at x`)).length).toBeLessThan(430)
  })
})

describe('unanswered', () => {
  it('is unavailable', () => {
    expect(unanswered('refused', 'the connection was refused')).toEqual({
      kind: 'unavailable',
      message: 'no answer: the connection was refused'
    })
    expect(unanswered('timeout', 'no answer within 30 s')).toEqual({
      kind: 'unavailable',
      message: 'no answer within 30 s'
    })
  })
})

describe('originOf', () => {
  it.each([
    ['https://a.example:8443/b?c=d', 'https://a.example:8443'],
    ['/login', 'another page of the same server'],
    [undefined, 'nowhere']
  ])('%s', (location, origin) => {
    expect(originOf(location)).toBe(origin)
  })
})
