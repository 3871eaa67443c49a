import { describe, expect, it } from '@jest/globals'
import { parseRoleArn } from '../../src/aws/arn.ts'
import { claimsOf, shownClaims, type TokenClaims } from '../../src/aws/oidc-token.ts'
import { assumeRoleTrust, subjectForms, webIdentityTrust } from '../../src/aws/trust-policy.ts'

const CLAIMS: TokenClaims = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo/app:ref:refs/heads/main',
  audience: 'sts.amazonaws.com',
  repositoryId: '456',
  repositoryOwnerId: '123'
}

function tokenOf(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`
}

describe('claimsOf', () => {
  it('reads what errors speak of', () => {
    const token = tokenOf({
      iss: 'https://x',
      sub: 'repo:ö/a:ref',
      aud: ['a', 'b'],
      repository_id: 456,
      repository_owner_id: '123'
    })
    expect(claimsOf(token)).toEqual({
      issuer: 'https://x',
      subject: 'repo:ö/a:ref',
      audience: 'a, b',
      repositoryId: '456',
      repositoryOwnerId: '123'
    })
  })

  it.each(['', 'a.b', 'a.b.c', 'a.bnVsbA.c', `${tokenOf({})}.x`])('is null for %j', (token) => {
    expect(claimsOf(token)).toBeNull()
  })
})

describe('subjectForms', () => {
  it.each([
    [
      'repo:octo/app:ref:refs/heads/main',
      ['repo:octo/app:ref:refs/heads/main', 'repo:octo@123/app@456:ref:refs/heads/main']
    ],
    [
      'repo:octo@123/app@456:environment:prod',
      ['repo:octo@123/app@456:environment:prod', 'repo:octo/app:environment:prod']
    ],
    [
      'repo:octo/app:environment:eu%3Awest',
      ['repo:octo/app:environment:eu%3Awest', 'repo:octo@123/app@456:environment:eu%3Awest']
    ],
    ['repo:octo/app:pull_request', ['repo:octo/app:pull_request', 'repo:octo@123/app@456:pull_request']],
    ['repository_owner:octo:workflow_ref:x', ['repository_owner:octo:workflow_ref:x']]
  ])('%s', (subject, forms) => {
    expect(subjectForms({ ...CLAIMS, subject })).toEqual(forms)
  })

  it('leaves out the form whose ids it does not know', () => {
    expect(subjectForms({ ...CLAIMS, repositoryId: null })).toEqual(['repo:octo/app:ref:refs/heads/main'])
    expect(subjectForms({ ...CLAIMS, subject: null })).toEqual([])
  })
})

describe('webIdentityTrust', () => {
  it.each([
    [
      'arn:aws:iam::111122223333:role/r',
      CLAIMS.issuer,
      'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'
    ],
    [
      'arn:aws-cn:iam::111122223333:role/r',
      CLAIMS.issuer,
      'arn:aws-cn:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'
    ],
    [
      'arn:aws:iam::111122223333:role/r',
      'https://token.actions.acme.ghe.com',
      'arn:aws:iam::111122223333:oidc-provider/token.actions.acme.ghe.com'
    ],
    [
      'arn:aws:iam::111122223333:role/r',
      'https://ghes.example.com/_services/token',
      'arn:aws:iam::111122223333:oidc-provider/ghes.example.com/_services/token'
    ]
  ])('%s, %s', (arn, issuer, provider) => {
    const role = parseRoleArn(arn)
    if (role === null) throw new Error('not a role')
    const host = provider.slice(provider.indexOf('/') + 1)
    expect(JSON.parse(webIdentityTrust(role, { ...CLAIMS, issuer }, 'sts.amazonaws.com'))).toEqual({
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:sub`]: subjectForms(CLAIMS) }
      }
    })
  })
})

describe('assumeRoleTrust', () => {
  it('asks for the external id where there is one', () => {
    expect(JSON.parse(assumeRoleTrust('arn:x', null))).toEqual({
      Effect: 'Allow',
      Principal: { AWS: 'arn:x' },
      Action: 'sts:AssumeRole'
    })
    expect(JSON.parse(assumeRoleTrust('arn:x', 'id'))).toMatchObject({
      Condition: { StringEquals: { 'sts:ExternalId': 'id' } }
    })
  })
})

describe('shownClaims', () => {
  it('are those that trust policies speak of, and nothing that would make a token', () => {
    const token = tokenOf({ sub: 's', aud: ['a', 'b'], repository_id: 7, jti: 'once', environment: 'prod', nbf: 1 })
    expect(shownClaims(token)).toEqual(['sub: s', 'aud: a, b', 'repository_id: 7', 'environment: prod'])
    expect(shownClaims('no.jwt')).toBeNull()
  })
})
