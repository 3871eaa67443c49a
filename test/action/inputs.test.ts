import { describe, expect, it } from '@jest/globals'
import type { InputName } from '../../src/action/definition.ts'
import type { InputFault } from '../../src/action/input-reader.ts'
import { type ActionRequest, readInputs, stopOfFaults } from '../../src/action/inputs.ts'

type Inputs = Partial<Record<InputName, string>>

const given = (inputs: Inputs): Record<string, string> =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))

function read(inputs: Inputs, env: Record<string, string> = {}): { request: ActionRequest; masked: string[] } {
  const masked: string[] = []
  const result = readInputs({ ...env, ...given(inputs) }, (secret) => masked.push(secret))
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return { request: result.value, masked }
}

function faults(inputs: Inputs, env: Record<string, string> = {}): readonly InputFault[] {
  const result = readInputs({ ...env, ...given(inputs) }, () => {})
  return result.ok ? [] : result.error
}

describe('readInputs', () => {
  it.each([',', ' , ,', '\n,'])('does not take %j for all tasks of a DAG', (text) => {
    const dag = { command: 'dag', dag: 'a.dag.yml' }
    expect(faults({ ...dag, tasks: text })).toMatchObject([{ input: 'tasks', message: 'it names no task' }])
    expect(faults({ ...dag, clear: text })).toMatchObject([{ input: 'clear' }])
    expect(faults({ ...dag, tasks: ' \n' })).toEqual([])
    expect(faults({ command: 'validate', tasks: text })).toEqual([])
  })

  it('has the defaults of action.yml', () => {
    const { request } = read({}, { RUNNER_TEMP: '/tmp/runner' })
    expect(request).toEqual({
      command: 'ingest',
      failOn: 'failure',
      logLevel: 'info',
      outDir: '/tmp/runner/datahub-glue',
      request: {
        recipes: ['recipes/glue.yml'],
        dryRun: false,
        failOn: 'failure',
        rateLimit: null,
        columnStatistics: false,
        incremental: false,
        history: true,
        logLevel: 'info',
        outDir: '/tmp/runner/datahub-glue',
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

  it.each<[string, Inputs, object]>([
    ['recipes one a line', { recipe: ' a.yml \n\n# not this\n b*.yml' }, { recipes: ['a.yml', 'b*.yml'] }],
    ['a recipe with a comma and a space', { recipe: 'my, recipe.yml' }, { recipes: ['my, recipe.yml'] }],
    ['a dry run', { 'dry-run': 'TRUE' }, { dryRun: true }],
    ['no dry run', { 'dry-run': 'False' }, { dryRun: false }],
    ['a rate', { 'rate-limit': '2.5' }, { rateLimit: 2.5 }],
    ['the smallest rate', { 'rate-limit': '0.1' }, { rateLimit: 0.1 }],
    ['an env file', { 'env-file': 'prod.env' }, { envFile: 'prod.env' }],
    ['fail-on', { 'fail-on': 'warning' }, { failOn: 'warning' }],
    ['an address', { 'gms-url': 'https://gms.example.com/' }, { gmsUrl: 'https://gms.example.com/' }]
  ])('reads %s', (_, inputs, expected) => {
    expect(read(inputs).request.request).toMatchObject(expected)
  })

  it.each<[string, Inputs, object]>([
    [
      'a role',
      { 'role-to-assume': 'arn:aws:iam::123456789012:role/a/b' },
      { roleToAssume: 'arn:aws:iam::123456789012:role/a/b' }
    ],
    [
      'accounts',
      { 'allowed-account-ids': '012345678901, 123456789012\n210987654321' },
      { allowedAccountIds: ['012345678901', '123456789012', '210987654321'] }
    ],
    ['a duration', { 'role-duration-seconds': '900' }, { roleDurationSeconds: 900 }],
    ['no least privilege', { 'least-privilege': 'false' }, { leastPrivilege: false }],
    [
      'a policy',
      { 'inline-session-policy': '{"Version": "2012-10-17"}' },
      { inlineSessionPolicy: '{"Version": "2012-10-17"}' }
    ],
    [
      'managed policies',
      { 'managed-session-policies': 'arn:aws:iam::aws:policy/A\narn:aws-cn:iam::123456789012:policy/x/B' },
      { managedSessionPolicies: ['arn:aws:iam::aws:policy/A', 'arn:aws-cn:iam::123456789012:policy/x/B'] }
    ],
    ['a region of another partition', { 'aws-region': 'us-gov-west-1' }, { region: 'us-gov-west-1' }]
  ])('reads %s', (_, inputs, expected) => {
    expect(read(inputs).request.request.identity).toMatchObject(expected)
  })

  it('falls back on the environment, in order, and an input wins over it', () => {
    const env = {
      AWS_ROLE: 'arn:aws:iam::123456789012:role/env',
      AWS_DEFAULT_REGION: 'eu-west-1',
      DATAHUB_GMS_URL: 'https://second.example.com',
      DATAHUB_GMS_TOKEN: 'env-token'
    }
    const { request } = read({}, env).request
    expect(request.identity).toMatchObject({ roleToAssume: env.AWS_ROLE, region: 'eu-west-1' })
    expect(request.gmsUrl).toBe('https://second.example.com')
    expect(request.gmsToken?.reveal()).toBe('env-token')
    const first = { ...env, AWS_REGION: 'eu-north-1', GMS_URL: 'https://first.example.com' }
    expect(read({}, first).request.request.identity.region).toBe('eu-north-1')
    expect(read({}, first).request.request.gmsUrl).toBe('https://first.example.com')
    expect(read({ 'aws-region': 'us-east-1' }, first).request.request.identity.region).toBe('us-east-1')
  })

  it('masks the token as it reads it, and prints it nowhere', () => {
    const { request, masked } = read({ 'gms-token': 'very-secret' })
    expect(masked).toEqual(['very-secret'])
    expect(request.request.gmsToken?.reveal()).toBe('very-secret')
    expect(JSON.stringify(request)).not.toContain('very-secret')
    expect(String(request.request.gmsToken)).toBe('***')
  })

  it('takes the recipes as the files to validate', () => {
    expect(read({ command: 'validate', recipe: 'recipes/**/*.yml' }).request).toMatchObject({
      command: 'validate',
      request: { files: ['recipes/**/*.yml'] }
    })
  })

  it.each<[string, Inputs, Record<string, string>, InputName, RegExp]>([
    ['a boolean of YAML 1.1', { 'dry-run': 'yes' }, {}, 'dry-run', /'yes' is not a boolean.*true or false/],
    ['mixed case', { 'dry-run': 'tRUE' }, {}, 'dry-run', /is not a boolean/],
    ['a rate of nothing', { 'rate-limit': '0' }, {}, 'rate-limit', /'0' is not a number from 0.1 to 1000/],
    ['a rate in words', { 'rate-limit': 'fast' }, {}, 'rate-limit', /is not a number/],
    ['an endless rate', { 'rate-limit': 'Infinity' }, {}, 'rate-limit', /is not a number/],
    [
      'half a second',
      { 'role-duration-seconds': '900.5' },
      {},
      'role-duration-seconds',
      /whole number from 900 to 43200/
    ],
    ['too short a session', { 'role-duration-seconds': '899' }, {}, 'role-duration-seconds', /from 900 to 43200/],
    ['a slip', { 'fail-on': 'warnings' }, {}, 'fail-on', /did you mean warning\?/],
    ['a level unknown', { 'log-level': 'verbose' }, {}, 'log-level', /is not one of info, debug, warning, error/],
    ['a command misspelt', { command: 'ingset' }, {}, 'command', /there is no command 'ingset'.*did you mean ingest\?/],
    ['a command to come', { command: 'shard' }, {}, 'command', /'shard' is not available in this version/],
    ['a member of every object', { command: 'toString' }, {}, 'command', /there is no command/],
    ["a role's name", { 'role-to-assume': 'datahub' }, {}, 'role-to-assume', /'datahub' is a role's name, not its ARN/],
    [
      'a session',
      { 'role-to-assume': 'arn:aws:sts::123456789012:assumed-role/a/b' },
      {},
      'role-to-assume',
      /session of a role/
    ],
    ['a role of the environment', {}, { AWS_ROLE: 'nope' }, 'role-to-assume', /from the environment variable AWS_ROLE/],
    ['a region', { 'aws-region': 'Frankfurt' }, {}, 'aws-region', /'Frankfurt' cannot be the name of an AWS region/],
    ['a zone', { 'aws-region': 'eu-west-1a' }, {}, 'aws-region', /cannot be the name/],
    ['a region of the environment', {}, { AWS_DEFAULT_REGION: 'x' }, 'aws-region', /variable AWS_DEFAULT_REGION/],
    [
      'an account with its zero lost',
      { 'allowed-account-ids': '12345678901' },
      {},
      'allowed-account-ids',
      /12 digits.*quotes/
    ],
    ['a policy that is no JSON', { 'inline-session-policy': '{' }, {}, 'inline-session-policy', /not a JSON object/],
    ['a policy that is a list', { 'inline-session-policy': '[]' }, {}, 'inline-session-policy', /not a JSON object/],
    [
      'a policy by its name',
      { 'managed-session-policies': 'ReadOnly' },
      {},
      'managed-session-policies',
      /not the ARN of a managed policy/
    ],
    [
      'eleven policies',
      { 'managed-session-policies': Array.from({ length: 11 }, (_, i) => `arn:aws:iam::aws:policy/${i}`).join(',') },
      {},
      'managed-session-policies',
      /11 policies are too many/
    ],
    ['an age without a unit', { 'max-age': '26' }, {}, 'max-age', /'26' is no age; write 90m, 26h or 2d/],
    ['an address without a scheme', { 'gms-url': 'gms:8080' }, {}, 'gms-url', /not an http or https address/],
    ['an address of the environment', {}, { GMS_URL: 'gms.example.com' }, 'gms-url', /variable GMS_URL/],
    ['a session name', { 'role-session-name': 'a b' }, {}, 'role-session-name', /is not a session name/],
    ['a mode of comments', { comment: 'changes' }, {}, 'comment', /'changes' is not one of true, changes-only, false/],
    ['a label that ends a comment', { label: 'a --> b' }, {}, 'label', /without two hyphens/],
    ['a label of two lines', { label: 'a\nb' }, {}, 'label', /letters, digits/],
    ['a long label', { label: 'a'.repeat(61) }, {}, 'label', /up to 60/],
    ['a token in two lines', { 'gms-token': 'abc\ndef' }, {}, 'gms-token', /holds a space or a line end/]
  ])('refuses %s', (_, inputs, env, input, message) => {
    const found = faults(inputs, env)
    expect(found.map((fault) => fault.input)).toEqual([input])
    expect(found.map((fault) => `${fault.message}; ${fault.cure}`).join()).toMatch(message)
  })

  it('has what a comment is asked for with', () => {
    const { request, masked } = read({
      command: 'plan',
      comment: 'changes-only',
      label: 'eu-west-1 / prod',
      'github-token': 'ghs_x'
    })
    expect(request).toMatchObject({ command: 'plan', comment: { mode: 'changes-only', label: 'eu-west-1 / prod' } })
    expect(request.command === 'plan' && request.comment.token?.reveal()).toBe('ghs_x')
    expect(masked).toEqual(['ghs_x'])
    expect(read({ command: 'plan' }).request).toMatchObject({ comment: { mode: 'true', label: '', token: null } })
  })

  it('prints no credentials that were put into an address', () => {
    const found = faults({ 'gms-url': 'https://user:hunter22@gms.example.com' })
    expect(found).toMatchObject([{ input: 'gms-url' }])
    expect(JSON.stringify(found)).not.toContain('hunter22')
  })

  it('tells all that is wrong at once', () => {
    const found = faults({ 'dry-run': 'maybe', 'rate-limit': 'x', command: 'y' })
    expect(stopOfFaults(found)).toEqual({
      kind: 'input',
      code: 'invalid-input',
      message: '3 inputs are wrong: command, dry-run, rate-limit',
      cure: [
        "input command: there is no command 'y'; write ingest, validate, plan, doctor, dag or mcps",
        "input dry-run: 'maybe' is not a boolean; write true or false",
        "input rate-limit: 'x' is not a number from 0.1 to 1000; write a number in that range"
      ].join('\n')
    })
    expect(stopOfFaults(found.slice(1, 2))).toEqual({
      kind: 'input',
      code: 'invalid-input',
      message: "The input dry-run: 'maybe' is not a boolean",
      cure: 'Write true or false'
    })
  })
})
