import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { RestSinkOptions } from '../../src/model/recipe.ts'
import { parseRecipe, type ReadRecipe, type RecipeText } from '../../src/recipe/parse.ts'

const FOLDER = join(import.meta.dirname, '..', 'testdata', 'recipes')
const textOf = (name: string): string => readFileSync(join(FOLDER, `${name}.yml`), 'utf8')

const SOURCE = 'source:\n  type: glue\n  config: {extract_transforms: false, include_view_lineage: false}\n'

/** `${name}`, as a recipe writes it. */
const v = (name: string): string => `\${${name}}`

type Given = Partial<RecipeText> & { readonly text: string }

const parse = (given: Given) =>
  parseRecipe({ file: 'r.yml', env: {}, mode: 'ingest', defaults: { gmsUrl: null, gmsToken: null }, ...given })

function read(given: Given): ReadRecipe {
  const parsed = parse(given)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

const rest = (config: string, given: Partial<RecipeText> = {}): RestSinkOptions => {
  const { sink } = read({ text: `${SOURCE}sink:\n  type: datahub-rest\n  config: {${config}}\n`, ...given }).recipe
  if (sink.type !== 'datahub-rest') throw new Error('this is another sink')
  return sink
}

describe('a valid recipe', () => {
  it('has every value that was given', () => {
    const { recipe, secrets } = read({ text: textOf('good-everything-that-works') })
    const { databasePattern, tablePattern, ...source } = recipe.source
    expect({ ...recipe, source, asWritten: null }).toMatchSnapshot()
    expect(secrets).toEqual(['abcd'])
    expect(['sales', 'Sales', 'sales_tmp', 'x'].map((name) => databasePattern.allows(name))).toEqual([
      true,
      false,
      true,
      false
    ])
    expect(['sales.tmp_x', 'sales.x'].map((name) => tablePattern.allows(name))).toEqual([false, true])
  })

  it('has the defaults of the peer for everything else, and is written synchronously', () => {
    const { recipe } = read({ text: `${SOURCE}sink:\n  type: datahub-rest\n  config: {server: "http://gms:8080/"}\n` })
    const { databasePattern, tablePattern, ...source } = recipe.source
    expect({ ...recipe, source, asWritten: null }).toMatchSnapshot()
    expect([databasePattern.allows('any'), tablePattern.allows('any.table')]).toEqual([true, true])
  })

  it('keeps the text as it is written, variables unresolved', () => {
    const env = { AWS_DEFAULT_REGION: 'eu-central-1', AWS_ROLE: '', GLUE_EXTRACT_TRANSFORMS: 'no', GMS_URL: 'http://g' }
    const { recipe } = read({ text: textOf('good-template'), env })
    expect(recipe.asWritten).toEqual({
      source: {
        type: 'glue',
        config: {
          aws_region: v('AWS_DEFAULT_REGION'),
          aws_role: v('AWS_ROLE'),
          extract_transforms: v('GLUE_EXTRACT_TRANSFORMS')
        }
      },
      sink: { type: 'datahub-rest', config: { server: v('GMS_URL') } }
    })
    expect(recipe.source.aws).toMatchObject({ region: 'eu-central-1', roles: [] })
  })

  it('may be JSON', () => {
    const text =
      '{"source": {"type": "glue", "config": {"env": "dev"}}, "sink": {"type": "file", "config": {"filename": "o"}}}'
    const { recipe } = read({ file: 'r.json', text })
    expect([recipe.source.env, recipe.sink]).toEqual(['DEV', { type: 'file', filename: 'o', nestsText: false }])
  })
})

describe('what cannot be read at all', () => {
  it.each([
    ['an empty file', 'r.yml', '', '1:1 empty-file'],
    ['only comments', 'r.yml', '# nothing\n', '1:1 empty-file'],
    ['an empty JSON file', 'r.json', '', '1:1 empty-file'],
    ['JSON with a comma too many', 'r.json', '{"source": {},}', '1:15 json-syntax'],
    ['a JSON list', 'r.json', '[]', '1:1 not-a-recipe'],
    ['TOML', 'r.toml', '[source]', '1:1 file-type'],
    ['another suffix', 'r.txt', SOURCE, '1:1 file-type']
  ])('%s', (_, file, text, expected) => {
    const parsed = parse({ file, text })
    expect(parsed.ok ? [] : parsed.error.map((d) => `${d.line}:${d.column} ${d.code}`)).toEqual([expected])
  })
})

describe('the server', () => {
  const defaults = { gmsUrl: 'https://gms.example.com:8443/', gmsToken: 'from-the-inputs' }

  it.each([
    ['http://gms:8080/', 'http://gms:8080'],
    ['https://acme.acryl.io', 'https://acme.acryl.io/gms'],
    ['http://acme.acryl.io:8080', 'https://acme.acryl.io/gms'],
    ['https://acme.acryl.io/api/gms/', 'https://acme.acryl.io/gms'],
    ['https://acme.acryl.io/gms', 'https://acme.acryl.io/gms']
  ])('%s is reached at %s', (server, expected) => {
    expect(rest(`server: "${server}"`).server).toBe(expected)
  })

  it.each([
    ['gets the inputs’ token when it is theirs', 'server: "https://gms.example.com:8443/api/gms"', 'from-the-inputs'],
    ['gets no token at another port', 'server: "https://gms.example.com"', null],
    ['gets no token at another host', 'server: "https://gms.example.com.evil.org:8443"', null],
    ['gets no token over another scheme', 'server: "http://gms.example.com:8443"', null],
    ['keeps the recipe’s token', 'server: "https://gms.example.com:8443", token: own', 'own'],
    [
      'gets the inputs’ token in place of an empty one',
      'server: "https://gms.example.com:8443", token: ""',
      'from-the-inputs'
    ],
    ['is the inputs’ when the recipe says so', 'server: __from_env__', 'from-the-inputs']
  ])('%s', (_, config, token) => {
    expect(rest(config, { defaults }).token).toBe(token)
  })

  it('is the inputs’ when there is no sink', () => {
    const { sink } = read({ text: SOURCE, defaults }).recipe
    expect(sink).toMatchObject({ server: 'https://gms.example.com:8443', token: 'from-the-inputs' })
  })

  it('keeps the token of hosted DataHub, whose address is completed', () => {
    const hosted = { gmsUrl: 'http://acme.acryl.io:8080', gmsToken: 'theirs' }
    expect(rest('server: "https://acme.acryl.io/gms"', { defaults: hosted }).token).toBe('theirs')
  })
})

describe('the sink’s numbers', () => {
  it.each([
    ['timeout_sec: 0', { timeoutSeconds: 30 }],
    ['timeout_sec: ~, retry_max_times: ~, retry_status_codes: ~', { timeoutSeconds: 30, retryMaxTimes: 4 }],
    ['retry_max_times: "0", retry_status_codes: []', { retryMaxTimes: 0, retryStatusCodes: [] }],
    ['mode: async', { mode: 'async' }],
    ['mode: sync', { mode: 'sync' }]
  ])('%s', (config, expected) => {
    expect(rest(`server: "http://gms", ${config}`)).toMatchObject(expected)
  })
})

describe('secrets', () => {
  const env = { T: 'hunter2hunter2', K: 'wJalrXUtnFEMI', P: 'pa55', REGION: 'eu-central-1', NAME: 'lake' }

  it('are told, and nothing else is', () => {
    const text = `source:
  type: glue
  config:
    aws_region: \${REGION}
    platform_instance: \${NAME}
    aws_access_key_id: AKIAEXAMPLE
    aws_secret_access_key: \${K}
    aws_proxy: {https: 'http://user:\${P}@proxy:3128'}
    extract_transforms: false
    include_view_lineage: false
sink:
  type: datahub-rest
  config:
    server: 'http://gms:8080'
    extra_headers: {Authorization: 'Bearer \${T}', X-Team: data}
`
    expect(read({ text, env }).secrets).toEqual(['wJalrXUtnFEMI', 'pa55', 'Bearer hunter2hunter2', 'hunter2hunter2'])
  })

  it('do not include what is not known while a recipe is only looked at', () => {
    const text = `${SOURCE}sink:\n  type: datahub-rest\n  config: {server: 'http://gms', token: '\${TOKEN}'}\n`
    expect(read({ text, mode: 'validate' }).secrets).toEqual([])
  })
})

it('stands in for what is not known while a recipe is only looked at', () => {
  const { recipe } = read({ text: textOf('good-unset-variables-in-validate'), mode: 'validate' })
  expect(recipe.sink).toMatchObject({ server: v('GMS_URL'), token: null, timeoutSeconds: 30 })
  expect(recipe.source).toMatchObject({ aws: { region: null, roles: [] }, extractOwners: true })
})
