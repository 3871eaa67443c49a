import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'

/** One import or export-from of a source file. */
interface Import {
  readonly file: string
  readonly target: string
  readonly lazy: boolean
}

const ROOT = join(import.meta.dirname, '..')
const SRC = join(ROOT, 'src')
const STAGES = ['aws', 'dag', 'recipe', 'source', 'process', 'sink', 'state', 'report']
const LAYERS: readonly (readonly string[])[] = [
  ['core'],
  ['model'],
  ['datahub'],
  STAGES,
  ['app'],
  ['action', 'cli'],
  ['main']
]

/** Which folder alone may import a vendor package. */
const VENDORS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@actions\//, ['action/']],
  [/^@aws-sdk\/client-glue$/, ['aws/', 'source/glue/read/', 'source/glue/jobs/', 'source/glue/profiles/']],
  [/^@aws-sdk\/client-lakeformation$/, ['aws/', 'source/glue/read/']],
  [/^@aws-sdk\/client-s3$/, ['aws/', 'source/glue/read/']],
  [/^@(aws-sdk|smithy)\//, ['aws/']],
  [/^yaml$/, ['core/yaml']],
  [/^https?-proxy-agent$/, ['core/http']],
  [/^tinyglobby$/, ['app/']],
  [/^@polyglot-sql\//, ['source/glue/']]
]

/** Node's own modules that only some places may use: everything else takes values or ports. */
const BUILTINS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^node:https?$/, ['core/http']],
  [/^node:timers/, ['core/clock.ts']],
  [/^node:process$/, ['main.ts']],
  [/^node:worker_threads$/, ['main.ts', 'source/glue/views/', 'sink/rest/']],
  [
    /^node:fs/,
    [
      'app/',
      'action/',
      'cli/',
      'core/temp-folder.ts',
      'core/whole-file.ts',
      'datahub/connect.ts',
      'datahub/tokens/token-file.ts',
      'sink/file.ts',
      'sink/dead-letters.ts',
      'sink/letters-owner.ts',
      'source/glue/views/',
      'state/'
    ]
  ]
]

/** Global names that only one place may use. */
const AMBIENT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bprocess\.(env|argv|exit|exitCode|stdout|stderr|on)\b/, ['main.ts']],
  [
    /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(|\bset(Timeout|Interval|Immediate)\(/,
    ['core/clock.ts']
  ],
  [/\bfetch\(/, ['core/http']],
  [/\bconsole\.(log|error|warn|info|debug)\b/, []]
]

/** The doors through which code that most runs never need is loaded late. */
const LAZY_DOORS: readonly (readonly [string, string])[] = [
  ['app/app.ts', './dag/run-dag-file.ts'],
  ['app/app.ts', './describe/describe.ts'],
  ['app/app.ts', './doctor/doctor.ts'],
  ['app/app.ts', './explain.ts'],
  ['app/app.ts', './ingest.ts'],
  ['app/app.ts', './mcps.ts'],
  ['app/app.ts', './plan/plan.ts'],
  ['app/app.ts', './runs/list-runs.ts'],
  ['app/app.ts', './runs/restore.ts'],
  ['app/app.ts', './runs/rollback.ts'],
  ['app/app.ts', './scaffold/scaffold.ts'],
  ['app/target.ts', './open-recipe.ts'],
  ['action/run-plan.ts', './comment.ts'],
  ['aws/session.ts', './s3-client.ts'],
  ['aws/session.ts', './secrets-manager-client.ts'],
  ['aws/session.ts', './ssm-client.ts'],
  ['source/glue/views/parser.ts', '@polyglot-sql/sdk/manual'],
  ['main.ts', './app/app.ts'],
  ['main.ts', './action/run.ts'],
  ['main.ts', './action/runner.ts'],
  ['main.ts', './cli/run.ts'],
  ['main.ts', './sink/rest/serve-writes.ts'],
  ['main.ts', './source/glue/views/serve-sql.ts']
]

const MAX_FILE_LINES = 300

const files = sourceFiles(SRC)
const imports = files.flatMap(importsOf)

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return entry.name.endsWith('.ts') ? [relative(SRC, path)] : []
  })
}

function textOf(file: string): string {
  return readFileSync(join(SRC, file), 'utf8')
}

/** Source text without comments, so that prose never breaks a rule. */
function codeOf(file: string): string {
  return textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
}

function importsOf(file: string): Import[] {
  const code = codeOf(file)
  const fixed = [...code.matchAll(/^\s*(?:import|export)\b[^'"`;]*?from\s+['"]([^'"]+)['"]/gm)]
  const bare = [...code.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm)]
  const lazy = [...code.matchAll(/(?<!typeof )\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)]
  return [
    ...[...fixed, ...bare].map((m) => ({ file, target: m[1] ?? '', lazy: false })),
    ...lazy.map((m) => ({ file, target: m[1] ?? '', lazy: true }))
  ]
}

const isRelative = (target: string): boolean => target.startsWith('.')
const folderOf = (file: string): string => (file === 'main.ts' ? 'main' : (file.split('/')[0] ?? ''))
const rankOf = (folder: string): number => LAYERS.findIndex((layer) => layer.includes(folder))
const resolved = (i: Import): string => normalize(join(dirname(i.file), i.target))
const allowedIn = (file: string, places: readonly string[]): boolean => places.some((place) => file.startsWith(place))

describe('architecture', () => {
  it('has only the folders of the design', () => {
    const folders = readdirSync(SRC, { withFileTypes: true }).filter((e) => e.isDirectory())
    const unknown = folders.map((e) => e.name).filter((name) => name !== 'adr' && rankOf(name) < 0)
    expect(unknown).toEqual([])
  })

  it('imports only from lower layers, and no stage from another', () => {
    const wrong = imports.filter((i) => {
      if (!isRelative(i.target)) return false
      const from = folderOf(i.file)
      const to = folderOf(resolved(i))
      return from !== to && rankOf(to) >= rankOf(from)
    })
    expect(wrong).toEqual([])
  })

  it('resolves every relative import to a file in src', () => {
    const missing = imports.filter((i) => isRelative(i.target) && !existsSync(join(SRC, resolved(i))))
    expect(missing).toEqual([])
  })

  it('keeps vendor packages in one folder each, and knows them all', () => {
    const wrong = imports.filter((i) => {
      if (isRelative(i.target) || i.target.startsWith('node:')) return false
      const rule = VENDORS.find(([name]) => name.test(i.target))
      return rule === undefined || !allowedIn(i.file, rule[1])
    })
    expect(wrong).toEqual([])
  })

  it('names Node modules with node: and keeps the effectful ones in their places', () => {
    const wrong = imports.filter((i) => {
      if (builtinModules.includes(i.target)) return true
      const rule = BUILTINS.find(([name]) => name.test(i.target))
      return rule !== undefined && !allowedIn(i.file, rule[1])
    })
    expect(wrong).toEqual([])
  })

  it('reaches for the environment, the clock and the network only where it may', () => {
    const wrong = files.flatMap((file) => {
      const code = codeOf(file)
      return AMBIENT.filter(([name, places]) => name.test(code) && !allowedIn(file, places)).map(
        ([name]) => `${file}: ${name.source}`
      )
    })
    expect(wrong).toEqual([])
  })

  it('loads code late only through the named doors', () => {
    const doors = LAZY_DOORS.map((door) => door.join(' → '))
    const wrong = imports.filter((i) => i.lazy && !doors.includes(`${i.file} → ${i.target}`))
    expect(wrong).toEqual([])
  })

  it('has no import cycle', () => {
    expect(findCycle()).toBeUndefined()
  })

  it('has no default export and no any', () => {
    const wrong = files.filter((file) => /^export default\b|: any\b|<any>|\bas any\b/m.test(codeOf(file)))
    expect(wrong).toEqual([])
  })

  it(`has no file of more than ${MAX_FILE_LINES} lines`, () => {
    const long = files.filter((file) => textOf(file).split('\n').length > MAX_FILE_LINES + 1)
    expect(long).toEqual([])
  })

  it('ends every decision record with the sign of its violation', () => {
    const records = readdirSync(join(SRC, 'adr')).filter((name) => name.endsWith('.md'))
    const wrong = records.filter(
      (name) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name) || !/violates this when/i.test(textOf(join('adr', name)))
    )
    expect(wrong).toEqual([])
  })
})

/** The first import cycle found, as the trail of files that closes it. */
function findCycle(): string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const edge of imports.filter((i) => i.file === file && isRelative(i.target))) {
      const cycle = visit(resolved(edge), [...trail, file])
      if (cycle) return cycle
    }
    done.add(file)
    return undefined
  }
  for (const file of files) {
    const cycle = visit(file, [])
    if (cycle) return cycle
  }
  return undefined
}
