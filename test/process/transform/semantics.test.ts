import { afterEach, describe, expect, it } from '@jest/globals'
import { systemClock } from '../../../src/core/clock.ts'
import type { JsonObject } from '../../../src/core/json.ts'
import { GmsReader } from '../../../src/datahub/gms-reader.ts'
import type { WorkUnit } from '../../../src/model/work-unit.ts'
import { gmsRig } from '../../datahub/gms-rig.ts'
import { startGms } from '../../emulator/gms/gms.ts'
import { holding, tableUrn, transformed } from './support.ts'

const unit = (urn: string, aspectName: string, aspect: JsonObject): WorkUnit => ({
  urn,
  entityType: 'dataset',
  aspectName,
  changeType: 'UPSERT',
  aspect
})
const T = tableUrn('t')
const STATUS = unit(T, 'status', { removed: false })
const tags = (...names: string[]): JsonObject => ({ tags: names.map((name) => ({ tag: `urn:li:tag:${name}` })) })
const domains = (...names: string[]): JsonObject => ({ domains: names.map((name) => `urn:li:domain:${name}`) })

const aspectOf = (units: readonly WorkUnit[], aspectName: string, urn = T): unknown =>
  units.find((it) => it.urn === urn && it.aspectName === aspectName)?.aspect

const addTags = (more = ''): string =>
  `  - {type: simple_add_dataset_tags, config: {tag_urns: ['urn:li:tag:new'] ${more}}}`
const addDomains = (more = ''): string =>
  `  - {type: simple_add_dataset_domain, config: {domains: ['urn:li:domain:new'] ${more}}}`

const closing: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

describe('semantics', () => {
  const given = unit(T, 'globalTags', tags('source'))
  const held = { [`${T} globalTags`]: tags('held') }

  it.each([
    ['OVERWRITE', '', tags('source', 'new')],
    ['OVERWRITE', ', replace_existing: true', tags('new')],
    ['PATCH', ', semantics: PATCH', tags('held', 'source', 'new')],
    ['patch', ', semantics: patch, replace_existing: true', tags('held', 'new')]
  ])('%s%s', async (_semantics, more, expected) => {
    const datahub = holding(held)
    expect(aspectOf(await transformed(addTags(more), [[given]], datahub), 'globalTags')).toEqual(expected)
    expect(datahub.asked).toEqual(more.includes('semantics') ? [`${T} globalTags`] : [])
  })

  it('makes an aspect where the source gives none, once for each entity', async () => {
    const pages = [[STATUS], [unit(tableUrn('u'), 'status', {})], [unit(T, 'viewProperties', {})]]
    const out = await transformed(addTags(), pages)
    expect(out.filter((it) => it.aspectName === 'globalTags').map(({ urn }) => urn)).toEqual([T, tableUrn('u')])
    expect(out.filter((it) => it.aspectName === 'tagKey')).toHaveLength(1)
  })

  it('asks DataHub for a page of tables in requests of a hundred', async () => {
    const gms = await startGms({})
    const rig = gmsRig(gms.url)
    closing.push(rig.close, () => gms.close())
    const reader = new GmsReader(rig.client, { server: gms.url, clock: systemClock, emit: rig.emit })
    const page = Array.from({ length: 200 }, (_, i) => unit(tableUrn(`t${i}`), 'status', { removed: false }))
    const out = await transformed(addTags(', semantics: PATCH'), [page], reader)
    expect(out.filter((it) => it.aspectName === 'globalTags')).toHaveLength(200)
    const asked = gms.requests.map(({ label }) => label)
    // The last entity of a page may go on in the next, and is asked for by itself.
    expect(asked).toEqual(Array.from({ length: 3 }, () => 'POST /openapi/v3/entity/dataset/batchGet'))
  })
})

describe('on_conflict', () => {
  it.each([
    ['DO_UPDATE', '', domains('new')],
    ['DO_NOTHING', ', on_conflict: DO_NOTHING', undefined],
    ['DO_NOTHING with PATCH', ', on_conflict: DO_NOTHING, semantics: PATCH', undefined],
    ['DO_UPDATE with PATCH', ', semantics: PATCH', domains('held', 'new')]
  ])('%s, when DataHub holds a domain', async (_name, more, expected) => {
    const datahub = holding({ [`${T} domains`]: domains('held') })
    expect(aspectOf(await transformed(addDomains(more), [[STATUS]], datahub), 'domains')).toEqual(expected)
  })

  it('DO_NOTHING adds a domain to what has none', async () => {
    const out = await transformed(addDomains(', on_conflict: DO_NOTHING'), [[STATUS]], holding({}))
    expect(aspectOf(out, 'domains')).toEqual(domains('new'))
  })
})

describe('is_container', () => {
  const container = (name: string) => ({ id: `urn:li:container:${name}`, urn: `urn:li:container:${name}` })
  const inContainer = (name: string, ...path: string[]): WorkUnit =>
    unit(tableUrn(name), 'browsePathsV2', { path: path.map(container) })
  const pattern = `
  - type: pattern_add_dataset_domain
    config: {is_container: true, domain_pattern: {rules: {'.*db\\.a.*': ['urn:li:domain:a'], '.*db\\.b.*': ['urn:li:domain:b']}}}`

  it('gives every container what the tables below it get', async () => {
    const pages = [[inContainer('a1', 'top', 'one'), inContainer('b1', 'top', 'two'), inContainer('c', 'other')]]
    const out = await transformed(pattern, pages, holding({}))
    expect(aspectOf(out, 'domains', 'urn:li:container:top')).toEqual(domains('a', 'b'))
    expect(aspectOf(out, 'domains', 'urn:li:container:one')).toEqual(domains('a'))
    expect(aspectOf(out, 'domains', 'urn:li:container:two')).toEqual(domains('b'))
    expect(aspectOf(out, 'domains', 'urn:li:container:other')).toBeUndefined()
  })

  it('asks DataHub for the path where this run makes none', async () => {
    const held = { [`${tableUrn('a1')} browsePathsV2`]: { path: [container('held')] } }
    const out = await transformed(pattern, [[unit(tableUrn('a1'), 'status', {})]], holding(held))
    expect(aspectOf(out, 'domains', 'urn:li:container:held')).toEqual(domains('a'))
  })
})

describe('data products', () => {
  const P = 'urn:li:dataProduct:p'
  const inProduct = (more = ''): string => `
  - type: pattern_add_dataset_dataproduct
    config: {dataset_to_data_product_urns_pattern: {rules: {'.*': ['${P}']}}${more}}`
  const pagesOf = (count: number, size = 100): WorkUnit[][] => {
    const units = Array.from({ length: count }, (_, i) => unit(tableUrn(`t${i}`), 'status', { removed: false }))
    return Array.from({ length: Math.ceil(count / size) }, (_, page) => units.slice(page * size, (page + 1) * size))
  }
  const patches = (out: readonly WorkUnit[]): readonly WorkUnit[] =>
    out.filter(({ urn, changeType }) => urn === P && changeType === 'PATCH')
  const assetsIn = ({ aspect }: WorkUnit): readonly unknown[] =>
    (aspect as readonly { readonly value: { readonly destinationUrn: string } }[]).map(
      ({ value }) => value.destinationUrn
    )

  it('get up to a thousand assets at the end, in one PATCH', async () => {
    const pages = pagesOf(1000)
    const out = await transformed(inProduct(), pages)
    expect(out.slice(0, -1)).toEqual(pages.flat())
    expect(out.at(-1)).toMatchObject({ urn: P, aspectName: 'dataProductProperties', changeType: 'PATCH' })
    expect(patches(out).map(assetsIn)).toEqual([pages.flat().map(({ urn }) => urn)])
  })

  it('get more in several, as they come', async () => {
    const pages = pagesOf(2500)
    const out = await transformed(inProduct(), pages)
    expect(out.filter(({ urn }) => urn !== P)).toEqual(pages.flat())
    expect(patches(out).map((patch) => assetsIn(patch).length)).toEqual([1000, 1000, 500])
    expect(patches(out).flatMap(assetsIn)).toEqual(pages.flat().map(({ urn }) => urn))
    // Behind the first table that it has no room for.
    expect(out.findIndex(({ urn }) => urn === P)).toBe(1001)
  })

  it('get a container in each PATCH that has tables of it, once', async () => {
    const container = 'urn:li:container:c'
    const pages = pagesOf(1500).map((page) => page.map(({ urn }) => unit(urn, 'container', { container })))
    const out = await transformed(inProduct(', is_container: true'), pages)
    const assets = patches(out).map(assetsIn)
    expect(assets.map(({ length }) => length)).toEqual([1000, 502])
    expect(assets.map((list) => list.filter((urn) => urn === container).length)).toEqual([1, 1])
    expect(new Set(assets.flat()).size).toBe(1501)
  })
})

describe('no match', () => {
  it.each([
    ['pattern_add_dataset_tags', `tag_pattern: {rules: {nothing: ['urn:li:tag:x']}}`],
    ['pattern_add_dataset_terms', `term_pattern: {rules: {nothing: ['urn:li:glossaryTerm:x']}}`],
    ['pattern_add_ownership', `owner_pattern: {rules: {nothing: ['urn:li:corpuser:x']}}`],
    ['pattern_add_domain', `domain_pattern: {rules: {nothing: ['urn:li:domain:x']}}`],
    ['pattern_add_dataset_schema_tags', `tag_pattern: {rules: {nothing: ['urn:li:tag:x']}}`],
    ['pattern_add_dataset_schema_terms', `term_pattern: {rules: {nothing: ['urn:li:glossaryTerm:x']}}`],
    [
      'pattern_add_dataset_dataproduct',
      `dataset_to_data_product_urns_pattern: {rules: {nothing: ['urn:li:dataProduct:x']}}`
    ],
    ['extract_dataset_tags', `extract_tags_from: urn, extract_tags_regex: '(nothing)'`],
    ['domain_mapping_based_on_tags', `domain_mapping: {nothing: 'urn:li:domain:x'}`],
    ['simple_remove_dataset_ownership', ''],
    ['replace_external_url', `input_pattern: a, replacement: b`],
    ['extract_ownership_from_tags', `tag_pattern: nothing`]
  ])('%s writes nothing', async (type, config) => {
    const transformer = `  - {type: ${type}, config: {${config}}}`
    expect(await transformed(transformer, [[STATUS]], holding({}))).toEqual([STATUS])
  })
})
