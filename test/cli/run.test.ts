import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { runCli } from '../../src/cli/run.ts'
import { showsColour, type TextStream } from '../../src/cli/terminal.ts'
import type { Clock } from '../../src/core/clock.ts'
import { AppError } from '../../src/core/errors.ts'
import type { App } from '../../src/model/request.ts'
import { appOf, steppingClock } from '../action/ports.ts'
import { check, diagnosis } from '../report/doctor-factory.ts'
import { EVENTS, folded, fullReport, runReport, TOOL } from '../report/factory.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A stream that keeps what is written to it, and whose reader can go away. */
class KeepingStream implements TextStream {
  text = ''
  readonly isTTY: boolean
  readonly columns = 60
  readonly #listeners: ((error: Error) => void)[] = []

  constructor(isTTY = false) {
    this.isTTY = isTTY
  }

  write(text: string, done?: () => void): void {
    this.text += text
    done?.()
  }

  on(_: 'error', listener: (error: Error) => void): void {
    this.#listeners.push(listener)
  }

  fail(code: string): void {
    for (const listener of this.#listeners) listener(Object.assign(new Error(code), { code }))
  }
}

interface Options {
  readonly env?: Record<string, string>
  readonly tty?: boolean
  readonly clock?: Clock
  readonly stdout?: KeepingStream
  readonly signal?: AbortSignal
}

async function run(argv: readonly string[], app: Partial<App> = {}, options: Options = {}) {
  const stdout = options.stdout ?? new KeepingStream(options.tty)
  const stderr = new KeepingStream(options.tty)
  const code = await runCli({
    argv,
    env: options.env ?? {},
    cwd: folder,
    stdout,
    stderr,
    app: appOf(app),
    clock: options.clock ?? steppingClock(),
    tool: TOOL,
    signal: options.signal ?? new AbortController().signal
  })
  return { code, out: stdout.text, err: stderr.text }
}

describe('datahub-glue', () => {
  it.each([
    [['--version'], 'datahub-glue 1.2.3\n'],
    [['--help'], 'Usage: datahub-glue COMMAND [OPTIONS]\n'],
    [['ingest', '--help'], 'Usage: datahub-glue ingest [OPTIONS]\n'],
    [['validate', '-h'], 'Usage: datahub-glue validate [OPTIONS] FILE…\n']
  ])('%j answers on stdout', async (argv, begin) => {
    const { code, out, err } = await run(argv)
    expect([code, err]).toEqual([0, ''])
    expect(out.startsWith(begin)).toBe(true)
  })

  it.each([
    [['ingset'], "error: There is no command 'ingset'; did you mean 'ingest'?\nSee 'datahub-glue --help'\n"],
    [['ingest'], "error: No recipe is given; write --config FILE (-c FILE)\nSee 'datahub-glue ingest --help'\n"],
    [['a\u001b[2Jb'], "error: There is no command 'a\\u001b[2Jb'\nSee 'datahub-glue --help'\n"]
  ])('%j is misuse', async (argv, expected) => {
    expect(await run(argv)).toEqual({ code: 2, out: '', err: expected })
  })
})

describe('datahub-glue ingest', () => {
  const ingest = async () => [folded(EVENTS)]

  it('prints the report on stdout, its outcome last, and writes report.json', async () => {
    const { code, out, err } = await run(['ingest', '-c', 'a.yml', '--out', 'o', '--report-to', 'deep/r.json'], {
      ingest
    })
    expect([code, err]).toEqual([0, ''])
    expect(out.trimEnd().split('\n').at(-1)).toMatch(
      /^DataHub Glue ingestion: 3 tables, 1 view, 40 aspects written in /
    )
    const report = readFileSync(join(folder, 'o/report.json'), 'utf8')
    expect(JSON.parse(report)).toMatchObject({ schema: 1, kind: 'ingest', exitCode: 0 })
    expect(readFileSync(join(folder, 'deep/r.json'), 'utf8')).toBe(report)
  })

  it('prints one JSON document and nothing else on stdout', async () => {
    const { code, out, err } = await run(['ingest', '-c', 'a', '--format', 'json'], {
      ingest: async (_, deps) => {
        deps.logger.info('hello')
        deps.stdout('of the console sink\n')
        return fullReport().recipes
      }
    })
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ kind: 'ingest', exitCode: 3 })
    expect(err).toBe('hello\nof the console sink\n')
  })

  it.each<[string, unknown, number, string]>([
    [
      'wrong input',
      new AppError('There is no file x', { kind: 'input', code: 'file-not-found', cure: 'Look\nthere' }),
      2,
      'error: There is no file x [file-not-found]\n    Look\n    there\n'
    ],
    ['no begin', new AppError('No role', { kind: 'cannot-begin', code: 'aws' }), 3, 'error: No role [aws]\n'],
    ['a defect', new TypeError('x is undefined'), 1, 'error: x is undefined [unexpected-error]\n']
  ])('tells what was thrown: %s', async (_, thrown, expected, text) => {
    const { code, out, err } = await run(['ingest', '-c', 'a'], { ingest: async () => Promise.reject(thrown) })
    expect([code, err]).toEqual([expected, ''])
    expect(out).toContain(text)
    expect(out).not.toMatch(/\n\s+at /)
  })

  it('says that it was cancelled', async () => {
    const { code, out } = await run(
      ['ingest', '-c', 'a'],
      { ingest: async () => Promise.reject(new Error('aborted')) },
      { signal: AbortSignal.abort() }
    )
    expect(code).toBe(1)
    expect(out.trimEnd().split('\n').at(-1)).toBe('DataHub Glue ingestion was cancelled before it began')
  })

  it('prints no secret', async () => {
    const { out, err } = await run(
      ['ingest', '-c', 'a', '--log-level', 'debug'],
      {
        ingest: async (_, deps) => {
          deps.mask('resolved-secret')
          deps.logger.debug('with resolved-secret and token-secret')
          return [runReport({ pipelineName: 'token-secret', recipe: 'resolved-secret.yml' })]
        }
      },
      { env: { DATAHUB_GMS_TOKEN: 'token-secret' } }
    )
    expect(err).toBe('debug: with *** and ***\n')
    expect(out).toContain('***.yml')
    expect(out + readFileSync(join(folder, '.datahub-glue/report.json'), 'utf8')).not.toMatch(
      /resolved-secret|token-secret/
    )
  })

  it('fails when the report cannot be written', async () => {
    writeFileSync(join(folder, 'a-file'), '')
    const { code, out, err } = await run(['ingest', '-c', 'a', '--report-to', 'a-file/r.json'], { ingest })
    expect(code).toBe(1)
    expect(err).toMatch(/^error: The report cannot be written to a-file/)
    expect(out).toContain('40 aspects written')
  })

  it.each(['ingest', 'plan', 'doctor', 'mcps'])(
    'begins nothing where %s has no folder to write to',
    async (command) => {
      writeFileSync(join(folder, 'in-its-way'), '')
      const argv = command === 'ingest' ? [command, '-c', 'a'] : [command, 'a']
      const never = () => Promise.reject(new Error('it was begun'))
      const app = { ingest: never, plan: never, doctor: never, mcps: never }
      const { code, out, err } = await run([...argv, '--out', 'in-its-way'], app)
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/^error: Nothing can be written to the folder 'in-its-way': .*\ngive --out /)
    }
  )

  it.each([
    ['ingest', ['ingest', '-c', 'a.yml', '--report-to', './a.yml']],
    ['its env file', ['ingest', '-c', 'a.yml', '--env-file', 'b.env', '--report-to', 'b.env']],
    ['mcps', ['mcps', 'a.json', '--report-to', 'a.json']],
    ['mcps by --out', ['mcps', 'o/report.json', '--out', 'o']],
    ['doctor', ['doctor', 'a.yml', '--report-to', 'a.yml']]
  ])('writes no report over what %s reads', async (_, argv) => {
    const never = () => Promise.reject(new Error('it was begun'))
    const { code, err } = await run(argv, { ingest: never, mcps: never, doctor: never })
    expect(code).toBe(2)
    expect(err).toMatch(/^error: The report cannot go to '[^']+': \w+ reads this very file\ngive --report-to/)
  })

  it('goes on when nobody reads any more', async () => {
    const stdout = new KeepingStream()
    const { code, out } = await run(
      ['ingest', '-c', 'a'],
      {
        ingest: async (_, deps) => {
          deps.stdout('first\n')
          stdout.fail('EPIPE')
          deps.stdout('second\n')
          return ingest()
        }
      },
      { stdout }
    )
    expect([code, out]).toEqual([0, 'first\n'])
  })

  it('fails when stdout cannot be written for another reason', async () => {
    const stdout = new KeepingStream()
    const app = {
      ingest: async () => {
        stdout.fail('ENOSPC')
        return ingest()
      }
    }
    expect((await run(['ingest', '-c', 'a'], app, { stdout })).code).toBe(1)
  })

  it('fails when the very last of it cannot be written', async () => {
    const stdout = new KeepingStream()
    // A file's stream tells of a full disk only after the call.
    stdout.write = (_text, done) =>
      queueMicrotask(() => {
        stdout.fail('ENOSPC')
        done?.()
      })
    const { code, err } = await run(['--help'], {}, { stdout })
    expect([code, err]).toEqual([1, 'error: Standard output cannot be written: ENOSPC\n'])
  })
})

/** A clock on which everybody wakes up at once, `times` times. */
function wakingClock(times: number): Clock {
  let now = 0
  let left = times
  return {
    now: () => now,
    monotonic: () => now,
    random: () => 0,
    sleep: (ms, signal) => {
      if (left > 0) {
        left -= 1
        now += ms
        return Promise.resolve()
      }
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
    }
  }
}

describe('progress', () => {
  const ingest: App['ingest'] = async (_, deps) => {
    deps.onEvent({ type: 'read', kind: 'table', database: 'sa\u001bles', name: 't' })
    for (let i = 0; i < 20; i += 1) await Promise.resolve()
    deps.logger.info('done')
    return [folded(EVENTS)]
  }

  it('is lines in a pipe', async () => {
    const { err } = await run(['ingest', '-c', 'a'], { ingest }, { clock: wakingClock(1) })
    expect(err).toBe('1 table, 0 aspects delivered, 0.1 tables/s, 10.0 s so far, in sa\\u001bles\ndone\n')
  })

  it('is one line in place on a terminal, cut to its width, and gone before others', async () => {
    const { err } = await run(['ingest', '-c', 'a', '--no-color'], { ingest }, { clock: wakingClock(2), tty: true })
    const line = (seconds: string, rate: string): string =>
      `\r\u001b[K1 table, 0 aspects delivered, ${rate} tables/s, ${seconds}`
    expect(err.split('\r').length).toBe(4)
    expect(err.startsWith(line('0.5 s so far', '2'))).toBe(true)
    expect(err.endsWith('\r\u001b[Kdone\n')).toBe(true)
    for (const shown of err.split('\r\u001b[K')) expect(shown.trimEnd().length).toBeLessThan(60)
  })

  it('can be left out', async () => {
    const { err } = await run(['ingest', '-c', 'a', '--no-progress'], { ingest }, { clock: wakingClock(2) })
    expect(err).toBe('done\n')
  })
})

describe('datahub-glue validate', () => {
  const validate: App['validate'] = async (request) => ({
    files: request.files,
    dags: [],
    diagnostics: [
      {
        file: 'a.yml',
        line: 3,
        column: 7,
        severity: 'error',
        code: 'unknown-key',
        message: '100 % wrong, so: no',
        cure: 'Yes\nor no'
      },
      { file: 'b,c.yml', line: 1, column: 1, severity: 'warning', code: 'x', message: 'Hm' }
    ]
  })

  it('prints each mistake at its place', async () => {
    const { code, out } = await run(['validate', 'a.yml', 'b,c.yml'], { validate })
    expect(code).toBe(2)
    expect(out).toBe(
      [
        'a.yml:3:7: error: 100 % wrong, so: no [unknown-key]',
        '    Yes',
        '    or no',
        'b,c.yml:1:1: warning: Hm [x]',
        '2 DataHub Glue recipes validated: 1 error, 1 warning',
        ''
      ].join('\n')
    )
  })

  it('prints workflow commands', async () => {
    const { code, out } = await run(['validate', 'a.yml', '--format', 'github'], { validate })
    expect(code).toBe(2)
    expect(out).toBe(
      [
        '::error file=a.yml,line=3,col=7,title=unknown-key::100 %25 wrong, so: no%0AYes%0Aor no',
        '::warning file=b%2Cc.yml,line=1,col=1,title=x::Hm',
        '1 DataHub Glue recipe validated: 1 error, 1 warning',
        ''
      ].join('\n')
    )
  })

  it('names files from the root of the repository, where the runner looks for them', async () => {
    const root = async (workspace: string) => {
      const env = { GITHUB_WORKSPACE: workspace }
      const { out } = await run(['validate', 'a.yml', '--format', 'github'], { validate }, { env })
      return /file=([^,]*)/.exec(out)?.[1]
    }
    expect(await root(dirname(folder))).toBe(`${basename(folder)}/a.yml`)
    expect(await root(folder)).toBe('a.yml')
    expect(await root(join(folder, 'elsewhere'))).toBe('a.yml')
  })

  it('prints JSON', async () => {
    const { out } = await run(['validate', 'a.yml', '--format', 'json'], { validate })
    expect(JSON.parse(out)).toMatchObject({
      kind: 'validate',
      exitCode: 2,
      files: ['a.yml'],
      diagnostics: [{ line: 3 }, {}]
    })
  })

  it('fails for warnings when they are strict', async () => {
    const warned: App['validate'] = async () => ({
      files: ['b.yml'],
      dags: [],
      diagnostics: [{ file: 'b.yml', line: 1, column: 1, severity: 'warning', code: 'x', message: 'Hm' }]
    })
    expect((await run(['validate', 'b.yml'], { validate: warned })).code).toBe(0)
    expect((await run(['validate', 'b.yml', '--strict-warnings'], { validate: warned })).code).toBe(1)
  })
})

describe('colour', () => {
  it.each<[string, Record<string, string>, boolean, boolean]>([
    ['a terminal', {}, true, true],
    ['a pipe', {}, false, false],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR, which says nothing', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR, empty', { FORCE_COLOR: '' }, false, true],
    ['FORCE_COLOR=0 on a terminal', { FORCE_COLOR: '0' }, true, false],
    ['FORCE_COLOR before NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true]
  ])('%s', (_, env, isTTY, expected) => {
    expect(showsColour(env, { isTTY })).toBe(expected)
  })

  it('is in the report on a terminal, and not with --no-color', async () => {
    const ingest = async () => [folded(EVENTS)]
    expect((await run(['ingest', '-c', 'a'], { ingest }, { tty: true })).out).toContain('\u001b[32m')
    expect((await run(['ingest', '-c', 'a', '--no-color'], { ingest }, { tty: true })).out).not.toContain('\u001b[')
    expect((await run(['ingest', '-c', 'a'], { ingest })).out).not.toContain('\u001b[')
  })
})

describe('datahub-glue scaffold', () => {
  const made = (path: string | null) => ({ text: 'a: 1\n', path, next: ['datahub-glue validate \u202e'] })

  it('says what it wrote and what to do next, with nothing in it that cannot be seen', async () => {
    const asked: unknown[] = []
    const scaffold: App['scaffold'] = async (request) => {
      asked.push(request)
      return made('recipes/glue.yml')
    }
    const { code, out, err } = await run(['scaffold', 'dag', 'a.yml', 'b.yml', '-f', '--uses', './'], { scaffold })
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe('Wrote recipes/glue.yml\n  datahub-glue validate \\u202e\n')
    expect(asked).toEqual([{ kind: 'dag', files: ['a.yml', 'b.yml'], output: null, force: true, uses: './' }])
  })

  it('gives roles the identity and variables that the command line has', async () => {
    const asked: unknown[] = []
    const scaffold: App['scaffold'] = async (request) => {
      asked.push([request.kind, request.iam])
      return made('iam.json')
    }
    const env = { AWS_ROLE: ' arn:1 ', AWS_REGION: 'eu-west-1' }
    await run(['scaffold', 'iam', '--repository', 'a/b', '--column-statistics'], { scaffold }, { env })
    await run(['scaffold', 'iam', '--role', 'arn:2', '--branch', 'b', '--env-file', '.env', '--pull-requests'], {
      scaffold
    })
    const common = {
      repository: 'a/b',
      branch: 'main',
      role: 'arn:1',
      pullRequests: false,
      columnStatistics: true,
      env
    }
    const identity = expect.objectContaining({ region: 'eu-west-1' })
    expect(asked).toEqual([
      ['iam', { ...common, inputs: { envFile: null, identity, gmsUrl: null, gmsToken: null } }],
      [
        'iam',
        {
          ...{ repository: null, branch: 'b', role: 'arn:2', pullRequests: true, columnStatistics: false, env: {} },
          inputs: expect.objectContaining({ envFile: '.env' })
        }
      ]
    ])
  })

  it('writes to standard output what it made, and nothing else', async () => {
    const { out } = await run(['scaffold', 'recipe', '-o', '-'], { scaffold: async () => made(null) })
    expect(out).toBe('a: 1\n')
  })

  it.each([
    [
      ['scaffold'],
      /^error: Nothing is named to make; write repository, recipe, dag, workflow, checks or iam\nSee 'datahub-glue scaffold --help'\n$/
    ],
    [['scaffold', 'dags'], /There is no 'dags' to make/],
    [['scaffold', 'workflow', '--uses', 'x y'], /'x y' is no action/],
    [['scaffold', 'dag', '--role', 'x'], /'--role' is for iam, not for a dag/],
    [['scaffold', 'repository', '-o', 'x'], /'--output' is for one file/],
    [['scaffold', 'repository', 'a.yml', 'b.yml'], /begun with one recipe/],
    [['scaffold', 'iam', '--branch', 'a*'], /'a\*' is no name of a branch/]
  ])('%j is refused', async (argv, says) => {
    const { code, out, err } = await run(argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(says)
  })
})

describe('datahub-glue explain', () => {
  const answer = { name: 'a.b', kind: 'table', droppedBy: 'table_pattern', filters: [], notes: ['\u202e'] } as const
  const explain: App['explain'] = async ({ file }) => ({ file, names: [answer] })

  it('answers in text', async () => {
    const { code, out } = await run(['explain', 'r.yml', '--name', 'a.b'], { explain })
    expect([code, out]).toEqual([0, 'a.b: dropped by table_pattern\n  note: \\u202e\n'])
  })

  it('asks for each name, with the variables of the environment, and answers in one JSON document', async () => {
    const asked: unknown[] = []
    const asking: App['explain'] = async (request, env, cwd) => {
      asked.push([request.names, request.envFile, request.gmsUrl, env, cwd])
      return explain(request, env, cwd)
    }
    const argv = ['explain', 'r.yml', '--name=a', '--name', 'b.c.d', '--env-file', '.env', '--format', 'json']
    const { out } = await run(argv, { explain: asking }, { env: { GMS_URL: 'http://gms' } })
    expect(asked).toEqual([[['a', 'b.c.d'], '.env', 'http://gms', { GMS_URL: 'http://gms' }, folder]])
    expect(JSON.parse(out)).toEqual({ schema: 1, kind: 'explain', file: 'r.yml', names: [answer] })
  })

  it.each([
    [['explain', '--name', 'a'], /One recipe is asked/],
    [['explain', 'a.yml', 'b.yml', '--name', 'a'], /One recipe is asked/],
    [['explain', 'a.yml'], /No name is given/],
    [['explain', 'a.yml', '--name', '.b'], /'\.b' is no name/],
    [['explain', 'a.yml', '--name', 'b.'], /'b\.' is no name/],
    [['explain', 'a.yml', '--name', 'b', '--format', 'github'], /'--format' does not know 'github'/]
  ])('%j is refused', async (argv, says) => {
    const { code, out, err } = await run(argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(says)
  })
})

describe('datahub-glue describe', () => {
  const describeOptions: App['describe'] = async (paths) => ({
    options: paths.map((path) => ({
      path,
      schema: { title: 'a string', description: 'D.' },
      required: true,
      members: []
    }))
  })

  it('answers in text, or in one JSON document', async () => {
    const text = await run(['describe', 'a', 'b'], { describe: describeOptions })
    expect([text.code, text.out]).toEqual([0, 'a\n  D.\n  a string; required\n\nb\n  D.\n  a string; required\n'])
    const json = await run(['describe', 'a', '--format', 'json'], { describe: describeOptions })
    expect(JSON.parse(json.out)).toEqual({
      schema: 1,
      kind: 'describe',
      options: [{ path: 'a', schema: { title: 'a string', description: 'D.' }, required: true, members: [] }]
    })
  })
})

describe('datahub-glue doctor', () => {
  const doctor: App['doctor'] = async ({ recipes }) => recipes.map((recipe) => diagnosis({ recipe }))

  it('tells each check, writes report.json, and ends with what was found', async () => {
    const { code, out, err } = await run(['doctor', 'a.yml', '-c', 'b.yml', '--out', 'd'], { doctor })
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^b\.yml\n {2}Recipe\n {4}ok {9}Recipe: .*\n\na\.yml\n/u)
    expect(JSON.parse(readFileSync(join(folder, 'd/report.json'), 'utf8'))).toMatchObject({
      kind: 'doctor',
      exitCode: 0
    })
  })

  it('ends with 1 when a check failed, and annotates it', async () => {
    const broken: App['doctor'] = async () => [
      diagnosis({ checks: [check({ status: 'failed', code: 'x', cure: 'Do' })] })
    ]
    const { code, out } = await run(['doctor', '--format', 'github'], { doctor: broken })
    expect(code).toBe(1)
    expect(out).toMatch(/^::error title=x::Recipe: recipes\/glue\.yml is valid%0ADo\n/u)
  })

  it('prints one JSON document', async () => {
    const { out } = await run(['doctor', 'a.yml', '--format', 'json'], { doctor })
    expect(JSON.parse(out)).toMatchObject({ kind: 'doctor', recipes: [{ recipe: 'a.yml' }] })
  })

  it('ends with 2 when there is no such recipe', async () => {
    const none: App['doctor'] = async () => {
      throw new AppError('There is no file', { kind: 'input', code: 'file-not-found' })
    }
    expect((await run(['doctor', 'a.yml'], { doctor: none })).code).toBe(2)
  })
})

describe('datahub-glue rollback and restore', () => {
  it.each([
    ['rollback', ['', '--force']],
    ['rollback', ['   ', '--force']],
    ['rollback', ['', '--dry-run']],
    ['rollback', ['--force']],
    ['restore', ['']],
    ['restore', [' ']]
  ])('%s %j asks for a run id', async (command, args) => {
    const { code, err } = await run([command, ...args])
    expect([code, err]).toEqual([2, expect.stringContaining(`One run is named: datahub-glue ${command} RUN_ID`)])
  })
})

describe('datahub-glue dag', () => {
  it.each([
    [['--tasks', ','], "The option '--tasks' names no task: ','"],
    [['--tasks', 'a', '--tasks', ' , '], "The option '--tasks' names no task: ' , '"],
    [['--clear', ','], "The option '--clear' names no task: ','"],
    [['--clear', 'a', '--resume'], "'--clear' and '--resume' exclude each other"],
    [['--clear', 'a', '--params', '{}'], "'--params' has no place beside '--clear'"],
    [['--resume', '--tasks', 'a'], "'--tasks' has no place beside '--resume'"],
    [['--params', 'null'], "The option '--params' takes a JSON object: it is no object"],
    [['--params', '[1]'], "The option '--params' takes a JSON object: it is no object"],
    [['--params', ' '], "The option '--params' takes a JSON object: it is no JSON"]
  ])('refuses what would have no effect, or another than is meant: %j', async (args, message) => {
    const { code, err } = await run(['dag', 'd.yml', ...args])
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })
})

describe('the variables that name a GMS', () => {
  const COMMANDS = [
    ['doctor'],
    ['runs'],
    ['rollback', 'r', '--force'],
    ['restore', 'r'],
    ['ingest', '-c', 'g.yml'],
    ['mcps', 'f.json'],
    ['plan'],
    ['dag', 'd.yml'],
    ['validate', 'g.yml'],
    ['explain', 'g.yml', '--name', 'd']
  ]
  it.each(COMMANDS)('are refused by %s when they are no address', async (...argv) => {
    for (const [variable, value] of [
      ['GMS_URL', 'foo'],
      ['GMS_URL', 'ftp://x'],
      ['DATAHUB_GMS_URL', 'http://'],
      ['DATAHUB_GMS_URL', 'http:gms']
    ] as const) {
      const { code, err } = await run(argv, {}, { env: { [variable]: value } })
      expect([code, err]).toEqual([2, expect.stringContaining(`${variable} is no address of GMS: it is not an http`)])
      expect(err).toContain('https://datahub.example.com/api/gms')
    }
  })

  it('are not shown when they hold a password', async () => {
    const { code, err } = await run(['runs'], {}, { env: { GMS_URL: 'https://user:hunter22@gms.example.com' } })
    expect([code, err]).toEqual([2, expect.stringContaining('put a token into DATAHUB_GMS_TOKEN instead')])
    expect(err).not.toContain('hunter22')
  })
})
