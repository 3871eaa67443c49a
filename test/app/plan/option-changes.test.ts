import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { optionChanges, type Written } from '../../../src/app/plan/option-changes.ts'
import { toJson } from '../../../src/core/config/node.ts'
import type { Json } from '../../../src/core/json.ts'
import { parseYaml } from '../../../src/core/yaml.ts'
import { type OptionPath, valueChanges } from '../../../src/recipe/diff.ts'
import { fc } from '../../properties.ts'

interface Case {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly changes: readonly (readonly [path: string, before: string | null, after: string | null])[]
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../testdata/plan/diffs.json'), 'utf8')
)

function written(text: string): Written {
  const document = parseYaml({ file: 'a.yml', text })
  if (!document.ok || document.value.root === null) throw new Error('the case is no YAML')
  return { text, value: toJson(document.value.root) }
}

describe('changes of options', () => {
  it.each(cases)('$name', ({ before, after, changes }) => {
    const found = optionChanges(written(before), written(after), () => null)
    expect(found.map(({ path, before: old, after: now }) => [path, old, now])).toEqual(changes)
  })

  it('are all that is in a recipe that is new or gone', () => {
    const recipe = written('source: {type: glue}\n')
    const told = (before: Written | null, after: Written | null) => optionChanges(before, after, () => 'why')
    expect(told(null, recipe)).toEqual([{ path: 'source.type', before: null, after: '"glue"', heldBack: 'why' }])
    expect(told(recipe, null)).toEqual([{ path: 'source.type', before: '"glue"', after: null, heldBack: 'why' }])
  })

  it('lead from one version to the other, whatever they hold', () => {
    const leaf = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b'), fc.boolean(), fc.constant(null))
    const key = fc.constantFrom('a', 'b', 'c', 'type')
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true })
      )
    }))
    fc.assert(
      fc.property(value, value, (before, after) => {
        const changes = valueChanges(before, after)
        expect(changes.length === 0).toBe(canonical(before) === canonical(after))
        const come = changes.filter((change) => change.after !== undefined)
        expect(come.map(({ path }) => at(after, path))).toEqual(come.map((change) => change.after))
        const gone = changes.filter((change) => change.after === undefined)
        expect(gone.map(({ path }) => at(before, path))).toEqual(gone.map((change) => change.before))
      })
    )
  })
})

const at = (value: Json, path: OptionPath): unknown =>
  path.reduce<unknown>((inside, part) => Reflect.get(Object(inside), part), value)

function canonical(value: Json): string {
  return JSON.stringify(value, (_key, inside: unknown) =>
    typeof inside === 'object' && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inside
  )
}
