import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findFiles } from '../../src/app/find-files.ts'
import { appErrorOf } from '../aws/support.ts'

const FILES = [
  'recipes/b.yml',
  'recipes/a.yaml',
  'recipes/deep/c.json',
  'recipes/notes.md',
  'recipes/[prod].yml',
  'recipes/ä 1.yml',
  'recipes/.hidden.yml',
  'empty/readme.txt',
  'loop/only.yml',
  'other.yml'
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-files-'))
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
  symlinkSync('recipes', join(folder, 'link'))
  symlinkSync('.', join(folder, 'loop/back'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('findFiles', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a path', ['other.yml'], ['other.yml']],
    ['a path with dots', ['./recipes/../other.yml'], ['other.yml']],
    ['a file of any name', ['recipes/notes.md'], ['recipes/notes.md']],
    [
      'a folder',
      ['recipes'],
      ['recipes/[prod].yml', 'recipes/a.yaml', 'recipes/b.yml', 'recipes/deep/c.json', 'recipes/ä 1.yml']
    ],
    ['a folder with a slash', ['recipes/deep/'], ['recipes/deep/c.json']],
    ['a link to a folder', ['link/deep'], ['link/deep/c.json']],
    ['a glob', ['recipes/*.yml'], ['recipes/[prod].yml', 'recipes/b.yml', 'recipes/ä 1.yml']],
    ['a deep glob', ['recipes/**/*.json'], ['recipes/deep/c.json']],
    ['what several links lead to', ['link/deep/c.json', '**/*.json'], ['link/deep/c.json']],
    ['what goes round in circles', ['loop'], ['loop/back/only.yml']],
    ['alternatives', ['recipes/{b.yml,a.yaml}'], ['recipes/a.yaml', 'recipes/b.yml']],
    ['a file whose name looks like a glob', ['recipes/[prod].yml'], ['recipes/[prod].yml']],
    [
      'several, in their order and each once',
      ['recipes/b.yml', 'recipes/*', './other.yml', 'other.yml'],
      ['recipes/b.yml', 'recipes/[prod].yml', 'recipes/a.yaml', 'recipes/notes.md', 'recipes/ä 1.yml', 'other.yml']
    ]
  ])('finds %s', async (_case, patterns, expected) => {
    expect(await findFiles(patterns, folder)).toEqual(expected)
  })

  it('shows the whole path of what lies elsewhere', async () => {
    const path = join(folder, 'other.yml')
    expect(await findFiles([path], join(folder, 'recipes'))).toEqual([path])
    expect(await findFiles(['../other.yml'], join(folder, 'recipes'))).toEqual(['../other.yml'])
    expect(await findFiles([path], folder)).toEqual(['other.yml'])
  })

  it('takes what lies nowhere, as a pipe of the shell does', async () => {
    const child = spawn('sleep', ['60'], { stdio: ['pipe', 'ignore', 'ignore'] })
    try {
      const path = `/proc/${child.pid}/fd/0`
      expect(await findFiles([path], folder)).toEqual([path])
    } finally {
      child.kill()
    }
  })

  it.each([['wide'], ['wide/**/*.yml'], ['.']])('looks at no more than so much: %s', async (pattern) => {
    mkdirSync(join(folder, 'wide/deep'), { recursive: true })
    for (let i = 0; i < 20; i++) writeFileSync(join(folder, 'wide/deep', `${i}.yml`), '')
    expect((await findFiles(['wide'], folder, 21)).length).toBe(20)
    const error = await appErrorOf(() => findFiles([pattern], folder, 20))
    expect(error).toMatchObject({ kind: 'input', code: 'too-many-files' })
    expect(error.message).toBe(`'${pattern}' leads to more than 20 files and folders`)
    rmSync(join(folder, 'wide'), { recursive: true })
  })

  it.each<[string, readonly string[], string, RegExp, RegExp]>([
    ['nothing', [], 'no-recipe', /No recipe is given/, /recipes\/glue\.yml/],
    ['an empty path', ['other.yml', ''], 'file-not-found', /There is no file ''/, /actions\/checkout/],
    [
      'a path to nothing',
      ['other.yml', 'recipes/gleu.yml'],
      'file-not-found',
      /There is no file 'recipes\/gleu\.yml'/,
      /actions\/checkout/
    ],
    [
      'an absolute path to nothing',
      ['/no/such.yml'],
      'file-not-found',
      /There is no file '\/no\/such\.yml'/,
      /^check the path\. /
    ],
    ['a folder without recipes', ['empty'], 'file-not-found', /The folder 'empty' holds no recipe/, /check the path/],
    [
      'a glob that matches nothing',
      ['recipes/*.toml'],
      'file-not-found',
      /No file matches 'recipes\/\*\.toml'/,
      /check the pattern/
    ]
  ])('refuses %s', async (_case, patterns, code, message, cure) => {
    const error = await appErrorOf(() => findFiles(patterns, folder))
    expect(error).toMatchObject({ kind: 'input', code })
    expect(error.message).toMatch(message)
    expect(error.cure).toMatch(cure)
  })
})
