import { describe, expect, it } from '@jest/globals'
import { guidOf } from '../../src/datahub/guid.ts'
import { datasetUrn, platformInstanceUrn, userUrn } from '../../src/datahub/urn.ts'
import { databaseUrn } from '../../src/source/glue/map/container.ts'
import { glueOptions } from '../source/glue/map/options.ts'

// What the peer's mce_builder and mcp_builder made of the same names.
describe('urns', () => {
  it.each([
    ['glue', 'db.t', null, 'PROD', 'urn:li:dataset:(urn:li:dataPlatform:glue,db.t,PROD)'],
    ['glue', 'db.t', 'pi', 'DEV', 'urn:li:dataset:(urn:li:dataPlatform:glue,pi.db.t,DEV)'],
    ['glue', 'd b.T', '', 'QA', 'urn:li:dataset:(urn:li:dataPlatform:glue,d b.T,QA)'],
    [
      'athena',
      'a,b(c)␟%/:é🚀.x',
      'i,1',
      'PROD',
      'urn:li:dataset:(urn:li:dataPlatform:athena,i%2C1.a%2Cb%28c%29%E2%90%9F%/:é🚀.x,PROD)'
    ]
  ])('of a dataset: %s %s in %s, %s', (platform, name, platformInstance, env, expected) => {
    expect(datasetUrn({ platform, name, platformInstance, env })).toBe(expected)
  })

  it.each([
    ['etl', 'urn:li:corpuser:etl'],
    ['a,(b)', 'urn:li:corpuser:a%2C%28b%29'],
    ['urn:li:corpuser:x', 'urn:li:corpuser:x'],
    ['urn:li:corpGroup:y,z', 'urn:li:corpGroup:y,z'],
    ['urn:li:corpgroup:z', 'urn:li:corpuser:urn:li:corpgroup:z'],
    [' ', 'urn:li:corpuser: ']
  ])('of the owner %s', (owner, expected) => {
    expect(userUrn(owner)).toBe(expected)
  })

  it.each([
    ['pi', 'urn:li:dataPlatformInstance:(urn:li:dataPlatform:glue,pi)'],
    ['a,b', 'urn:li:dataPlatformInstance:(urn:li:dataPlatform:glue,a,b)'],
    ['urn:li:dataPlatformInstance:z', 'urn:li:dataPlatformInstance:z']
  ])('of the platform instance %s', (instance, expected) => {
    expect(platformInstanceUrn('glue', instance)).toBe(expected)
  })

  it.each([
    ['db', 'glue', null, 'PROD', '071db64caedddb3b8b9835f7d64e3f2f'],
    ['db', 'glue', 'pi', 'PROD', 'c3229e1010595e457ac1d9930f62f066'],
    ['db', 'glue', 'pi', 'DEV', 'c3229e1010595e457ac1d9930f62f066'],
    ['db', 'athena', null, 'DEV', '095c95fe436840bd2a57f762faaad691'],
    ['dätä 🚀"\u007f', 'glue', null, 'PROD', '8bdb560d1176bce57dc12fed48d672a9'],
    ['db', 'glue', '', 'PROD', 'f1f9a087950cce0a91f00125952f33b7'],
    ['a\nb\\', 'glue', 'ü', 'QA', '71a7b154e5fbc35141028c4eaccaf2f5']
  ] as const)('of the database %s on %s in %s, %s', (database, platform, platformInstance, env, guid) => {
    expect(databaseUrn(database, glueOptions({ platform, platformInstance, env }))).toBe(`urn:li:container:${guid}`)
  })

  it('makes guids that do not depend on the order of the key', () => {
    expect(guidOf({ b: '1', a: '2' })).toBe(guidOf({ a: '2', b: '1' }))
    expect(guidOf({ a: '1', b: '2' })).not.toBe(guidOf({ a: '2', b: '1' }))
  })
})
