import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { formatDiagnostic } from '../../../src/core/diagnostic.ts'
import { parseDagFile } from '../../../src/dag/file/parse.ts'

/*
 * Every file of testdata/dag is a DAG that is named after its case; those in bad/ may not be run. Comments at the head say,
 * a line each, everything that is told about it: # expect line:column severity code: …
 */

const FOLDER = join(import.meta.dirname, '..', '..', 'testdata', 'dag')
const files = ['good', 'bad'].flatMap((kind) => readdirSync(join(FOLDER, kind)).map((file) => `${kind}/${file}`))

describe('DAG files', () => {
  it('are many', () => {
    expect(files.length).toBeGreaterThan(40)
  })

  it.each(files)('%s', (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8')
    const parsed = parseDagFile({ file: 'd.yml', text })
    const told = (parsed.ok ? parsed.value.diagnostics : parsed.error).map((d) =>
      formatDiagnostic(d).slice('d.yml:'.length)
    )
    expect(told).toEqual([...text.matchAll(/^# expect (.*)$/gm)].map(([, line]) => line))
    expect(parsed.ok).toBe(file.startsWith('good/'))
  })
})
