import { describe, expect, it } from '@jest/globals'
import { faultOfRoleArn, isSessionOf, parseRoleArn } from '../../src/aws/arn.ts'

describe('parseRoleArn', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/datahub', { partition: 'aws', account: '111122223333', name: 'datahub' }],
    ['arn:aws-cn:iam::111122223333:role/team/lake/reader', { partition: 'aws-cn', name: 'reader' }],
    ['arn:aws-us-gov:iam::111122223333:role/a+b=c,d.e@f-g_h', { partition: 'aws-us-gov', name: 'a+b=c,d.e@f-g_h' }]
  ])('%s', (arn, parts) => {
    expect(parseRoleArn(arn)).toMatchObject({ arn, ...parts })
  })

  it.each([
    ['', 'is not the ARN of an IAM role'],
    ['datahub', "is a role's name"],
    ['arn:aws:iam::11112222333:role/short-account', 'is not the ARN'],
    ['arn:aws:iam::111122223333:role/', 'is not the ARN'],
    ['arn:aws:iam::111122223333:user/me', 'ARN of a user'],
    ['arn:aws:iam::111122223333:instance-profile/x', 'instance profile'],
    ['arn:aws:sts::111122223333:assumed-role/datahub/session', 'session of a role'],
    [' arn:aws:iam::111122223333:role/x', 'has spaces around it'],
    ['arn:aws:iam::111122223333:role/with space', 'is not the ARN'],
    [`arn:aws:iam::111122223333:role/${'x'.repeat(65)}`, 'is not the ARN']
  ])('refuses %j: %s', (text, fault) => {
    expect(parseRoleArn(text)).toBeNull()
    expect(faultOfRoleArn(text)).toContain(fault)
  })
})

describe('isSessionOf', () => {
  const role = 'arn:aws:iam::111122223333:role/team/Reader'
  it.each([
    ['arn:aws:sts::111122223333:assumed-role/Reader/run-1', true],
    ['arn:aws:sts::111122223333:assumed-role/reader/run-1', false],
    ['arn:aws:sts::111122223333:assumed-role/team/Reader', false],
    ['arn:aws:sts::444455556666:assumed-role/Reader/run-1', false],
    ['arn:aws-cn:sts::111122223333:assumed-role/Reader/run-1', false],
    ['arn:aws:iam::111122223333:role/team/Reader', false],
    ['arn:aws:iam::111122223333:user/Reader', false],
    ['', false]
  ])('%s: %s', (caller, is) => {
    expect(isSessionOf(caller, role)).toBe(is)
  })
})
