import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { writeWhole } from '../../src/core/whole-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)

describe('writeWhole', () => {
  it('makes the folder, and replaces an earlier file', async () => {
    await writeWhole(at('a/b/report.json'), 'one')
    await writeWhole(at('a/b/report.json'), 'two')
    expect(readFileSync(at('a/b/report.json'), 'utf8')).toBe('two')
    expect(readdirSync(at('a/b'))).toEqual(['report.json'])
  })

  it('writes through a link', async () => {
    writeFileSync(at('real.json'), 'one')
    symlinkSync(at('real.json'), at('link.json'))
    await writeWhole(at('link.json'), 'two')
    expect(readFileSync(at('real.json'), 'utf8')).toBe('two')
  })

  it('is whole from each of several writers at once', async () => {
    const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(1_000_000))
    await Promise.all(texts.map((text) => writeWhole(at('report.json'), text)))
    expect(texts).toContain(readFileSync(at('report.json'), 'utf8'))
    expect(readdirSync(folder)).toEqual(['report.json'])
  })

  it('leaves nothing behind where it cannot write', async () => {
    mkdirSync(at('folder'))
    await expect(writeWhole(at('folder'), 'text')).rejects.toThrow('EISDIR')
    writeFileSync(at('file'), '')
    await expect(writeWhole(at('file/report.json'), 'text')).rejects.toThrow(/ENOTDIR|EEXIST/)
    expect(readdirSync(folder).sort()).toEqual(['file', 'folder'])
  })

  it('tells of a full disk', async () => {
    if (!existsSync('/dev/full')) return
    await expect(writeWhole('/dev/full', 'text')).rejects.toThrow('ENOSPC')
  })
})
