import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { loadRecipe } from '../../src/app/load-recipe.ts'
import { readText } from '../../src/app/read-text.ts'
import { MAX_LENGTH } from '../../src/core/yaml.ts'
import { appErrorOf, identityOptions } from '../aws/support.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-text-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (content: string | Buffer): Promise<string> => {
  writeFileSync(join(folder, 'g.yml'), content)
  return readText('recipe', 'g.yml', folder)
}

const load = (file: string): ReturnType<typeof loadRecipe> => {
  const inputs = { envFile: null, identity: identityOptions({}), gmsUrl: null, gmsToken: null }
  return loadRecipe(file, { env: {}, cwd: folder, inputs, mode: 'ingest' })
}

describe('the text of a recipe', () => {
  it.each([
    ['nothing', ''],
    ['letters', 'a: ä€😀\n'],
    ['a mark', '\uFEFFa: 1\n'],
    ['the longest', 'ä'.repeat(MAX_LENGTH)]
  ])('is what the file holds: %s', async (_, text) => {
    expect(await read(text)).toBe(text)
  })

  it('comes out of a pipe, too', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.yml')])
    createWriteStream(join(folder, 'pipe.yml')).end('a: 1\n')
    expect(await readText('recipe', 'pipe.yml', folder)).toBe('a: 1\n')
  })

  it.each([
    ['a file of 3 GiB', 'g.yml'],
    ['what never ends', 'zero.yml']
  ])('is not read to its end where it is too long: %s', async (_, file) => {
    writeFileSync(join(folder, 'g.yml'), '')
    truncateSync(join(folder, 'g.yml'), 3 * 1024 ** 3)
    rmSync(join(folder, 'zero.yml'), { force: true })
    execFileSync('ln', ['-s', '/dev/zero', join(folder, 'zero.yml')])
    const parsed = await load(file)
    expect(parsed).toMatchObject({ ok: false, error: [{ code: 'yaml-too-large', file, line: 1 }] })
  })

  it('needs a name that says what it is written in, which a pipe of the shell has not', async () => {
    const cure = 'give it such a name; what comes from a pipe has to be put into a file first'
    expect(await load('/dev/null')).toMatchObject({ ok: false, error: [{ code: 'file-type', cure }] })
  })

  it.each(['\u0000a: 1\nbc: 2\n', 'a\u0000\u0000: 1\nbc: 2\n', '\u0000'])(
    'is text with a stray zero in it: %j',
    async (text) => {
      expect(await read(text)).toBe(text)
    }
  )

  it('may be cut off in a character', async () => {
    expect((await read('€'.repeat(2 * MAX_LENGTH))).length).toBeGreaterThan(MAX_LENGTH)
  })

  it.each([
    ['a byte of Latin-1', Buffer.from('a: 1\nb: \xff\n', 'latin1'), 'is not UTF-8: the byte 0xff in line 2'],
    ['half a character', Buffer.from([0x61, 0x0a, 0x0a, 0xe2, 0x82]), 'is not UTF-8: the byte 0xe2 in line 3'],
    ['UTF-16', Buffer.from('\uFEFFa: 1\n', 'utf16le'), 'is UTF-16'],
    ['UTF-16 with the high byte first', Buffer.from('\uFEFFa: 1\n', 'utf16le').swap16(), 'is UTF-16'],
    ['UTF-16 without a mark', Buffer.from('a: 1\n', 'utf16le'), 'is UTF-16']
  ])('is refused as the peer refuses it: %s', async (_, bytes, message) => {
    const error = await appErrorOf(() => read(bytes))
    expect(error).toMatchObject({ kind: 'input', code: 'not-utf-8', cure: 'Save it as UTF-8' })
    expect(error.message).toContain(`The recipe 'g.yml' ${message}`)
  })
})
