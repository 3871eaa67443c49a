import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseRecipe } from '../../src/recipe/parse.ts'

/*
 * What the peer's own configuration classes said of recipes, one option or a few of them changed
 * (test/parity/recipes/, which compares tens of thousands). Where this program is stricter on purpose it says so by code.
 */

const RECORDED: {
  readonly environment: Readonly<Record<string, string>>
  readonly cases: readonly (readonly [string, boolean])[]
} = JSON.parse(readFileSync(join(import.meta.dirname, 'verdicts.json'), 'utf8'))

const STRICTER = new Set([
  ...['not-supported-yet', 'unknown-source', 'unknown-sink', 'unknown-transformer', 'bad-server', 'bad-role-arn'],
  ...['bad-header', 'out-of-range', 'missing-pipeline-name', 'needs-datahub', 'unknown-state-provider', 'unknown-auth']
])

describe('the verdict is the peer’s', () => {
  it.each(RECORDED.cases)('%j', (text, accepted) => {
    const defaults = { gmsUrl: 'http://gms:8080', gmsToken: null }
    const parsed = parseRecipe({ file: 'r.yml', text, env: RECORDED.environment, mode: 'ingest', defaults })
    const codes = (parsed.ok ? [] : parsed.error).filter((d) => d.severity === 'error').map((d) => d.code)
    const isRefused = accepted ? codes.some((code) => !STRICTER.has(code)) : codes.length > 0
    expect(isRefused).toBe(!accepted)
  })
})
