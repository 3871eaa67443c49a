import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { COMMANDS, INPUTS, OUTPUTS } from '../src/action/definition.ts'
import { actionYml, inputTable, outputTable, withTables } from '../src/action/documents.ts'
import { readInputs } from '../src/action/inputs.ts'
import { outputsOf } from '../src/action/outputs.ts'
import { CLI_COMMANDS, UNAVAILABLE_COMMANDS } from '../src/cli/definition.ts'
import { noCounts } from '../src/report/counts.ts'
import { totalOf } from '../src/report/total.ts'

const ROOT = join(import.meta.dirname, '..')
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

interface ActionFile {
  readonly inputs: Readonly<Record<string, { description: string; required: boolean; default?: string }>>
  readonly outputs: Readonly<Record<string, { description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
  readonly branding: { readonly icon: string; readonly color: string }
}

const action: ActionFile = parse(textOf('action.yml'))

describe('action.yml', () => {
  it('is what `npm run docs` writes', () => {
    expect(textOf('action.yml')).toBe(actionYml())
  })

  it('has the inputs that the reader reads, with their defaults and prose', () => {
    expect(
      Object.entries(action.inputs).map(([name, input]) => [name, input.description, input.default ?? null])
    ).toEqual(INPUTS.map((input) => [input.name, input.description, input.default]))
  })

  it('has the outputs that are set, with their prose', () => {
    expect(Object.entries(action.outputs).map(([name, output]) => [name, output.description])).toEqual(
      OUTPUTS.map((output) => [output.name, output.description])
    )
  })

  it('runs the bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
    expect(action.branding).toEqual({ icon: 'database', color: 'blue' })
  })

  it('requires nothing: every input has a default or says what its absence means', () => {
    for (const [name, input] of Object.entries(action.inputs)) {
      expect([name, input.required]).toEqual([name, false])
      expect([name, input.default !== undefined || /by default/i.test(input.description)]).toEqual([name, true])
    }
  })
})

describe('inputs', () => {
  it('are each read: a value that is wrong, or its absence, makes a difference', () => {
    const read = new Set<string>()
    const note = (_: unknown, name: string | symbol): undefined => {
      read.add(String(name))
    }
    const env = new Proxy<Record<string, string>>({}, { get: note })
    readInputs(env, () => {})
    expect(INPUTS.map((input) => `INPUT_${input.name.toUpperCase()}`).filter((name) => !read.has(name))).toEqual([])
    const unknown = [...read].filter((name) => name.startsWith('INPUT_'))
    expect(unknown.filter((name) => !INPUTS.some((input) => `INPUT_${input.name.toUpperCase()}` === name))).toEqual([])
  })

  it('are good when nothing is given', () => {
    expect(readInputs({}, () => {})).toMatchObject({ ok: true })
  })
})

describe('outputs', () => {
  it('are each set', () => {
    const tool = { name: 'datahub-glue', version: '0.0.0' }
    const report = totalOf([], null, { tool, dryRun: false, startedAt: 0, durationMs: 0 })
    expect(Object.keys(outputsOf(report, 'report.json')).sort()).toEqual(OUTPUTS.map((output) => output.name).sort())
  })

  it('tell what was written, what was not sent again and what was removed', () => {
    const tool = { name: 'datahub-glue', version: '0.0.0' }
    const report = totalOf([], null, { tool, dryRun: false, startedAt: 0, durationMs: 0 })
    const counts = { ...noCounts(), written: 3, unchanged: 5, removed: 7 }
    expect(outputsOf({ ...report, counts }, 'report.json')).toMatchObject({
      'aspects-written': '3',
      'aspects-unchanged': '5',
      removed: '7'
    })
  })
})

/** What answers questions, makes files in a checkout, or looks back at runs: it has no place in a workflow. */
const CLI_ONLY = ['runs', 'rollback', 'restore', 'describe', 'explain', 'scaffold']

describe('commands', () => {
  it('work in the action if and only if they work on the command line', () => {
    const working = Object.entries(COMMANDS).flatMap(([name, works]) => (works ? [name] : []))
    const here = CLI_COMMANDS.map((command) => command.name)
    expect(working).toEqual(here.filter((name) => !CLI_ONLY.includes(name)))
    const missing = Object.entries(COMMANDS).flatMap(([name, works]) => (works ? [] : [name]))
    expect(missing.filter((name) => !UNAVAILABLE_COMMANDS.includes(name))).toEqual([])
  })
})

describe('README.md', () => {
  const readme = existsSync(join(ROOT, 'README.md')) ? textOf('README.md') : null

  it('has the tables that `npm run docs` writes', () => {
    if (readme === null) throw new Error('There is no README.md')
    expect(readme).toContain(inputTable())
    expect(readme).toContain(outputTable())
    expect(withTables(readme)).toBe(readme)
  })
})

describe('withTables', () => {
  const tables = (text: string): string => text.replace('INPUTS', inputTable()).replace('OUTPUTS', outputTable())

  it.each([
    ['fills what is empty', '# A\n<!-- inputs -->\n<!-- /inputs -->\nB <!-- outputs --><!-- /outputs -->'],
    ['replaces what is old', '# A\n<!-- inputs -->\nold\n\n<!-- /inputs -->\nB <!-- outputs -->x<!-- /outputs -->']
  ])('%s', (_, before) => {
    const after = tables(
      '# A\n<!-- inputs -->\nINPUTS\n<!-- /inputs -->\nB <!-- outputs -->\nOUTPUTS\n<!-- /outputs -->'
    )
    expect(withTables(before)).toBe(after)
    expect(withTables(after)).toBe(after)
  })

  it('leaves a text without marks alone', () => {
    expect(withTables('# A\n<!-- inputs -->\n')).toBe('# A\n<!-- inputs -->\n')
  })
})
