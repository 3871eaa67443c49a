import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { paramInputs } from '../../../src/app/scaffold/dispatch-inputs.ts'
import { scaffold } from '../../../src/app/scaffold/scaffold.ts'
import { variablesIn } from '../../../src/app/scaffold/variables.ts'
import { yamlComment, yamlText } from '../../../src/app/scaffold/yaml-text.ts'
import { validate } from '../../../src/app/validate.ts'
import type { Param } from '../../../src/dag/file/params.ts'
import type { AppDeps, ScaffoldRequest } from '../../../src/model/request.ts'
import { identityOptions } from '../../aws/support.ts'
import { fc } from '../../properties.ts'
import { runs } from '../../runs.ts'

const ROOT = join(import.meta.dirname, '../../..')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scaffold-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const make = (kind: ScaffoldRequest['kind'], changes: Partial<ScaffoldRequest> = {}, cwd = folder) =>
  scaffold({ kind, files: [], output: null, force: false, uses: './', ...changes }, cwd)

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8')

/** What `validate` has to say about a file. */
async function said(path: string): Promise<readonly string[]> {
  const deps = { env: {}, cwd: folder } as unknown as AppDeps
  const asked = { files: [path], envFile: null, identity: identityOptions({}), gmsUrl: null, gmsToken: null }
  return (await validate(asked, deps)).diagnostics.map(({ severity, message }) => `${severity} ${message}`)
}

describe('scaffold', () => {
  it('makes a recipe, a DAG of it, and the workflows of both, one after the other', async () => {
    expect(await make('recipe')).toMatchObject({ path: 'recipes/glue.yml' })
    expect(await said('recipes/glue.yml')).toEqual([])
    expect(await make('workflow')).toMatchObject({ path: '.github/workflows/ingest.yml' })
    expect(await make('dag')).toMatchObject({ path: 'recipes/dag.yml' })
    expect(await said('recipes/dag.yml')).toEqual([])
    expect(await make('workflow')).toMatchObject({ path: '.github/workflows/dag.yml' })
    const { on, jobs } = parse(read('.github/workflows/dag.yml'))
    expect(on.schedule).toEqual([{ cron: '37 3 * * *' }])
    expect(jobs.dag.env).toEqual({
      AWS_DEFAULT_REGION: `\${{ vars.AWS_DEFAULT_REGION }}`,
      AWS_ROLE: `\${{ vars.AWS_ROLE }}`,
      GLUE_EXTRACT_TRANSFORMS: 'false',
      GMS_URL: `\${{ vars.GMS_URL }}`
    })
    expect(jobs.dag.steps[1].with).toMatchObject({
      command: 'dag',
      dag: 'recipes/dag.yml',
      tasks: `\${{ inputs.tasks || '' }}`
    })
  })

  it('makes the workflow of recipes/dag.yml that this repository has', async () => {
    const { text } = await make('workflow', { files: ['recipes/dag.yml'], output: '-' }, ROOT)
    expect(text).toBe(readFileSync(join(ROOT, '.github/workflows/dag.yml'), 'utf8'))
  })

  it('makes the workflow for pull requests that this repository has', async () => {
    const { text } = await make('checks', { output: '-' }, ROOT)
    expect(text).toBe(readFileSync(join(ROOT, '.github/workflows/validate-recipes.yml'), 'utf8'))
  })

  it('makes the workflow for pull requests with the recipes that are named, and what they need', async () => {
    await make('recipe')
    put(
      'teams/a b.yml',
      `source: { type: glue, config: { aws_role: '\${AWS_ROLE_B}', aws_secret_access_key: '\${B_KEY}' } }`
    )
    const made = await make('checks', { files: ['recipes/glue.yml', './teams/a b.yml'] })
    expect(made).toMatchObject({ path: '.github/workflows/validate-recipes.yml' })
    expect(made.next.join('\n')).toContain('repo:OWNER/NAME:pull_request')
    const { on, permissions, jobs } = parse(read('.github/workflows/validate-recipes.yml'))
    expect([on, permissions]).toEqual([{ pull_request: null }, {}])
    expect(Object.keys(jobs)).toEqual(['validate', 'plan'])
    expect(jobs.validate.permissions).toEqual({ contents: 'read' })
    expect(jobs.plan.permissions).toEqual({ contents: 'read', 'id-token': 'write', 'pull-requests': 'write' })
    expect(jobs.plan.env).toMatchObject({ AWS_ROLE_B: `\${{ vars.AWS_ROLE_B }}`, B_KEY: `\${{ secrets.B_KEY }}` })
    for (const job of [jobs.validate, jobs.plan]) {
      expect(job.steps[1].with.recipe.trim().split('\n')).toEqual(['recipes/glue.yml', 'teams/a b.yml'])
    }
    await expect(make('checks', { files: ['$' + '{{ x }}.yml'] })).rejects.toMatchObject({ name: 'AppError' })
  })

  it('uses the actions that the workflows of this repository use', async () => {
    await make('recipe')
    const { text } = await make('workflow', { output: '-' })
    const own = readFileSync(join(ROOT, '.github/workflows/ingest.yml'), 'utf8')
    const uses = (workflow: string) => [...workflow.matchAll(/uses: (actions\/.*)/gu)].map(([, action]) => action)
    expect(uses(text)).toEqual(uses(own))
    const { jobs } = parse(text)
    expect(jobs.ingest.permissions).toEqual(parse(own).jobs.ingest.permissions)
  })

  it('makes a DAG of the recipes that are named, or there, and of nothing else', async () => {
    put('recipes/eu.yml', 'source: {}')
    put('recipes/us/eu.yml', 'source: {}')
    put('recipes/old.yml', 'dag_id: old\ntasks: [{ task_id: a, run: "true" }]\n')
    const { text } = await make('dag', { output: '-' })
    expect(parse(text).tasks.map((task: { task_id: string; recipe?: string }) => [task.task_id, task.recipe])).toEqual([
      ['eu', 'recipes/eu.yml'],
      ['eu_enough', undefined],
      ['eu_2', 'recipes/us/eu.yml'],
      ['eu_2_enough', undefined]
    ])
    const { text: one } = await make('dag', { files: ['recipes/us/*.yml'], output: '-' })
    expect(parse(one).tasks).toHaveLength(2)
  })

  it('gives each recipe a workflow and a group of its own', async () => {
    put('recipes/eu west.yml', 'source: {}')
    expect(await make('workflow', { files: ['recipes/eu west.yml'] })).toMatchObject({
      path: '.github/workflows/ingest-eu_west.yml'
    })
    const { concurrency, jobs } = parse(read('.github/workflows/ingest-eu_west.yml'))
    expect(concurrency.group).toBe('datahub-glue-ingest-eu_west')
    expect(jobs.ingest.steps[1].with.recipe).toBe('recipes/eu west.yml')
  })

  it.each([
    ['0 3 * * *', 'Another minute is better: at the full hour'],
    ['*/20 * * * *', 'Another minute is better: at the full hour'],
    ['0,30 3 * * *', 'Another minute is better: at the full hour'],
    ['10 3 * * *', 'An odd minute: at the full hour']
  ])('tells of the schedule %s what its minute is worth', async (cron, comment) => {
    put('recipes/dag.yml', `dag_id: d\nschedule: '${cron}'\ntasks: [{ task_id: a, run: 'true' }]\n`)
    const { text } = await make('workflow', { output: '-' })
    expect(text).toContain(`# ${comment}`)
    expect(parse(text).on.schedule).toEqual([{ cron }])
  })

  it.each([
    ['acme/glue@v1.2.0', null, 'https://raw.githubusercontent.com/acme/glue/v1.2.0/dist/schema/'],
    ['acme/tools/glue@main', '-', 'https://raw.githubusercontent.com/acme/tools/main/glue/dist/schema/'],
    ['./', null, '../dist/schema/'],
    ['./', 'glue.yml', 'dist/schema/'],
    ['./.github/actions/glue', 'a/b/glue.yml', '../../.github/actions/glue/dist/schema/']
  ])('names the schema of %s for %s', async (uses, output, place) => {
    const line = ({ text }: { readonly text: string }) => text.split('\n')[0]
    expect(line(await make('recipe', { uses, output }))).toBe(
      `# yaml-language-server: $schema=${place}recipe.schema.json`
    )
    put('recipes/glue.yml', 'source: {}')
    expect(line(await make('dag', { uses, output, force: true, files: ['recipes/glue.yml'] }))).toBe(
      `# yaml-language-server: $schema=${place}dag.schema.json`
    )
  })

  it('writes over nothing unless it is told to', async () => {
    put('recipes/glue.yml', 'mine')
    await expect(make('recipe')).rejects.toMatchObject({ message: 'recipes/glue.yml is there already' })
    expect(read('recipes/glue.yml')).toBe('mine')
    await make('recipe', { force: true })
    expect(read('recipes/glue.yml')).toContain('type: glue')
  })

  it.each([
    ['dag', {}, /folder 'recipes' holds no recipe|no file 'recipes'/i],
    ['workflow', {}, /no recipe to make a workflow for/],
    ['checks', {}, /folder 'recipes' holds no recipe|no file 'recipes'/i],
    ['workflow', { files: ['recipes/dag.yml'] }, /no file 'recipes\/dag.yml'/],
    ['workflow', { files: ['a.yml', 'b.yml'] }, /one recipe or one DAG file/],
    ['recipe', { files: ['a.yml'] }, /made from nothing/]
  ] as const)('says what a %s lacks', async (kind, changes, message) => {
    await expect(make(kind, changes)).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringMatching(message)
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('tells where a DAG file is wrong, and makes nothing of it', async () => {
    put('recipes/dag.yml', 'dag_id: d\nschedule: "* * * *"\ntasks:\n  - { task_id: a, run: "true" }\n')
    await expect(make('workflow')).rejects.toMatchObject({
      message: expect.stringMatching(/^recipes\/dag.yml:2:11 schedule/)
    })
  })
})

const param = (name: string, changes: Partial<Param> = {}): Param => ({
  name,
  fallback: undefined,
  description: '',
  schema: {},
  ...changes
})

describe('params as inputs of workflow_dispatch', () => {
  it('takes types, choices, defaults and what has to be given from their schemas', () => {
    const { inputs, expression } = paramInputs([
      param('text', { schema: { type: 'string' }, fallback: "it's {x}" }),
      param('count', { schema: { type: 'integer' }, fallback: 3, description: 'How many' }),
      param('full', { schema: { type: 'boolean' }, fallback: true }),
      param('level', { schema: { enum: ['low', 'high'] }, fallback: 'low' }),
      param('regions', { schema: { type: 'array' }, fallback: ['eu'], description: 'Where' }),
      param('clear', { schema: { type: 'number' } }),
      param('odd name', { schema: { enum: [1, 2] } })
    ])
    expect(inputs).toEqual([
      { id: 'text', description: 'text', type: 'string', fallback: "it's {x}" },
      { id: 'count', description: 'How many', type: 'number', fallback: '3' },
      { id: 'full', description: 'full', type: 'boolean', fallback: 'true' },
      { id: 'level', description: 'level', type: 'choice', fallback: 'low', options: ['low', 'high'] },
      { id: 'regions', description: 'Where (JSON)', type: 'string', fallback: '["eu"]' },
      { id: 'param_clear', description: 'clear', type: 'number', fallback: null },
      { id: 'odd_name', description: 'odd name (JSON)', type: 'string', fallback: null }
    ])
    expect(expression).toContain(
      '{{"text":{0},"count":{1},"full":{2},"level":{3},"regions":{4},"clear":{5},"odd name":{6}}}'
    )
    expect(expression).toContain('toJSON(inputs.text), inputs.count, inputs.full, toJSON(inputs.level), inputs.regions')
  })

  it('writes no expression where GitHub would refuse it or fill it in', () => {
    const { inputs, expression } = paramInputs([
      param('text', {
        schema: { type: 'string' },
        fallback: `\${{ secrets.X }}`,
        description: `of \${{ github.actor }}`
      }),
      param('list', { schema: { type: 'array' }, fallback: [`\${{ x }}`] }),
      param('level', { schema: { enum: ['low', `\${{ x }}`] }, fallback: 'low' }),
      param('Tasks', { schema: { type: 'string' } })
    ])
    expect(JSON.stringify(inputs)).not.toContain(`\${{`)
    expect(inputs.map(({ id, type }) => [id, type])).toEqual([
      ['text', 'string'],
      ['list', 'string'],
      ['level', 'string'],
      ['param_Tasks', 'string']
    ])
    expect(inputs.slice(0, 2).map(({ fallback }) => JSON.parse(fallback ?? ''))).toEqual([
      `\${{ secrets.X }}`,
      [`\${{ x }}`]
    ])
    expect(expression).toContain('inputs.text, inputs.list, inputs.level, toJSON(inputs.param_Tasks)')
  })

  it('leaves it at one input where there are more params than GitHub takes', () => {
    const { inputs } = paramInputs(Array.from({ length: 24 }, (_, number) => param(`p${number}`)))
    expect(inputs.map(({ id }) => id)).toEqual(['params'])
  })

  it('gives each param an input of its own, whatever they are called', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 20 }), (names) => {
        const ids = paramInputs(names.map((name) => param(name))).inputs.map(({ id }) => id)
        expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(names.length)
        for (const id of ids) expect(id).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/)
      })
    )
  })
})

describe('text in YAML', () => {
  it('is read back as it was, whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('no', '1', 'a: b', 'a #b', '- a', "it's")
    )
    fc.assert(
      fc.property(text, (value) => {
        fc.pre(!/^\$\{\{[\s\S]*\}\}$/u.test(value))
        expect(parse(`key: ${yamlText(value)}\n`)).toEqual({ key: value })
      }),
      { numRuns: runs(500, 2000) }
    )
  })

  it('stays a comment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(parse(`${yamlComment(value)}\nkey: 1\n`)).toEqual({ key: 1 })
      })
    )
  })
})

describe('variables', () => {
  it('are those that recipes and DAG files name, but not what a run has by itself', () => {
    const recipe = {
      file: 'r.yml',
      text: `a: '\${ONE:-x} $TWO \${ssm:/three} \${DATAHUB_GMS_TOKEN}'\nb: ['^x$', '\${four}']\n`
    }
    const dag = {
      file: 'd.yml',
      text: "dag_id: d\ntasks:\n  - { run: 'echo env.NO', when: env.FIVE == '1', env: { A: '{{ env.SIX_TOKEN }}' } }\n"
    }
    expect(variablesIn([recipe], [dag])).toEqual(
      ['AWS_DEFAULT_REGION', 'AWS_ROLE', 'FIVE', 'GMS_URL', 'ONE', 'SIX_TOKEN', 'TWO', 'four'].sort()
    )
  })
})
