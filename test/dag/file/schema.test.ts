import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { jsonSchemas } from '../../../src/app/schemas.ts'
import { toJson } from '../../../src/core/config/node.ts'
import type { Json } from '../../../src/core/json.ts'
import { parseYaml } from '../../../src/core/yaml.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const FOLDER = join(ROOT, 'test', 'testdata', 'dag')
const isValid = new Ajv2020({ allowUnionTypes: true }).compile(jsonSchemas()['dag.schema.json'] ?? false)

function readValue(file: string): Json {
  const parsed = parseYaml({ file, text: readFileSync(file, 'utf8') })
  if (!parsed.ok || parsed.value.root === null) throw new Error(`${file} is no YAML`)
  return toJson(parsed.value.root)
}

/** What is wrong with the structure of a file; all other files in bad/ are wrong in names, graph or values. */
const STRUCTURE = [
  'dag-id-that-leaves-its-folder',
  'duration-below-zero',
  'duration-of-months',
  'duration-unknown-unit',
  'everything-at-once',
  'group-with-an-empty-part',
  'trigger-rule-misspelt'
]

describe('the JSON Schema of DAG files', () => {
  it.each([
    ...readdirSync(join(FOLDER, 'good')).map((file) => join(FOLDER, 'good', file)),
    join(ROOT, 'recipes', 'dag.yml')
  ])('accepts %s', (file) => {
    expect([isValid(readValue(file)), isValid.errors]).toEqual([true, null])
  })

  it.each(STRUCTURE)('refuses %s', (name) => {
    expect(isValid(readValue(join(FOLDER, 'bad', `${name}.yml`)))).toBe(false)
  })

  it.each<[string, Json]>([
    ['a duration without a part', { retry_delay: 'PT' }],
    ['a retry rule without errors', { retry_rules: [{ action: 'fail' }] }],
    ['an unknown source of a mapping', { expand: { x: { catalogue: 'y' } } }],
    ['a word for retries', { retries: 'many' }]
  ])('refuses %s', (_case, task) => {
    const file = (more: Json): Json => ({ dag_id: 'd', tasks: [{ task_id: 'a', ...(more as object) }] })
    expect([isValid(file({})), isValid(file(task))]).toEqual([true, false])
  })
})
