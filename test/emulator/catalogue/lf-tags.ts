import type { JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom, seedOf } from '../random.ts'
import type { Catalogue, TableJson } from './types.ts'

/** A tag as Lake Formation tells it. Everything is optional: odd tags lack members. */
export interface LfTagPair extends JsonObject {
  readonly CatalogId?: string
  readonly TagKey?: string
  readonly TagValues?: readonly string[]
}

/** What GetResourceLFTags answers for a resource with ShowAssignedLFTags: what is assigned on each level. */
export interface LfAssignments extends JsonObject {
  readonly LFTagOnDatabase?: readonly LfTagPair[]
  readonly LFTagsOnTable?: readonly LfTagPair[]
  readonly LFTagsOnColumns?: readonly { readonly Name: string; readonly LFTags: readonly LfTagPair[] }[]
}

/** The answers for one account's catalogue, as JSON: made once, so that a stand-in serves thousands a second. */
export interface LfTags {
  /** undefined: there is no such database. */
  database(name: string): Buffer | undefined
  table(database: string, name: string): Buffer | undefined
}

export interface LfTagOptions {
  readonly seed: number
  readonly account: string
  /** `plain`: tags as most people have them. `odd`: every form that the API allows, and some that it does not. */
  readonly kind: 'plain' | 'odd'
}

type Vocabulary = readonly (readonly [string, readonly string[]])[]

const PLAIN: Vocabulary = [
  ['domain', ['sales', 'finance', 'marketing', 'logistics']],
  ['environment', ['prod', 'test']],
  ['confidentiality', ['public', 'internal', 'secret']],
  ['pii', ['yes', 'no']],
  ['owner', ['team-a', 'team-b', 'team-c']]
]

const ODD: Vocabulary = [
  ...PLAIN,
  ['data owner', ['team a', 'tab\there', 'naïve café']],
  ['data_owner', ['team a', 'team b']],
  ['a:b', ['c:d', ':', 'x:']],
  ['path/to.key', ['10%', 'a=b+c', 'me@example.com', '*', 'a-b_c']],
  ['ключ', ['значение', '日本語', '🚀']],
  ['with,comma', ['(parentheses)', 'a,b', 'per%2Ccent']],
  ['empty value', ['', 'not empty']],
  ['urn', ['li:tag:shadow', 'li', 'lithium:tag']],
  ['__proto__', ['constructor', 'toString']],
  [`long ${'k'.repeat(60)}`, [`v${'v'.repeat(80)}`, `w ${'w'.repeat(46)}`]],
  [`long ${'k'.repeat(60)} differs late`, ['1']],
  ["it's", ['"quoted"', '<b>bold</b>', 'back\\slash']],
  ['UPPER', ['CASE', 'case']],
  ['upper', ['case']]
]

/** Random tags for everything in a catalogue, the same for the same seed and names. */
export function lfTagsOf(catalogue: Catalogue, options: LfTagOptions): LfTags {
  const databases = new Map<string, Buffer>()
  const tables = new Map<string, Map<string, Buffer>>()
  for (const { database, tables: held } of catalogue) {
    const random = seededRandom(seedOf(`lf ${database.Name}`, options.seed))
    const onDatabase = tagsOf(random, 2, options)
    databases.set(database.Name, json(onDatabase.length === 0 ? {} : { LFTagOnDatabase: onDatabase }))
    const answers = new Map<string, Buffer>()
    for (const table of held) {
      const own = seededRandom(seedOf(`lf ${database.Name}.${table.Name}`, options.seed))
      answers.set(table.Name, json(tableAnswer(own, table, onDatabase, options)))
    }
    tables.set(database.Name, answers)
  }
  return { database: (name) => databases.get(name), table: (database, name) => tables.get(database)?.get(name) }
}

const json = (answer: LfAssignments): Buffer => Buffer.from(JSON.stringify(answer))

function tableAnswer(
  random: Random,
  table: TableJson,
  onDatabase: readonly LfTagPair[],
  options: LfTagOptions
): LfAssignments {
  const onTable = tagsOf(random, 3, options)
  // Now and then a table says otherwise about a key of its database.
  const [first] = onDatabase
  if (first?.TagKey !== undefined && random.chance(0.3)) onTable.push({ ...first, TagValues: ['table says otherwise'] })
  const onColumns = columnsOf(table).flatMap((Name) => {
    const tags = random.chance(0.2) ? tagsOf(random, 2, options) : []
    return tags.length === 0 && !(options.kind === 'odd' && random.chance(0.05)) ? [] : [{ Name, LFTags: tags }]
  })
  return {
    ...(onDatabase.length === 0 ? {} : { LFTagOnDatabase: onDatabase }),
    ...(onTable.length === 0 ? {} : { LFTagsOnTable: onTable }),
    ...(onColumns.length === 0 ? {} : { LFTagsOnColumns: onColumns })
  }
}

/** The names of columns and partition keys, each once. */
function columnsOf(table: TableJson): readonly string[] {
  const storage = table.StorageDescriptor
  const columns: unknown = isObject(storage) ? storage.Columns : []
  const all = [columns, table.PartitionKeys].flatMap((list) => (Array.isArray(list) ? list : []))
  return [...new Set(all.flatMap((one: unknown) => (isObject(one) && typeof one.Name === 'string' ? [one.Name] : [])))]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function tagsOf(random: Random, most: number, { account, kind }: LfTagOptions): LfTagPair[] {
  const vocabulary = kind === 'odd' ? ODD : PLAIN
  return Array.from({ length: random.int(0, most) }, () => {
    const [TagKey, values] = random.pick(vocabulary)
    const TagValues = random.chance(0.25) ? [random.pick(values), random.pick(values)] : [random.pick(values)]
    return kind === 'odd'
      ? oddly(random, { CatalogId: account, TagKey, TagValues })
      : { CatalogId: account, TagKey, TagValues }
  })
}

/** A tag of another account, or one that lacks something, once in a while. */
function oddly(random: Random, tag: LfTagPair): LfTagPair {
  const { CatalogId: _account, TagKey: _key, ...rest } = tag
  switch (random.int(0, 30)) {
    case 0:
      return { ...tag, TagValues: [] }
    case 1:
      return { ...tag, CatalogId: '444455556666' }
    case 2:
      return { TagKey: tag.TagKey ?? '', ...rest }
    case 3:
      return { ...rest, CatalogId: tag.CatalogId ?? '' }
    case 4:
      return { ...tag, TagKey: '' }
    default:
      return tag
  }
}
