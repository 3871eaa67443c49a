import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parse } from 'yaml'

/** A step of a workflow job that uses the action of `root`. */
export interface Step {
  /** The folder of the action: action.yml and dist/. */
  readonly root: string
  /** The job's checkout, in which the action runs. */
  readonly workspace: string
  /** `with:` of the step. */
  readonly inputs?: Readonly<Record<string, string>>
  /** `env:` of the job, and what the runner adds for `permissions: id-token: write`. */
  readonly env: Readonly<Record<string, string>>
  /** Gets each line of the log, as GitHub would show it. */
  readonly log: (line: string) => void
  /** The Node that runs it. Default: the one that runs this. */
  readonly node?: string
}

/** What a runner knows when a step has ended. */
export interface StepResult {
  readonly exitCode: number
  readonly outputs: Readonly<Record<string, string>>
  /** What the step added to the job's summary. */
  readonly summary: string
  /** All that it wrote, workflow commands and all, line by line. */
  readonly written: readonly string[]
  /** `RUNNER_TEMP`. */
  readonly temp: string
}

const FILES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE'] as const

/** Runs the action as GitHub's runner runs a JavaScript action: nothing in its environment but what a runner puts there. */
export async function runStep(step: Step): Promise<StepResult> {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'))
  const commandFiles = Object.fromEntries(FILES.map((name) => [name, join(temp, '_runner_file_commands', name)]))
  mkdirSync(join(temp, '_runner_file_commands'))
  for (const file of Object.values(commandFiles)) writeFileSync(file, '')
  const env = { ...runnerVariables(step, temp), ...commandFiles, ...inputVariables(step), ...step.env }
  const { exitCode, written } = await run(step, env)
  return {
    exitCode,
    written,
    outputs: readOutputs(readFileSync(commandFiles.GITHUB_OUTPUT ?? '', 'utf8')),
    summary: readFileSync(commandFiles.GITHUB_STEP_SUMMARY ?? '', 'utf8'),
    temp
  }
}

/** `INPUT_…` for every input of action.yml: what the step gives, else its default, else empty. */
function inputVariables(step: Step): Record<string, string> {
  const action: { inputs: Record<string, { default?: unknown }> } = parse(
    readFileSync(join(step.root, 'action.yml'), 'utf8')
  )
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => {
      const given = step.inputs?.[name] ?? (typeof input.default === 'string' ? input.default : '')
      return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, given]
    })
  )
}

/** https://docs.github.com/actions/reference/workflows-and-actions/variables */
function runnerVariables(step: Step, temp: string): Record<string, string> {
  const eventPath = join(temp, 'event.json')
  writeFileSync(eventPath, JSON.stringify({ schedule: '17 4 * * *' }))
  return {
    PATH: process.env.PATH ?? '',
    HOME: temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_JOB: 'ingest',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'example/data-platform',
    GITHUB_REPOSITORY_OWNER: 'example',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '9876543210',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
    GITHUB_WORKFLOW: 'Ingest Glue',
    GITHUB_WORKSPACE: step.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'runner',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, 'tools')
  }
}

function run(step: Step, env: Record<string, string>): Promise<Pick<StepResult, 'exitCode' | 'written'>> {
  const child = spawn(step.node ?? process.execPath, [join(step.root, 'dist', 'index.js')], {
    cwd: step.workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const show = shownLine()
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      written.push(line)
      const shown = show(line)
      if (shown !== null) step.log(shown)
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ exitCode: code ?? (signal === null ? 1 : 143), written }))
  })
}

/** `::name key=value,…::data`; `:` and `,` in values are escaped. */
const COMMAND = /^::([\w-]+)(?: [^:]*)?::(.*)$/u
const TITLES: Readonly<Record<string, string>> = {
  error: 'Error: ',
  warning: 'Warning: ',
  notice: 'Notice: ',
  group: '▸ ',
  debug: ''
}

/** Turns a line of output into the line that GitHub shows; null for commands that only speak to the runner. */
function shownLine(): (line: string) => string | null {
  const masks: string[] = []
  return (line) => {
    const [, command, data = ''] = COMMAND.exec(line) ?? []
    if (command === 'add-mask') masks.push(unescapeData(data))
    if (command === undefined) return masked(line, masks)
    const title = TITLES[command]
    return title === undefined || command === 'debug' ? null : masked(title + unescapeData(data), masks)
  }
}

function masked(line: string, masks: readonly string[]): string {
  return masks.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '***')), line)
}

function unescapeData(data: string): string {
  return data.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')
}

/** `name=value`, or `name<<DELIMITER`, the value's lines, and the delimiter. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split(/\r?\n/u)
  for (let i = 0; i < lines.length; i++) {
    const [, name = '', delimiter] = /^([^=<]+)<<(.+)$/u.exec(lines[i] ?? '') ?? []
    if (delimiter === undefined) {
      const at = lines[i]?.indexOf('=') ?? -1
      if (at > 0) outputs[lines[i]?.slice(0, at) ?? ''] = lines[i]?.slice(at + 1) ?? ''
      continue
    }
    const end = lines.indexOf(delimiter, i + 1)
    outputs[name] = lines.slice(i + 1, end).join('\n')
    i = end
  }
  return outputs
}
