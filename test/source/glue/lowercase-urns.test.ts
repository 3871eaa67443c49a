import { describe, expect, it } from '@jest/globals'
import type { GlueOptions } from '../../../src/model/recipe.ts'
import { platformUrn } from '../../../src/source/glue/jobs/node-dataset.ts'
import { tableUrn } from '../../../src/source/glue/map/table-urn.ts'
import { candidateUrns } from '../../../src/source/glue/views/tables.ts'

/** What urns depend on. */
const options = (lowercaseUrns: boolean): GlueOptions =>
  ({
    platform: 'glue',
    platformInstance: 'Lake',
    env: 'PROD',
    aws: { region: 'eu-west-1' },
    catalogInstances: {},
    targetPlatforms: {},
    lowercaseUrns
  }) as unknown as GlueOptions

const urn = (name: string, platform = 'glue'): string => `urn:li:dataset:(urn:li:dataPlatform:${platform},${name},PROD)`

describe('names in urns', () => {
  it('are as they are', () => {
    expect(tableUrn('Db.Tä', undefined, options(false))).toBe(urn('Lake.Db.Tä'))
    expect(platformUrn('oracle', 'HR.T', options(false))).toBe(urn('HR.T', 'oracle'))
  })

  it('are in lower case where DataHub’s CLI has them so, without their instance', () => {
    expect(tableUrn('Db.TÄ', undefined, options(true))).toBe(urn('Lake.db.tä'))
    expect(platformUrn('oracle', 'HR.T', options(true))).toBe(urn('hr.t', 'oracle'))
    expect(candidateUrns('Db.T', options(true))).toEqual([urn('Lake.db.t'), urn('lake.db.t')])
  })
})
