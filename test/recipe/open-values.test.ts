import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { parseRecipe } from '../../src/recipe/parse.ts'

/*
 * A recipe that is only looked at may take any of its values from a variable that is not set here: nothing can be said
 * of such a value, nor of what depends on it. Each value of every good recipe is one, alone.
 */

const FOLDER = join(import.meta.dirname, '..', 'testdata', 'recipes')

type Tree = { readonly [key: string]: Tree } | readonly Tree[] | string | number | boolean | null

const isValid = (recipe: Tree): boolean => problemsOf(recipe).length === 0

function problemsOf(recipe: Tree): readonly string[] {
  const defaults = { gmsUrl: 'http://gms:8080', gmsToken: null }
  const parsed = parseRecipe({ file: 'r.json', text: JSON.stringify(recipe), env: {}, mode: 'validate', defaults })
  return parsed.ok ? [] : parsed.error.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

/** The tree with one of its values left open, for each of them. */
function* leftOpen(tree: Tree, path = ''): Generator<readonly [path: string, tree: Tree]> {
  if (typeof tree !== 'object' || tree === null) {
    yield [path, `\${OPEN}`]
    if (typeof tree === 'string') yield [`${path} in part`, `some-\${OPEN}`]
  } else if (Array.isArray(tree)) {
    for (const [index, item] of tree.entries()) {
      for (const [where, open] of leftOpen(item, `${path}[${index}]`)) yield [where, tree.with(index, open)]
    }
  } else {
    for (const [key, value] of Object.entries(tree)) {
      for (const [where, open] of leftOpen(value, `${path}.${key}`)) yield [where, { ...tree, [key]: open }]
    }
  }
}

function treeOf(file: string): Tree {
  try {
    return parse(readFileSync(join(FOLDER, file), 'utf8'), { merge: true, version: '1.1', logLevel: 'silent' }) as Tree
  } catch {
    return null
  }
}

const recipes = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yml'))
  .map((file) => [file, treeOf(file)] as const)
  .filter(([, tree]) => tree !== null && isValid(tree))

describe('a value that is not known yet', () => {
  it('is looked for in many recipes', () => expect(recipes.length).toBeGreaterThan(20))

  it.each(recipes)('is no problem wherever it stands in %s', (_file, tree) => {
    const refused = [...leftOpen(tree)].flatMap(([path, open]) => problemsOf(open).map((told) => `${path}: ${told}`))
    expect(refused).toEqual([])
  })
})
