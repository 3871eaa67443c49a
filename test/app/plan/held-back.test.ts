import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { heldBack } from '../../../src/app/plan/held-back.ts'
import { optionChanges } from '../../../src/app/plan/option-changes.ts'
import { toJson } from '../../../src/core/config/node.ts'
import type { Json } from '../../../src/core/json.ts'
import { parseYaml } from '../../../src/core/yaml.ts'
import type { YamlMap } from '../../../src/core/yaml-node.ts'
import { expandTree } from '../../../src/recipe/expand.ts'

interface Case {
  readonly name: string
  readonly base: string | null
  readonly head: string
  /** What is planned, variables filled in. */
  readonly planned: Json
  readonly held: readonly string[]
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../testdata/plan/held-back.json'), 'utf8')
)

const ENV = {
  TOKEN: 'secret',
  OTHER: 'secret',
  POINTER: 'TOKEN',
  HOST: 'gms.example.com',
  INSTANCE: 'lake',
  AWS_REGION: 'eu-west-1',
  DATAHUB_GMS_TOKEN: 'secret'
}

const INPUTS = {
  'sink.type': ['datahub-rest'],
  'sink.config.server': ['${' + 'GMS_URL}'],
  'sink.config.token': ['${' + 'DATAHUB_GMS_TOKEN}'],
  'source.config.aws_region': ['${' + 'AWS_REGION}']
}

function treeOf(text: string): YamlMap {
  const document = parseYaml({ file: 'a.yml', text })
  if (!document.ok || document.value.root?.kind !== 'map') throw new Error('the case is no recipe')
  return document.value.root
}

describe('what is held back of an edit', () => {
  it.each(cases)('$name', ({ base, head, planned, held }) => {
    const [old, now] = [base === null ? null : treeOf(base), treeOf(head)]
    const ownEnv = { OWN: 'DEV', NESTED: '${' + 'TOKEN}' }
    const recipe = heldBack(now, { base: old, env: ENV, ownEnv, inputs: INPUTS })
    const expanded = expandTree(recipe.root, {
      file: 'a.yml',
      env: ENV,
      limited: recipe.limited,
      mayBeOpen: () => false,
      values: new Map()
    })
    expect(expanded.problems).toEqual([])
    expect(toJson(expanded.root as YamlMap)).toEqual(planned)
    const written = (root: YamlMap | null, text: string) => (root === null ? null : { text, value: toJson(root) })
    const changes = optionChanges(written(old, base ?? ''), written(now, head), recipe.reasonAt)
    expect(changes.flatMap(({ path, heldBack: why }) => (why === null ? [] : [path])).sort()).toEqual([...held].sort())
    expect(JSON.stringify(changes)).not.toContain('"secret"')
  })
})
