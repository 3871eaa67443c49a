import { describe, expect, it } from '@jest/globals'
import { type Decision, decide, type PolicyDocument, type PolicyQuestion, type PolicyStatement } from './iam-policy.ts'

const allow = (statement: Partial<PolicyStatement>): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...statement }]
})
const ask: PolicyQuestion = { action: 'glue:GetTables', resource: 'arn:aws:glue:eu-west-1:111122223333:database/sales' }

const cases: readonly (readonly [string, PolicyDocument, PolicyQuestion, Decision])[] = [
  ['everything', allow({}), ask, 'allow'],
  ['one action', allow({ Action: 'glue:GetTables' }), ask, 'allow'],
  ['an action in other case', allow({ Action: 'GLUE:gettables' }), ask, 'allow'],
  ['actions by wildcard', allow({ Action: ['s3:*', 'glue:Get*'] }), ask, 'allow'],
  ['another action', allow({ Action: 'glue:GetDatabases' }), ask, 'silent'],
  ['all actions but one', allow({ Action: [], NotAction: 'glue:GetTables' }), ask, 'silent'],
  ['a resource by wildcard', allow({ Resource: 'arn:aws:glue:*:111122223333:database/s?les' }), ask, 'allow'],
  ['a resource in other case', allow({ Resource: 'arn:aws:glue:*:111122223333:database/SALES' }), ask, 'silent'],
  ['no resource', allow({ Resource: [] }), ask, 'silent'],
  [
    'a deny that wins over an allow',
    {
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'glue:GetTables', Resource: '*' }
      ]
    },
    ask,
    'deny'
  ],
  [
    'a condition that holds',
    allow({ Condition: { StringLike: { 'a:sub': 'repo:o/r:*' } } }),
    { ...ask, context: { 'a:sub': 'repo:o/r:ref:x' } },
    'allow'
  ],
  [
    'a condition that does not',
    allow({ Condition: { StringLike: { 'a:sub': 'repo:o/r:*' } } }),
    { ...ask, context: { 'a:sub': 'repo:o/rr:x' } },
    'silent'
  ],
  ['a condition on an absent key', allow({ Condition: { StringEquals: { 'a:sub': 'x' } } }), ask, 'silent'],
  ['…IfExists on an absent key', allow({ Condition: { StringEqualsIfExists: { 'a:sub': 'x' } } }), ask, 'allow'],
  [
    'ForAllValues on an absent key, which is its danger',
    allow({ Condition: { 'ForAllValues:StringEquals': { 'a:sub': ['x'] } } }),
    ask,
    'allow'
  ],
  [
    'ForAnyValue on an absent key',
    allow({ Condition: { 'ForAnyValue:StringEquals': { 'a:sub': ['x'] } } }),
    ask,
    'silent'
  ],
  [
    'condition keys in other case',
    allow({ Condition: { StringEquals: { 'STS:externalid': 'x' } } }),
    { ...ask, context: { 'sts:ExternalId': 'x' } },
    'allow'
  ],
  ['Null: absent', allow({ Condition: { Null: { 'a:sub': true } } }), ask, 'allow'],
  ['StringNotEquals', allow({ Condition: { StringNotEquals: { k: 'x' } } }), { ...ask, context: { k: 'y' } }, 'allow'],
  ['a principal', allow({ Principal: { AWS: 'arn:a' } }), { ...ask, principals: { AWS: ['arn:a'] } }, 'allow'],
  ['another principal', allow({ Principal: { AWS: 'arn:a' } }), { ...ask, principals: { AWS: ['arn:b'] } }, 'silent'],
  [
    'a principal of another kind',
    allow({ Principal: { AWS: 'arn:a' } }),
    { ...ask, principals: { Federated: ['arn:a'] } },
    'silent'
  ],
  [
    'regular expression characters as they are',
    allow({ Resource: 'arn:a+b(c)' }),
    { action: 'x:y', resource: 'arn:a+b(c)' },
    'allow'
  ]
]

describe('a policy with', () => {
  it.each(cases)('%s', (_, policy, question, expected) => {
    expect(decide(policy, question)).toBe(expected)
  })

  it('an operator that nobody has taught the stand-in is an error, not a silent refusal', () => {
    const policy = allow({ Condition: { NumericLessThan: { k: '1' } } })
    expect(() => decide(policy, { ...ask, context: { k: '0' } })).toThrow('NumericLessThan')
  })
})
