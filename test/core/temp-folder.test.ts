import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { checkTempFolder, makeTempFolder } from '../../src/core/temp-folder.ts'
import { appErrorOf } from '../aws/support.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'temp-folder-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('is made, and leaves nothing when it was only a check', async () => {
  await checkTempFolder({ TMPDIR: folder })
  expect(readdirSync(folder)).toEqual([])
  const made = await makeTempFolder('x-', folder)
  expect(readdirSync(folder)).toEqual([made.slice(folder.length + 1)])
})

it('names the place where none can be made, and TMPDIR', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const error = await appErrorOf(() => makeTempFolder('x-', file))
  expect(error).toMatchObject({ kind: 'input', code: 'temp-folder' })
  expect(error.message).toContain(`in ${file}: `)
  expect(error.cure).toContain('TMPDIR')
})
