import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { app } from '../../src/app/app.ts'
import { loadRecipe } from '../../src/app/load-recipe.ts'
import { type Diagnostic, formatDiagnostic } from '../../src/core/diagnostic.ts'
import type { AppDeps } from '../../src/model/request.ts'
import { RULES } from '../../src/model/rules.ts'
import { identityOptions } from '../aws/support.ts'
import { endlessClock } from './rig.ts'

/*
 * Every rule has a file or a folder in testdata/rules that is named after it. Comments at the head of a file say how it is
 * looked at, and a line each everything that is told about it:
 *   # mode: ingest · # set: NAME=value · # env-file: name · # expect line:column severity code: …
 */

const FOLDER = join(import.meta.dirname, '..', 'testdata', 'rules')
const SRC = join(import.meta.dirname, '..', '..', 'src')
const rules = Object.values(RULES).flat()
const paths = readdirSync(FOLDER).filter((name) => !name.endsWith('.env') && name !== '.github')

const never = (): never => {
  throw new Error('validating asks nobody')
}

const DEPS: AppDeps = {
  env: {},
  cwd: FOLDER,
  clock: endlessClock,
  logger: { debug: never, info: never, notice: never, warning: never, error: never },
  mask: () => undefined,
  onEvent: never,
  idToken: never,
  github: null,
  signal: new AbortController().signal,
  stdout: never
}

function head(text: string, word: string): string[] {
  return [...text.matchAll(new RegExp(`^# ${word}:? (.*)$`, 'gm'))].map(([, value = '']) => value)
}

const isFolder = (path: string): boolean => statSync(join(FOLDER, path)).isDirectory()
const filesOf = (path: string): readonly string[] =>
  isFolder(path) ? readdirSync(join(FOLDER, path)).map((name) => `${path}/${name}`) : [path]
const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8')

async function told(path: string): Promise<readonly Diagnostic[]> {
  const [envFile = null] = filesOf(path).flatMap((file) => head(textOf(file), 'env-file'))
  const inputs = { envFile, identity: identityOptions(), gmsUrl: null, gmsToken: null }
  if (filesOf(path).some((file) => head(textOf(file), 'mode')[0] === 'ingest')) {
    const set = filesOf(path).flatMap((file) => head(textOf(file), 'set'))
    const env = Object.fromEntries(set.map((line) => line.split('=', 2)))
    const parsed = await loadRecipe(path, { env, cwd: FOLDER, inputs, mode: 'ingest' })
    return parsed.ok ? parsed.value.diagnostics : parsed.error
  }
  return (await app.validate({ files: [path], ...inputs }, DEPS)).diagnostics
}

/** The rule that a file is named after, and whatever is behind a dot. */
const ruleOf = (path: string): string => path.replace(/\..*$/, '')

describe.each(paths)('%s', (path) => {
  it('is told of as it says', async () => {
    const found = await told(path)
    for (const file of filesOf(path)) {
      const text = textOf(file)
      if (/\.(?:json|toml)$/.test(file)) continue
      const here = found.filter((d) => d.file === file)
      const lines = here.map((d) => formatDiagnostic(d).slice(`${file}:`.length).replace(FOLDER, '…'))
      expect({ file, lines: lines.length === 0 ? ['nothing'] : lines }).toEqual({ file, lines: head(text, 'expect') })
    }
  })
})

describe('every rule', () => {
  it.each(rules)(
    '$id is broken by the file that is named after it, as severely as it says',
    async ({ id, severities }) => {
      const found = (await Promise.all(paths.filter((path) => ruleOf(path) === id).map(told))).flat()
      const seen = new Set(found.filter(({ code }) => code === id).map(({ severity }) => severity))
      expect([...seen].sort()).toEqual([...severities].sort())
    }
  )

  it('is there once', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })
})

/** What tells of recipes and DAG files. A DAG is told from a recipe before not-a-dag could be told by `validate`. */
const TELLING = [
  'core/config',
  'core/yaml',
  'core/ignore',
  'recipe',
  'dag/file',
  'dag/check',
  'dag/cycle',
  'dag/resolve'
]
const NO_RULE = ['not-a-dag']

it('nothing is told but by a rule', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
    TELLING.some((place) => file.startsWith(place) && file.endsWith('.ts'))
  )
  const codes = files.flatMap((file) => {
    const text = readFileSync(join(SRC, file), 'utf8')
    return [...text.matchAll(/code: (?:both \? )?'([a-z-]+)'(?: : '([a-z-]+)')?|'((?:yaml|json)-[a-z-]+)'/g)]
  })
  const told = new Set(codes.flatMap(([, ...found]) => found.filter((code) => code !== undefined)))
  const known = rules.map(({ id }) => id)
  expect([...told].filter((code) => !known.includes(code) && !NO_RULE.includes(code))).toEqual([])
  expect(told.size).toBeGreaterThan(60)
})
