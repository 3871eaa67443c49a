import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { lexer, type Token, type Tokens, walkTokens } from 'marked'
import { parse } from 'yaml'
import { INPUTS, OUTPUTS } from '../src/action/definition.ts'
import { CLI_COMMANDS } from '../src/cli/definition.ts'
import { iamPolicy } from '../src/model/iam-actions.ts'
import { optionTable, withOptionTable } from '../src/recipe/option-table.ts'
import { DEVIATIONS } from '../src/recipe/options/deviations.ts'
import { GLUE_OPTIONS } from '../src/recipe/options/glue.ts'
import { PIPELINE_OPTIONS, SINK_OPTIONS, SOURCE_OPTIONS } from '../src/recipe/options/pipeline.ts'
import { FILE_OPTIONS, REST_OPTIONS } from '../src/recipe/options/sink.ts'
import { optionRows } from '../src/recipe/options/table.ts'
import { TRANSFORMERS } from '../src/recipe/options/transformers/transformers.ts'
import { EXIT } from '../src/report/exit-code.ts'
import { ruleTable, withRuleTable } from '../src/report/rule-table.ts'
import { FAULT_CASES, KILLED } from './faults/cases.ts'

/* README.md, SECURITY.md and CONTRIBUTING.md say nothing that is not so, as far as a program can tell. */

const ROOT = join(import.meta.dirname, '..')
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const DOCUMENTS = ['README.md', 'CHANGELOG.md', '.github/CONTRIBUTING.md', '.github/SECURITY.md', 'src/README.md']
const readme = textOf('README.md')

function tokensOf(text: string): readonly Token[] {
  const all: Token[] = []
  void walkTokens(lexer(text), (token) => {
    all.push(token)
  })
  return all
}

const tokens = tokensOf(readme)
const isCode = (token: Token): token is Tokens.Code => token.type === 'code'
/** Code blocks; those inside HTML blocks are found by their fences. */
const snippets = (language: string): readonly string[] => [
  ...new Set([
    ...tokens.filter((token) => isCode(token) && token.lang === language).map((token) => (token as Tokens.Code).text),
    ...[...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gmu'))].map(
      ([, text = '']) => text
    )
  ])
]

/** The rows of the first table below a heading, as lists of cells. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const from = tokens.findIndex((token) => token.type === 'heading' && (token as Tokens.Heading).text === heading)
  const table = tokens.slice(from).find((token) => token.type === 'table') as Tokens.Table | undefined
  if (from < 0 || table === undefined) throw new Error(`README.md has no table below '${heading}'`)
  return table.rows.map((row) => row.map((cell) => cell.text))
}

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

/** What stands in backticks. */
const quoted = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name)

describe.each(DOCUMENTS)('%s', (file) => {
  const text = textOf(file)
  const all = tokensOf(text)
  const targets = all.filter((token) => token.type === 'link').map((token) => (token as Tokens.Link).href)
  const local = targets.filter((href) => !/^https?:/u.test(href))
  const anchors = all
    .filter((token) => token.type === 'heading')
    .map((token) => anchorOf((token as Tokens.Heading).text))

  it('links to files and headings that exist', () => {
    const broken = local.filter((href) => {
      const [path = '', anchor = ''] = href.split('#')
      if (path !== '') return !existsSync(join(ROOT, file, '..', path))
      return !anchors.includes(anchor)
    })
    expect(broken).toEqual([])
  })

  it('names no file of this repository that does not exist', () => {
    const names = [...text.matchAll(/`((?:\.ci|\.github|src|test|recipes|dist)\/[\w./-]*[\w])`/gu)]
    expect(names.map(([, name = '']) => name).filter((name) => !existsSync(join(ROOT, name)))).toEqual([])
  })

  it('names no npm script that does not exist', () => {
    const { scripts }: { scripts: object } = JSON.parse(textOf('package.json'))
    const named = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/gu)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

describe('workflows to copy', () => {
  interface Step {
    readonly uses?: string
    readonly with?: Readonly<Record<string, string>>
    readonly id?: string
  }
  interface Workflow {
    readonly permissions: object
    readonly jobs: Readonly<
      Record<string, { permissions: object; env?: Record<string, string>; steps: readonly Step[] }>
    >
  }
  const workflows = snippets('yaml').map((text): Workflow => parse(text))
  const steps = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps))
  const own = steps.filter((step) => step.uses?.startsWith('acme/datahub-glue-ingestion@'))

  it('are there for the commands that workflows run', () => {
    expect(own.map((step) => step.with?.command ?? 'ingest')).toEqual(['ingest', 'validate', 'plan', 'doctor'])
  })

  it('give inputs and read outputs that exist', () => {
    const inputs: readonly string[] = INPUTS.map((input) => input.name)
    expect(own.flatMap((step) => Object.keys(step.with ?? {})).filter((name) => !inputs.includes(name))).toEqual([])
    const outputs: readonly string[] = OUTPUTS.map((output) => output.name)
    const read = [
      ...snippets('yaml')
        .join('\n')
        .matchAll(/steps\.\w+\.outputs\.([\w-]+)/gu)
    ].map(([, name = '']) => name)
    expect(read.filter((name) => !outputs.includes(name))).toEqual([])
    expect(read.length).toBeGreaterThan(0)
  })

  it("are this repository's own, but for the place of the action and the runner", () => {
    const ours: Workflow = parse(textOf('.github/workflows/validate-recipes.yml'))
    const steps = (workflow: Workflow | undefined): readonly object[] =>
      Object.values(workflow?.jobs ?? {}).flatMap((job) =>
        job.steps.map((step) => ({ with: { ...step.with, 'if-no-files-found': '', 'retention-days': '' } }))
      )
    expect(steps(workflows[1])).toEqual(steps(ours).map((step) => JSON.parse(JSON.stringify(step))))
    for (const job of ['validate', 'plan'] as const) {
      const { permissions, env } = ours.jobs[job] ?? {}
      expect(workflows[1]?.jobs[job]).toMatchObject({ permissions, ...(env === undefined ? {} : { env }) })
    }
  })

  it('show pictures that there are, and no larger than a page should load', () => {
    const shown = tokens.filter((token) => token.type === 'image').map((token) => (token as Tokens.Image).href)
    const there = readdirSync(join(ROOT, '.github/images')).map((name) => `.github/images/${name}`)
    expect([...shown].sort()).toEqual(there.sort())
    for (const file of there) expect(readFileSync(join(ROOT, file)).length).toBeLessThan(300_000)
  })

  it('set every variable that the template needs', () => {
    const needed = [...textOf('recipes/glue.yml').matchAll(/\$\{(\w+)\}/gu)].map(([, name = '']) => name)
    for (const job of [workflows[0]?.jobs.ingest, workflows[1]?.jobs.plan]) {
      expect(Object.keys(job?.env ?? {})).toEqual(expect.arrayContaining(needed))
    }
  })

  it('give no permission but what is needed', () => {
    expect(workflows.map(({ permissions }) => permissions)).toEqual([{}, {}, {}])
    expect(workflows[0]?.jobs.ingest?.permissions).toEqual({ 'id-token': 'write', contents: 'read' })
    expect(workflows[1]?.jobs.validate?.permissions).toEqual({ contents: 'read' })
    expect(workflows[2]?.jobs.doctor?.permissions).toEqual({ 'id-token': 'write', contents: 'read' })
    expect(workflows[1]?.jobs.plan?.permissions).toEqual({
      contents: 'read',
      'id-token': 'write',
      'pull-requests': 'write'
    })
  })

  it("pin others' actions by the commits that this repository's own workflows use", () => {
    const folder = join(ROOT, '.github', 'workflows')
    const pinned = readdirSync(folder).flatMap((file) => usesIn(readFileSync(join(folder, file), 'utf8')))
    const named = usesIn(readme).filter((use) => !use.startsWith('acme/'))
    expect(named.filter((use) => !pinned.includes(use))).toEqual([])
    expect(pinned.filter((use) => !/^(?:\.\/|[\w/-]+@[0-9a-f]{40} # v\d)/u.test(use) && use !== './')).toEqual([])
  })

  function usesIn(text: string): readonly string[] {
    return [...text.matchAll(/uses: (\S+(?: # \S+)?)/gu)].map(([, use = '']) => use)
  }
})

describe('policies to copy', () => {
  const scope = { region: 'eu-central-1', account: '123456789012', rolesToAssume: [] }
  const needed = iamPolicy(
    {
      catalogId: null,
      jobs: false,
      profiling: null,
      columnStatistics: false,
      s3BucketTags: false,
      s3ObjectTags: false,
      lakeFormationTags: null
    },
    scope
  )
  const documents = snippets('json').map((text): { Statement: readonly object[] } => JSON.parse(text))

  it('allow what a recipe needs, and nothing else', () => {
    expect(documents.at(-1)).toEqual(needed)
  })

  it('let the repository in by both forms of its name', () => {
    const trust = JSON.stringify(documents[0])
    expect(trust).toContain('"repo:acme/data-platform:ref:refs/heads/main"')
    expect(trust).toMatch(/"repo:acme@\d+\/data-platform@\d+:ref:refs\/heads\/main"/u)
  })

  it('say the same in Terraform', () => {
    const [terraform = ''] = snippets('hcl')
    const actions = [...terraform.matchAll(/actions\s*=\s*\[([^\]]*)\]/gu)].flatMap(
      ([, list = '']) => list.match(/[\w:]+/gu) ?? []
    )
    const allowed = needed.Statement.flatMap((statement) => statement.Action)
    expect(actions).toEqual(['sts:AssumeRoleWithWebIdentity', ...allowed])
    for (const subject of JSON.stringify(documents[0]).match(/"repo:[^"]+"/gu) ?? [])
      expect(terraform).toContain(subject)
  })
})

describe('recipes', () => {
  const tables = {
    ...PIPELINE_OPTIONS,
    ...GLUE_OPTIONS,
    ...REST_OPTIONS,
    ...FILE_OPTIONS,
    ...Object.fromEntries(Object.entries(SOURCE_OPTIONS).map(([name, option]) => [`source.${name}`, option])),
    ...Object.fromEntries(Object.entries(SINK_OPTIONS).map(([name, option]) => [`sink.${name}`, option]))
  }
  const isPlanned = (name: string): boolean =>
    Object.entries(tables).some(([known, option]) => known === name && 'inert' in option && option.inert !== undefined)
  const named = (heading: string): readonly string[] => tableBelow(heading).flatMap((row) => quoted(row[1] ?? ''))
  const missing = named('What is not supported yet')
  const accepted = [...named('What else works'), ...named('What is accepted and changes nothing')]

  it('every option is told', () => {
    const told = [...missing, ...accepted]
    const names = Object.keys(tables).filter((name) => !/^(?:source|sink)\.(?:type|config)$/u.test(name))
    const ofGlue = Object.keys(GLUE_OPTIONS)
    expect(names.filter((name) => !told.includes(name) && !ofGlue.includes(name))).toEqual([])
  })

  it("the table of the Glue source's options is what `npm run docs` writes", () => {
    expect(readme).toBe(withOptionTable(readme))
    expect(readme).toContain(optionTable())
  })

  it("the table has every option of DataHub's own source, and no deviation of an option that there is not", () => {
    const peer: { readonly [name: string]: readonly string[] } = JSON.parse(textOf('test/testdata/peer-options.json'))
    const rows = optionRows().map(({ name }) => name)
    expect(
      Object.values(peer)
        .flat()
        .filter((name) => !rows.includes(name))
    ).toEqual([])
    expect(Object.keys(DEVIATIONS).filter((name) => !rows.includes(name))).toEqual([])
  })

  it('an option is called not supported if and only if the reader refuses it', () => {
    expect(missing.filter((name) => name in tables && !isPlanned(name))).toEqual([])
    expect(accepted.filter(isPlanned)).toEqual([])
  })
})

describe('troubleshooting', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => textOf(join('src', file)))
    .join('\n')
  const rows = tableBelow('Troubleshooting')

  it.each(rows)('%s is an error of this program, in these words', (code, says = '') => {
    expect(sources).toContain(`'${quoted(code ?? '')[0]}'`)
    const fragments = says.split('…').map((part) => part.trim())
    const unknown = fragments.filter((part) => part.length > 12 && !sources.includes(part) && part !== 'any other text')
    expect(unknown).toEqual([])
  })
})

describe('the rules of `validate`', () => {
  it('are what `npm run docs` writes', () => {
    expect(readme).toBe(withRuleTable(readme))
    expect(readme).toContain(ruleTable())
  })
})

describe('exit statuses', () => {
  it('are those of the program', () => {
    const told = tableBelow('Exit status').map((row) => Number(row[0]))
    expect(told).toEqual(Object.values(EXIT).sort((a, b) => a - b))
  })
})

describe('the command line', () => {
  it('has the commands and options that are shown', () => {
    const calls = [...readme.matchAll(/^datahub-glue (\w+)(.*)$/gmu)]
    expect(calls.length).toBeGreaterThan(0)
    for (const [, name = '', rest = ''] of calls) {
      const command = CLI_COMMANDS.find((known) => known.name === name)
      const options = [...rest.matchAll(/(?<=\s)--([\w-]+)/gu)].map(([, option = '']) => option)
      const known = command?.options.map((option) => option.name) ?? []
      expect([name, options.filter((option) => !known.includes(option))]).toEqual([command?.name, []])
    }
  })
})

describe('the transformers that README.md names', () => {
  it('are those that run', () => {
    const named = tableBelow('Transformers').flatMap(([, types = '']) => [...types.matchAll(/`(\w+)`/gu)])
    expect(named.map(([, type = '']) => type).sort()).toEqual(Object.keys(TRANSFORMERS).sort())
  })
})

describe('the faults that README.md tells of', () => {
  it('are those that runs are put to', () => {
    const told = tableBelow('Reliability').map(([fault, outcome, exitCode]) => [fault, outcome, Number(exitCode)])
    expect(told).toEqual([...FAULT_CASES, KILLED].map(({ fault, outcome, exitCode }) => [fault, outcome, exitCode]))
  })
})
