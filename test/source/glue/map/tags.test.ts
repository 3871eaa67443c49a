import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { GlobalTags } from '../../../../src/datahub/aspect-types.ts'
import { byCodePoint, tagUrn, tagUrnOf } from '../../../../src/datahub/tag-urn.ts'
import type { ResourceLfTags } from '../../../../src/model/lf-tags.ts'
import { databaseLfTags, tableLfTags } from '../../../../src/source/glue/map/lf-tags.ts'
import { columnTags, linkedTags, tableTags } from '../../../../src/source/glue/map/table-tags.ts'
import { containerTags } from '../../../../src/source/glue/map/tags.ts'
import { fc } from '../../../properties.ts'

/** Answers of Lake Formation, and what the peer's own methods made of them. */
interface Resolved {
  readonly answer: ResourceLfTags
  readonly propagate: boolean
  readonly table: GlobalTags | null
  readonly columns: Readonly<Record<string, GlobalTags | null>>
  /** Key, value and account of the tags of the database and the table. */
  readonly shown: readonly (readonly [string, string | null, string | null])[]
}

const CASES: readonly Resolved[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../testdata/glue/tags/resolved.json'), 'utf8')
)
const ORIGINS = { database: 'urn:li:container:c', table: 'urn:li:dataset:d' }
const TIME = 1_700_000_000_000

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe("a table's tags, by what the peer made of the same answers", () => {
  it.each(CASES.map((it, index) => [index, it] as const))(
    '%i',
    (_index, { answer, propagate, table, columns, shown }) => {
      const lfTags = tableLfTags(answer, { propagate, columns: true })
      const facts = { lfTags, lfTagsAt: TIME }
      expect(plain(tableTags(facts, ORIGINS))).toEqual(table)
      const tagsOf = columnTags(facts, ORIGINS)
      for (const [name, tags] of Object.entries(columns)) expect(plain(tagsOf(name))).toEqual(tags)
      const ours = [...databaseLfTags(answer), ...tableLfTags(answer, { propagate: false, columns: false }).direct]
      expect(ours.map((tag) => [tag.shownKey, tag.shownValue, tag.catalog ?? null])).toEqual(shown)
    }
  )

  it('covers inherited tags, overridden keys and columns of their own', () => {
    expect(CASES.length).toBeGreaterThan(80)
    expect(CASES.some(({ table }) => table?.tags.some((tag) => tag.attribution !== undefined) === true)).toBe(true)
    expect(CASES.some(({ columns }) => Object.values(columns).some((tags) => tags !== null))).toBe(true)
  })
})

describe('tags of S3 beside those of Lake Formation', () => {
  const answer = {
    LFTagOnDatabase: [{ TagKey: 'domain', TagValues: ['sales'] }],
    LFTagsOnTable: [{ TagKey: 'pii', TagValues: ['no'] }]
  }
  const lfTags = tableLfTags(answer, { propagate: true, columns: true })

  it('are one aspect, in which an inherited tag stays marked', () => {
    const s3Tags = ['urn:li:tag:team:a', 'urn:li:tag:domain:sales', 'urn:li:tag:pii:no', 'urn:li:tag:team:a']
    const tags = tableTags({ lfTags, lfTagsAt: TIME, s3Tags }, ORIGINS)?.tags ?? []
    expect(tags.map(({ tag }) => tag)).toEqual(['urn:li:tag:domain:sales', 'urn:li:tag:pii:no', 'urn:li:tag:team:a'])
    expect(tags.map(({ attribution }) => attribution?.source)).toEqual([ORIGINS.database, undefined, undefined])
  })

  it('stand alone where Lake Formation says nothing', () => {
    expect(tableTags({ s3Tags: ['urn:li:tag:b', 'urn:li:tag:a'] }, ORIGINS)).toEqual({
      tags: [{ tag: 'urn:li:tag:a' }, { tag: 'urn:li:tag:b' }]
    })
    expect(tableTags({}, ORIGINS)).toBeNull()
  })
})

describe('tags of databases, and links', () => {
  it('keeps a tag that is assigned twice, in the order of names', () => {
    const tags = databaseLfTags({
      LFTagOnDatabase: [
        { CatalogId: '1', TagKey: 'b', TagValues: ['1', ''] },
        { CatalogId: '2', TagKey: 'b', TagValues: ['1'] },
        { TagKey: 'a,b', TagValues: ['x'] }
      ]
    })
    const names = ['a%2Cb:x', 'b', 'b:1', 'b:1']
    expect(containerTags(tags)).toEqual({ tags: names.map((name) => ({ tag: `urn:li:tag:${name}` })) })
    expect(containerTags([])).toBeNull()
  })

  it('links the tags of columns once each by what is shown of them', () => {
    const LFTagsOnColumns = [
      { Name: 'a', LFTags: [{ TagKey: 'k v', TagValues: ['x'] }] },
      { Name: 'b', LFTags: [{ TagKey: 'k_v', TagValues: ['x', 'y'] }] }
    ]
    const lfTags = tableLfTags({ LFTagsOnColumns }, { propagate: false, columns: true })
    expect(linkedTags(lfTags).map((tag) => tag.urn)).toEqual(['urn:li:tag:k v:x', 'urn:li:tag:k_v:y'])
  })
})

describe('what is nothing like what AWS promises', () => {
  const anything = fc.oneof(fc.jsonValue(), fc.constant(undefined))
  const pairs = fc.oneof(
    fc.array(fc.oneof(fc.record({ TagKey: anything, TagValues: anything, CatalogId: anything }), anything)),
    anything
  )
  const answers = fc.record({
    LFTagOnDatabase: pairs,
    LFTagsOnTable: pairs,
    LFTagsOnColumns: fc.oneof(fc.array(fc.oneof(fc.record({ Name: anything, LFTags: pairs }), anything)), anything)
  })

  it('never throws, and gives tags of text alone', () => {
    fc.assert(
      fc.property(answers, fc.boolean(), (answer, propagate) => {
        const lfTags = tableLfTags(answer as ResourceLfTags, { propagate, columns: true })
        const tags = tableTags({ lfTags, lfTagsAt: TIME }, ORIGINS)?.tags ?? []
        expect(tags.every(({ tag }) => /^urn:li:tag:[^,()]+$/s.test(tag))).toBe(true)
        linkedTags(lfTags)
        columnTags({ lfTags, lfTagsAt: TIME }, ORIGINS)('a')
        containerTags(databaseLfTags(answer as ResourceLfTags))
      })
    )
  })
})

describe('urns of tags', () => {
  it.each([
    ['team:a', 'urn:li:tag:team:a'],
    ['a,(b)', 'urn:li:tag:a%2C%28b%29'],
    ['', null],
    ['urn:li:tag:x', 'urn:li:tag:x'],
    ['urn:li:tag:(x)', 'urn:li:tag:x'],
    ['urn:li:tag:()', null],
    ['urn:li:tag:a,b', null],
    ['urn:li:tag:', null],
    ['urn:li:tags:x', null],
    ['urn:li:glossaryTerm:x', null],
    ['urn:lithium:x', 'urn:li:tag:urn:lithium:x']
  ])('%s', (name, urn) => {
    expect(tagUrn(name ?? '')).toBe(urn)
  })

  it('takes a tag that is a urn already as it is, where people wrote it', () => {
    expect(tagUrnOf('urn:li:tag:a,b')).toBe('urn:li:tag:a,b')
    expect(tagUrnOf('key:value')).toBe('urn:li:tag:key:value')
  })

  it('orders by code points', () => {
    const sorted = ['🚀', '\ue000', 'b', 'a', 'ab', ''].sort(byCodePoint)
    expect(sorted).toEqual(['', 'a', 'ab', 'b', '\ue000', '🚀'])
  })
})
