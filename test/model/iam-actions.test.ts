import { describe, expect, it } from '@jest/globals'
import { partitionOf } from '../../src/model/aws-partition.ts'
import { compactPolicy, glueStatement, iamPolicy, prettyPolicy } from '../../src/model/iam-actions.ts'

const options = {
  catalogId: null,
  jobs: false,
  profiling: null,
  columnStatistics: false,
  s3BucketTags: false,
  s3ObjectTags: false,
  lakeFormationTags: null
}
const scope = { region: 'eu-west-1', account: null, rolesToAssume: [] }

describe('iamPolicy', () => {
  it('holds reading the catalogue and its key, and nothing else', () => {
    expect(iamPolicy(options, scope)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ReadGlueCatalog',
          Effect: 'Allow',
          Action: ['glue:GetDatabase', 'glue:GetDatabases', 'glue:GetTable', 'glue:GetTables'],
          Resource: [
            'arn:aws:glue:eu-west-1:*:catalog*',
            'arn:aws:glue:eu-west-1:*:database/*',
            'arn:aws:glue:eu-west-1:*:table/*'
          ]
        },
        {
          Sid: 'DecryptGlueCatalog',
          Effect: 'Allow',
          Action: ['kms:Decrypt'],
          Resource: ['*'],
          Condition: { StringEquals: { 'kms:ViaService': 'glue.eu-west-1.amazonaws.com' } }
        }
      ]
    })
  })

  it('allows the roles of a chain only where there is one', () => {
    const rolesToAssume = ['arn:aws:iam::111122223333:role/a']
    const actions = (policy: ReturnType<typeof iamPolicy>) => policy.Statement.flatMap((statement) => statement.Action)
    expect(actions(iamPolicy(options, scope))).not.toContain('sts:AssumeRole')
    expect(iamPolicy(options, { ...scope, rolesToAssume }).Statement.at(-1)).toMatchObject({
      Action: ['sts:AssumeRole'],
      Resource: rolesToAssume
    })
  })

  it('allows to read tags where a recipe asks for them', () => {
    const tags = { lakeFormationTags: { propagate: false, columns: true }, s3BucketTags: true, s3ObjectTags: true }
    const before = iamPolicy(options, scope).Statement.length
    expect(
      iamPolicy({ ...options, ...tags }, { ...scope, region: 'cn-north-1' }).Statement.slice(before)
    ).toMatchObject([
      { Action: ['lakeformation:GetResourceLFTags'], Resource: ['*'] },
      { Action: ['s3:GetBucketTagging'], Resource: ['arn:aws-cn:s3:::*'] },
      { Action: ['s3:GetObjectTagging'], Resource: ['arn:aws-cn:s3:::*/*'] }
    ])
  })

  it('names the parameters and secrets that a recipe takes values from, and their keys', () => {
    const kept = {
      parameters: ['/datahub/token:3', 'arn:aws:ssm:us-east-1:444455556666:parameter/shared:latest'],
      secrets: ['datahub', 'arn:aws:secretsmanager:us-east-1:444455556666:secret:x-a1B2c3']
    }
    const before = iamPolicy(options, scope).Statement.length
    expect(iamPolicy(options, { ...scope, kept }).Statement.slice(before)).toMatchObject([
      {
        Action: ['ssm:GetParameters'],
        Resource: [
          'arn:aws:ssm:eu-west-1:*:parameter/datahub/token',
          'arn:aws:ssm:us-east-1:444455556666:parameter/shared'
        ]
      },
      {
        Action: ['secretsmanager:GetSecretValue'],
        Resource: ['arn:aws:secretsmanager:eu-west-1:*:secret:datahub-??????', kept.secrets[1]]
      },
      { Action: ['kms:Decrypt'], Condition: { StringEquals: { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' } } },
      {
        Action: ['kms:Decrypt'],
        Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' } }
      }
    ])
  })

  it('lets a chain tag its sessions and name who stands behind them only where it does', () => {
    const rolesToAssume = ['arn:aws:iam::111122223333:role/a']
    const roleActions = ['sts:TagSession', 'sts:SetSourceIdentity']
    const actions = iamPolicy(options, { ...scope, rolesToAssume, roleActions }).Statement.flatMap(
      ({ Action }) => Action
    )
    expect(actions.slice(-3)).toEqual(['sts:AssumeRole', ...roleActions])
  })

  it('writes ARNs and hosts of the region it is for', () => {
    const text = compactPolicy(iamPolicy(options, { ...scope, region: 'cn-north-1', account: '111122223333' }))
    expect(text).toContain('arn:aws-cn:glue:cn-north-1:111122223333:database/*')
    expect(text).toContain('glue.cn-north-1.amazonaws.com.cn')
  })

  it('is short for sessions and readable for people', () => {
    const policy = iamPolicy(options, scope)
    expect(compactPolicy(policy)).not.toMatch(/Sid|\s/)
    expect(JSON.parse(prettyPolicy(policy))).toEqual(policy)
    expect(compactPolicy(policy).length).toBeLessThan(600)
  })
})

describe('glueStatement', () => {
  it('names the resources that Glue asks about', () => {
    const where = { region: 'eu-west-1', account: '111122223333' }
    expect(glueStatement('glue:GetTables', where, 'sales').Resource).toEqual([
      'arn:aws:glue:eu-west-1:111122223333:catalog',
      'arn:aws:glue:eu-west-1:111122223333:database/sales',
      'arn:aws:glue:eu-west-1:111122223333:table/sales/*'
    ])
    expect(glueStatement('glue:GetDatabases', where).Resource).toEqual([
      'arn:aws:glue:eu-west-1:111122223333:catalog',
      'arn:aws:glue:eu-west-1:111122223333:database/*'
    ])
  })
})

describe('partitionOf', () => {
  it.each([
    ['eu-west-1', 'aws', 'amazonaws.com'],
    ['xx-new-1', 'aws', 'amazonaws.com'],
    ['cn-northwest-1', 'aws-cn', 'amazonaws.com.cn'],
    ['us-gov-east-1', 'aws-us-gov', 'amazonaws.com'],
    ['us-iso-east-1', 'aws-iso', 'c2s.ic.gov'],
    ['us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov'],
    ['us-isof-south-1', 'aws-iso-f', 'csp.hci.ic.gov'],
    ['eu-isoe-west-1', 'aws-iso-e', 'cloud.adc-e.uk'],
    ['eusc-de-east-1', 'aws-eusc', 'amazonaws.eu']
  ])('%s is in %s', (region, id, dnsSuffix) => {
    expect(partitionOf(region)).toMatchObject({ id, dnsSuffix })
  })
})
