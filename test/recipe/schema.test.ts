// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { jsonSchemas } from '../../src/app/schemas.ts'
import { toJson } from '../../src/core/config/node.ts'
import type { Json, JsonObject } from '../../src/core/json.ts'
import { parseConfigFile } from '../../src/core/yaml.ts'
import { GLUE_OPTIONS } from '../../src/recipe/options/glue.ts'
import { parseRecipe } from '../../src/recipe/parse.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const schema = JSON.parse(JSON.stringify(jsonSchemas()['recipe.schema.json'])) as JsonObject
const isValid = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(schema)

const RECORDED: {
  readonly environment: Readonly<Record<string, string>>
  readonly cases: readonly (readonly [string, boolean])[]
} = JSON.parse(readFileSync(join(import.meta.dirname, 'verdicts.json'), 'utf8'))

/** What editors see: the file as it is written. undefined: it is no YAML. */
function writtenIn(text: string): Json | undefined {
  const parsed = parseConfigFile({ file: 'r.yml', text })
  return parsed.ok && parsed.value.root !== null ? toJson(parsed.value.root) : undefined
}

const yamlIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yml'))
    .map((file) => join(folder, file))

const isRight = (text: string, mode: 'ingest' | 'validate'): boolean =>
  parseRecipe({
    file: 'r.yml',
    text,
    env: RECORDED.environment,
    mode,
    defaults: { gmsUrl: 'http://gms:8080', gmsToken: null }
  }).ok

describe('the JSON Schema of recipes', () => {
  const files = ['recipes', 'test/testdata/recipes', 'test/testdata/rules', 'test/parity/validate/seeds'].flatMap(
    (folder) =>
      yamlIn(join(ROOT, folder)).map((file) => ({ name: relative(ROOT, file), text: readFileSync(file, 'utf8') }))
  )

  it.each(files.filter(({ text }) => isRight(text, 'validate')))('accepts $name, as validate does', ({ text }) => {
    expect([isValid(writtenIn(text)), isValid.errors]).toEqual([true, null])
  })

  it('accepts whatever runs of the recorded recipes, and refuses most of what does not', () => {
    const wrong: string[] = []
    const refused = { byReader: 0, bySchema: 0 }
    for (const [text] of RECORDED.cases) {
      const value = writtenIn(text)
      const accepts = value !== undefined && isValid(value)
      if (isRight(text, 'ingest')) {
        if (!accepts) wrong.push(`${text}\n${JSON.stringify(isValid.errors)}`)
      } else {
        refused.byReader += 1
        if (!accepts) refused.bySchema += 1
      }
    }
    expect(wrong).toEqual([])
    expect(refused.bySchema / refused.byReader).toBeGreaterThan(0.9)
  })

  const base = { source: { type: 'glue', config: {} } }
  const glue = (config: JsonObject): Json => ({ source: { type: 'glue', config } })
  const sink = (type: string, config: Json): Json => ({ ...base, sink: { type, config } })
  const transformed = (type: string, config?: Json): Json => ({
    ...base,
    transformers: [{ type, ...(config === undefined ? {} : { config }) }]
  })

  it.each<[string, Json]>([
    ['no sink', base],
    ['a flag from a variable', glue({ extract_transforms: '${ON:-false}' })],
    ['a number from a variable', sink('datahub-rest', { server: 'http://gms', max_threads: '${THREADS}' })],
    ['a choice from a variable', glue({ env: '${ENVIRONMENT}' })],
    ['a role from a variable', glue({ aws_role: ['${ROLE}'] })],
    ['a sink whose type is a variable', sink('${SINK}', { anything: 1 })],
    ['a console with nothing', sink('console', null)],
    ['an old name', glue({ emit_s3_lineage: true })],
    ['a transformer', transformed('simple_add_dataset_tags', { tag_urns: ['urn:li:tag:a'] })]
  ])('accepts %s', (_case, recipe) => {
    expect([isValid(recipe), isValid.errors]).toEqual([true, null])
  })

  it.each<[string, Json]>([
    ['nothing', {}],
    ['an unknown key', { ...base, sources: 1 }],
    ['an unknown option', glue({ table_patern: {} })],
    ['a pattern that is a list', glue({ table_pattern: ['a'] })],
    ['an unknown key of a pattern', glue({ table_pattern: { alow: ['a'] } })],
    ['a flag that is a word', glue({ extract_owners: 'maybe' })],
    ['an unknown environment', glue({ env: 'PRODUCTION' })],
    ['a number out of its range', glue({ stateful_ingestion: { fail_safe_threshold: 101 } })],
    ['a role that is no ARN', glue({ aws_role: 'datahub' })],
    ['an account id without quotes', glue({ catalog_id: 123456789012 })],
    ['another source', { source: { type: 'athena', config: {} } }],
    ['a source without config', { source: { type: 'glue' } }],
    ['a sink without its server', sink('datahub-rest', {})],
    ['an option of another sink', sink('file', { filename: 'f', server: 'http://gms' })],
    ['a console with options', sink('console', { a: 1 })],
    ['a transformer that there is not', transformed('simple_add_tags', {})],
    ['a transformer without config', transformed('simple_remove_dataset_ownership')],
    ['an option of another transformer', transformed('simple_add_dataset_tags', { tag_urns: [], term_urns: [] })]
  ])('refuses %s', (_case, recipe) => {
    expect(isValid(recipe)).toBe(false)
  })

  it('tells every option: what it takes, what it does, what it is when it is not there', () => {
    const options = optionsIn(schema)
    expect(options.length).toBeGreaterThan(200)
    expect(options.filter(({ title, description }) => !title || !description)).toEqual([])
    expect(options.filter((option) => option.deprecated === true).length).toBe(3)
    expect(options.find((option) => option.description === GLUE_OPTIONS.platform.doc)).toMatchObject({
      title: 'one of glue, athena',
      default: 'glue'
    })
  })
})

/** Every schema of an option, at any depth: what `if` and `then` name again is none. */
function optionsIn(node: Json | undefined): readonly JsonObject[] {
  if (Array.isArray(node)) return node.flatMap((one: Json) => optionsIn(one))
  if (!isSchema(node)) return []
  const { properties, if: _condition, then, ...rest } = node
  const named = isSchema(properties) ? Object.values(properties).filter(isSchema) : []
  const cases = isSchema(then) ? Object.values(then.properties as JsonObject) : []
  return [...named, ...[...named, ...cases, ...Object.values(rest)].flatMap(optionsIn)]
}

const isSchema = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
