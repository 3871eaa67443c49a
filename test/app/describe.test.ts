import { describe, expect, it } from '@jest/globals'
import { app } from '../../src/app/app.ts'
import { GLUE_OPTIONS } from '../../src/recipe/options/glue.ts'
import { PIPELINE_OPTIONS } from '../../src/recipe/options/pipeline.ts'
import { REST_OPTIONS, SINKS } from '../../src/recipe/options/sink.ts'
import { TRANSFORMERS } from '../../src/recipe/options/transformers/transformers.ts'
import { recipeSchema } from '../../src/recipe/schema.ts'
import { renderDescription } from '../../src/report/render/text-describe.ts'
import { appErrorOf } from '../aws/support.ts'

const described = async (...paths: string[]) => (await app.describe(paths)).options
const pathsOf = async (path: string) => (await described(path)).map((option) => option.path)
const membersOf = async (path: string) => (await described(path)).flatMap(({ members }) => members.map((it) => it.name))
const textOf = async (...paths: string[]) => renderDescription(await app.describe(paths))

describe('the description of options', () => {
  it('tells all that a recipe holds when nothing is named', async () => {
    const [recipe, ...others] = await described()
    expect(others).toEqual([])
    expect(recipe).toMatchObject({ path: 'recipe', required: false })
    expect(JSON.stringify(recipe?.schema)).toBe(JSON.stringify(recipeSchema()))
    expect(recipe?.members.map(({ name }) => name)).toEqual(Object.keys(PIPELINE_OPTIONS))
  })

  it('knows every option of the source, of sinks, and of transformers, by its path', async () => {
    expect(await membersOf('source.config')).toEqual(Object.keys(GLUE_OPTIONS))
    expect(await membersOf('sink')).toEqual(['type', ...Object.keys(SINKS)])
    expect(await membersOf('datahub-rest')).toEqual(Object.keys(REST_OPTIONS))
    expect(await membersOf('transformers')).toEqual(['type', ...Object.keys(TRANSFORMERS)])
  })

  it.each([
    ['source.config.table_pattern', ['source.config.table_pattern']],
    ['table_pattern', ['source.config.table_pattern']],
    ['source.table_pattern.deny', ['source.config.table_pattern.deny']],
    ['sink.config.server', ['sink.datahub-rest.config.server']],
    ['simple_add_dataset_tags', ['transformers.simple_add_dataset_tags']],
    ['simple_add_dataset_tags.tag_urns', ['transformers.simple_add_dataset_tags.config.tag_urns']],
    ['domain.Sales.allow', ['source.config.domain.<name>.allow']],
    ['state_provider.file.filename', ['source.config.stateful_ingestion.state_provider.file.config.filename']],
    [
      'legacy_nested_json_string',
      ['failure_log.log_config.legacy_nested_json_string', 'sink.file.config.legacy_nested_json_string']
    ],
    ['dag.tasks.retries', ['dag.tasks.retries']],
    ['retry_delay', ['dag.default_args.retry_delay', 'dag.tasks.retry_delay']]
  ])('finds %s', async (path, found) => {
    expect([...(await pathsOf(path))].sort()).toEqual(found)
  })

  it('tells what an option takes, what it is by default, and what it does', async () => {
    expect(await textOf('table_pattern')).toBe(
      [
        'source.config.table_pattern',
        `  ${GLUE_OPTIONS.table_pattern.doc}`,
        '  a mapping of allow, deny and ignoreCase',
        '',
        '  allow  (a list of which each is a string; default: [".*"])',
        '      Patterns of what is let in.',
        '  deny  (a list of which each is a string; default: [])',
        '      Patterns of what is left out; they win.',
        '  ignoreCase  (true or false, or null; default: true)',
        '      Whether upper and lower case are the same.',
        ''
      ].join('\n')
    )
    expect(await textOf('emit_s3_lineage', 'sink.server')).toBe(
      [
        'source.config.emit_s3_lineage',
        '  The old name of emit_storage_lineage.',
        '  true or false; default: false; deprecated',
        '',
        'sink.datahub-rest.config.server',
        `  ${REST_OPTIONS.server.doc}`,
        '  the address of a server; required',
        ''
      ].join('\n')
    )
  })

  it('says of every transformer what it does', async () => {
    const [transformers] = await described('transformers')
    const said = transformers?.members
      .filter(({ name }) => name in TRANSFORMERS)
      .map(({ schema }) => schema.description)
    expect(said?.filter((one) => typeof one !== 'string' || one === '')).toEqual([])
    expect(await textOf('transformers')).toContain(
      '  mark_dataset_status\n      Marks each dataset as removed, or as not removed.\n      holds removed\n'
    )
  })

  it('gives many answers a line each, and each answer once', async () => {
    const lines = (await textOf('semantics', 'simple_add_dataset_tags.semantics')).trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(8)
    expect(
      lines.filter((line) => line.startsWith('transformers.simple_add_dataset_tags.config.semantics  '))
    ).toHaveLength(1)
    expect((await membersOf('dag.on_failure')).sort()).toEqual(['run', 'webhook'])
  })

  it.each([
    ['source.config.tabel_pattern', "did you mean 'source.config.table_pattern'?"],
    ['tabel_pattern', "did you mean 'table_pattern'?"],
    ['simple_add_dataset_tag', "did you mean 'simple_add_dataset_tags'?"],
    ['zzzzzzzzzzzzzzzz', "'datahub-glue describe' lists what a recipe holds"],
    ['', "'datahub-glue describe' lists what a recipe holds"]
  ])('does not know %j', async (path, cure) => {
    expect(await appErrorOf(() => app.describe([path]))).toMatchObject({ kind: 'input', code: 'unknown-option', cure })
  })
})
