import { describe, expect, it } from '@jest/globals'
import { parseArguments } from '../../src/cli/arguments.ts'
import { CLI_COMMANDS } from '../../src/cli/definition.ts'
import { commandHelp, generalHelp } from '../../src/cli/help.ts'
import { type CliRequest, requestOf } from '../../src/cli/request.ts'
import type { Environment } from '../../src/core/environment.ts'

function parse(argv: readonly string[], env: Environment = {}): CliRequest {
  const args = parseArguments(argv)
  if (typeof args === 'string') throw new Error(args)
  return requestOf(args, env)
}

describe('a command line', () => {
  it('has the defaults of the action where they mean the same', () => {
    expect(parse(['ingest', '-c', 'a.yml'])).toEqual({
      command: 'ingest',
      format: 'text',
      failOn: 'failure',
      logLevel: 'info',
      colour: true,
      progress: true,
      reportTo: null,
      request: {
        recipes: ['a.yml'],
        dryRun: false,
        failOn: 'failure',
        rateLimit: null,
        columnStatistics: false,
        incremental: false,
        history: true,
        logLevel: 'info',
        outDir: '.datahub-glue',
        envFile: null,
        gmsUrl: null,
        gmsToken: null,
        identity: {
          roleToAssume: null,
          region: null,
          roleSessionName: 'datahub-glue-ingestion',
          roleDurationSeconds: 3600,
          audience: 'sts.amazonaws.com',
          allowedAccountIds: [],
          leastPrivilege: true,
          inlineSessionPolicy: null,
          managedSessionPolicies: []
        }
      }
    })
  })

  it.each<[string, readonly string[], object]>([
    ['a short option with its value beside it', ['-cfile.yml'], { request: { recipes: ['file.yml'] } }],
    ['a long option with an equals sign', ['--config=-odd.yml'], { request: { recipes: ['-odd.yml'] } }],
    ['several recipes', ['-c', 'a.yml', '--config', 'b.yml'], { request: { recipes: ['a.yml', 'b.yml'] } }],
    ['a dry run, as datahub has it', ['-n', '-c', 'a.yml'], { request: { dryRun: true } }],
    [
      'options before and after',
      ['--dry-run', '-c', 'a.yml', '--no-progress'],
      { request: { dryRun: true }, progress: false }
    ],
    ['grouped short options', ['-nc', 'a.yml'], { request: { dryRun: true, recipes: ['a.yml'] } }],
    ['strict warnings', ['-c', 'a', '--strict-warnings'], { failOn: 'warning', request: { failOn: 'warning' } }],
    ['strict warnings said twice', ['-c', 'a', '--strict-warnings', '--fail-on', 'warning'], { failOn: 'warning' }],
    ['never', ['-c', 'a', '--fail-on', 'never'], { request: { failOn: 'never' } }],
    ['a rate', ['-c', 'a', '--rate-limit', '0.5'], { request: { rateLimit: 0.5 } }],
    [
      'files',
      ['-c', 'a', '--report-to', 'r.json', '--out', 'o', '--env-file', 'e'],
      { reportTo: 'r.json', request: { outDir: 'o', envFile: 'e' } }
    ],
    ['JSON', ['-c', 'a', '--format', 'json'], { format: 'json' }],
    ['no colour', ['-c', 'a', '--no-color'], { colour: false }],
    ['a level', ['-c', 'a', '--log-level', 'debug'], { logLevel: 'debug', request: { logLevel: 'debug' } }],
    [
      'all that the role may do',
      ['-c', 'a', '--no-least-privilege'],
      { request: { identity: { leastPrivilege: false } } }
    ]
  ])('takes %s', (_, argv, expected) => {
    expect(parse(['ingest', ...argv])).toMatchObject(expected)
  })

  it.each<[string, readonly string[], object]>([
    ['files', ['a.yml', 'b.yml'], { request: { files: ['a.yml', 'b.yml'] } }],
    ['a file after --', ['--', '--odd.yml'], { request: { files: ['--odd.yml'] } }],
    ['annotations', ['a.yml', '--format', 'github'], { format: 'github' }]
  ])('validates %s', (_, argv, expected) => {
    expect(parse(['validate', ...argv])).toMatchObject({ command: 'validate', ...expected })
  })

  it('fills recipes from the environment', () => {
    const env = { AWS_DEFAULT_REGION: 'eu-west-1', GMS_URL: 'http://gms', DATAHUB_GMS_TOKEN: 'secret', AWS_ROLE: 'x' }
    const { request } = parse(['ingest', '-c', 'a'], env)
    expect(request).toMatchObject({ gmsUrl: 'http://gms', identity: { region: 'eu-west-1', roleToAssume: null } })
    expect(request.gmsToken?.reveal()).toBe('secret')
  })

  it.each<[readonly string[], string]>([
    [[], 'No command is given'],
    [['ingset'], "There is no command 'ingset'; did you mean 'ingest'?"],
    [['frobnicate'], "There is no command 'frobnicate'"],
    [['doctor', '--max-age', '26'], "The option '--max-age' takes an age such as 90m, 26h or 2d, not '26'"],
    [['shard'], "The command 'shard' is not available in this version"],
    [['--dry-run', 'ingest'], "The option '--dry-run' has to follow a command"],
    [['ingest'], 'No recipe is given; write --config FILE (-c FILE)'],
    [['ingest', 'a.yml'], "There is no place for 'a.yml'; a recipe is given with --config (-c)"],
    [['ingest', '-c'], "The option '-c' needs a value (FILE)"],
    [['ingest', '-c', ''], "The option '-c' needs a value (FILE)"],
    [['ingest', '--config='], "The option '--config' needs a value (FILE)"],
    [
      ['ingest', '-c', '--dry-run'],
      "The option '-c' needs a value (FILE); one that begins with a dash is written -c=VALUE"
    ],
    [['ingest', '-c', 'a', '--dryrun'], "There is no option '--dryrun'; did you mean '--dry-run'?"],
    [['ingest', '-c', 'a', '-x'], "There is no option '-x'"],
    [['ingest', '-c', 'a', '--preview'], "The option '--preview' is not available in this version"],
    [['ingest', '-c', 'a', '--dry-run=true'], "The option '--dry-run' takes no value"],
    [['ingest', '-c', 'a', '--out', 'b', '--out', 'c'], "The option '--out' is given twice"],
    [['ingest', '-c', 'a', '--format', 'github'], "The option '--format' does not know 'github'; write text, json"],
    [['ingest', '-c', 'a', '--format', 'jsn'], "The option '--format' does not know 'jsn'; did you mean 'json'?"],
    [['ingest', '-c', 'a', '--rate-limit', '0'], "The option '--rate-limit' takes a number from 0.1 to 1000, not '0'"],
    [
      ['ingest', '-c', 'a', '--report-to', 'datahub'],
      "'--report-to datahub' is not available in this version; give a file"
    ],
    [
      ['ingest', '-c', 'a', '--strict-warnings', '--fail-on', 'never'],
      "'--strict-warnings' and '--fail-on never' exclude each other"
    ],
    [['validate'], 'No recipe is given; write datahub-glue validate FILE…'],
    [['validate', 'a', '--dry-run'], "There is no option '--dry-run'"]
  ])('refuses %j', (argv, message) => {
    expect(() => parse(argv)).toThrow(message)
  })

  it.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['help'], 'help'],
    [['--version'], 'version']
  ])('answers %j', (argv, expected) => {
    expect(parseArguments(argv)).toBe(expected)
  })
})

describe('help', () => {
  it('names every command', () => {
    for (const command of CLI_COMMANDS) expect(generalHelp()).toContain(`  ${command.name} `)
  })

  it.each(CLI_COMMANDS)('names every option of $name, in lines that fit a terminal', (command) => {
    const help = commandHelp(command)
    for (const option of command.options) expect(help).toContain(`--${option.name}`)
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })
})
