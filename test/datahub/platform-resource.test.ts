import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../src/core/json.ts'
import {
  type LfTagId,
  platformResourceInfo,
  platformResourceUrn,
  readPlatformResource
} from '../../src/datahub/platform-resource.ts'

/** What the peer's own classes make of Lake Formation's tags. */
interface Recorded {
  readonly id: Omit<LfTagId, 'inLakeFormation' | 'persisted'>
  readonly urns: readonly string[]
  readonly urn: string
  readonly aspects: { readonly platformResourceInfo: JsonObject }
}

const CASES: readonly Recorded[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../testdata/glue/tags/platform-resources.json'), 'utf8')
)

describe('platform resources of Lake Formation tags, by what the peer makes of them', () => {
  it.each(CASES)('$urn', ({ id, urns, urn, aspects }) => {
    const whole = { ...id, inLakeFormation: false, persisted: false }
    const resource = { id: whole, urns, managedByDatahub: false, allowedValues: null }
    expect(platformResourceUrn(whole)).toBe(urn)
    expect(platformResourceInfo(resource)).toEqual(aspects.platformResourceInfo)
    expect(readPlatformResource(aspects.platformResourceInfo)).toEqual(resource)
  })

  it.each([
    [{}],
    [{ resourceType: 'LakeFormationTagPlatformResource' }],
    [{ resourceType: 'LakeFormationTagPlatformResource', value: { schemaType: 'JSON', blob: '{' } }],
    [{ resourceType: 'LakeFormationTagPlatformResource', value: { schemaType: 'JSON', blob: '{"id":{"tag_key":1}}' } }],
    [{ resourceType: 'Other', value: { schemaType: 'JSON', blob: '{}' } }]
  ])('does not take %j for one', (aspect) => {
    expect(readPlatformResource(aspect)).toBeNull()
  })
})
