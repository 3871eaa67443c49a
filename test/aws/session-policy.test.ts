import { describe, expect, it } from '@jest/globals'
import { sessionPolicyOf } from '../../src/aws/session-policy.ts'
import type { IamPolicy } from '../../src/model/iam-actions.ts'
import { appErrorOf, identityOptions } from './support.ts'

const NEEDED: IamPolicy = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Read', Effect: 'Allow', Action: ['glue:GetTables'], Resource: ['*'] }]
}
const COMPACT = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["glue:GetTables"],"Resource":["*"]}]}'
const ARN = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

describe('sessionPolicyOf', () => {
  it.each([
    ['by default what the recipe needs', {}, COMPACT, []],
    ['nothing with least-privilege: false', { leastPrivilege: false }, null, []],
    ['the inline policy in its place', { inlineSessionPolicy: ' { "Statement": [ ] }\n' }, '{"Statement":[]}', []],
    [
      'the inline policy, least-privilege or not',
      { inlineSessionPolicy: '{"Statement":[]}', leastPrivilege: false },
      '{"Statement":[]}',
      []
    ],
    ['managed policies beside it', { managedSessionPolicies: [ARN] }, COMPACT, [ARN]],
    ['managed policies alone', { managedSessionPolicies: [ARN], leastPrivilege: false }, null, [ARN]]
  ])('%s', (_case, inputs, policy, policyArns) => {
    expect(sessionPolicyOf(identityOptions(inputs), NEEDED)).toEqual({ policy, policyArns })
  })

  it('takes 2,048 characters and not one more', async () => {
    const policyOf = (length: number): IamPolicy => {
      const padding = 'x'.repeat(length - COMPACT.length + 1)
      return { ...NEEDED, Statement: [{ Effect: 'Allow', Action: ['glue:GetTables'], Resource: [padding] }] }
    }
    expect(sessionPolicyOf(identityOptions(), policyOf(2_048)).policy).toHaveLength(2_048)
    const error = await appErrorOf(() => sessionPolicyOf(identityOptions(), policyOf(2_049)))
    expect(error).toMatchObject({ kind: 'input', code: 'session-policy-invalid' })
    expect(error.cure).toMatch(/least-privilege.*inline-session-policy/)
  })

  it.each([
    ['no JSON', { inlineSessionPolicy: 'Version: 2012' }, 'inline-session-policy is not JSON'],
    ['no policy', { inlineSessionPolicy: '["glue:*"]' }, 'inline-session-policy has no Statement'],
    [
      'too long',
      { inlineSessionPolicy: `{"Statement":["${'x'.repeat(2_048)}"]}` },
      'inline-session-policy has 2066 characters'
    ],
    ['no ARN', { managedSessionPolicies: ['ReadOnlyAccess'] }, '"ReadOnlyAccess" in managed-session-policies'],
    ['eleven', { managedSessionPolicies: Array.from({ length: 11 }, () => ARN) }, 'names 11 policies']
  ])('refuses %s', async (_case, inputs, message) => {
    const error = await appErrorOf(() => sessionPolicyOf(identityOptions(inputs), NEEDED))
    expect(error).toMatchObject({ kind: 'input', code: 'session-policy-invalid' })
    expect(error.message).toContain(message)
  })
})
