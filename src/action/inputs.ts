import { join } from 'node:path'
import { parseAge } from '../core/age.ts'
import type { Environment } from '../core/environment.ts'
import { err, ok, type Result } from '../core/result.ts'
import { suggest } from '../core/suggest.ts'
import { parseParams } from '../model/dag-params.ts'
import { GMS_URL_VARIABLES, gmsUrlFault } from '../model/gms-url.ts'
import type { Mask } from '../model/ports.ts'
import type { Stop } from '../model/report.ts'
import type {
  DagRequest,
  DoctorRequest,
  FailOn,
  IngestRequest,
  LogLevel,
  McpsRequest,
  PlanRequest,
  RecipeInputs,
  ValidateRequest
} from '../model/request.ts'
import { Secret } from '../model/secret.ts'
import type { CommentInputs } from './comment.ts'
import { commentInputs } from './comment-inputs.ts'
import { COMMANDS } from './definition.ts'
import { identityOf } from './identity-inputs.ts'
import { type InputFault, InputReader } from './input-reader.ts'

/** What every command has. */
export interface Common {
  readonly failOn: FailOn
  readonly logLevel: LogLevel
  readonly outDir: string
}

/** What the workflow asked for. */
export type ActionRequest =
  | (Common & { readonly command: 'ingest'; readonly request: IngestRequest })
  | (Common & { readonly command: 'dag'; readonly request: DagRequest })
  | (Common & { readonly command: 'validate'; readonly request: ValidateRequest })
  | (Common & { readonly command: 'doctor'; readonly request: DoctorRequest })
  | (Common & { readonly command: 'plan'; readonly request: PlanRequest; readonly comment: CommentInputs })
  | (Common & { readonly command: 'mcps'; readonly request: McpsRequest })

/** Where this program's files go, below the runner's own folder for them. */
export const outDirOf = (env: Environment): string => {
  const temp = env.RUNNER_TEMP ?? ''
  return temp === '' ? '.datahub-glue' : join(temp, 'datahub-glue')
}

/** The first of each stands in where the input is wrong. */
const LEVELS = ['info', 'debug', 'warning', 'error'] as const satisfies readonly LogLevel[]
const FAIL_ON = ['failure', 'warning', 'never'] as const satisfies readonly FailOn[]

/** Reads every input once. Secrets are masked as they are read; all that is wrong is told at once. */
export function readInputs(env: Environment, mask: Mask): Result<ActionRequest, readonly InputFault[]> {
  const reader = new InputReader(env)
  const command = commandOf(reader)
  const recipes = reader.list('recipe', { commas: false })
  const inputs: RecipeInputs = {
    envFile: reader.optional('env-file')?.value ?? null,
    identity: identityOf(reader),
    gmsUrl: gmsUrlOf(reader),
    gmsToken: gmsTokenOf(reader, mask)
  }
  const common: Common = {
    failOn: reader.choice('fail-on', FAIL_ON),
    logLevel: reader.choice('log-level', LEVELS),
    outDir: outDirOf(env)
  }
  const request: IngestRequest = {
    ...inputs,
    ...common,
    recipes,
    dryRun: reader.boolean('dry-run'),
    rateLimit: reader.number('rate-limit', { min: 0.1, max: 1000, whole: false }),
    columnStatistics: reader.boolean('column-statistics'),
    incremental: reader.boolean('incremental'),
    history: true
  }
  const plan: PlanRequest = { ...request, files: recipes, base: reader.optional('base-ref')?.value ?? null }
  const dag: DagRequest = { ...request, ...dagInputs(reader, command === 'dag', mask) }
  const doctor: DoctorRequest = { ...request, maxAgeSeconds: maxAgeOf(reader) }
  const comment = commentInputs(reader, dag.githubToken)
  const file = reader.optional('file')?.value ?? null
  if (command === 'mcps' && file === null) reader.fault('file', 'no file is given to send', 'write the path of a file')
  if (reader.faults.length > 0) return err(reader.faults)
  if (command === 'dag') return ok({ ...common, command, request: dag })
  if (command === 'doctor') return ok({ ...common, command, request: doctor })
  if (command === 'plan') return ok({ ...common, command, request: plan, comment })
  if (command === 'ingest') return ok({ ...common, command, request })
  if (command === 'mcps') return ok({ ...common, command, request: { ...request, file: file ?? '', recipe: null } })
  return ok({ ...common, command: 'validate', request: { ...inputs, files: recipes } })
}

type DagInputs = Pick<DagRequest, 'file' | 'tasks' | 'clear' | 'params' | 'resume' | 'githubToken'>

/** What only a DAG has; what is wrong with it is nobody's business when it is not one. */
function dagInputs(reader: InputReader, isAsked: boolean, mask: Mask): DagInputs {
  const token = reader.optional('github-token')
  if (token !== null) mask(token.value)
  const params = parseParams(reader.text('params'))
  if (!params.ok && isAsked) reader.fault('params', params.error, 'write a JSON object: {"NAME": VALUE}')
  return {
    file: reader.text('dag'),
    tasks: tasksOf(reader, 'tasks', isAsked),
    clear: tasksOf(reader, 'clear', isAsked),
    params: params.ok ? params.value : {},
    resume: false,
    githubToken: token === null ? null : new Secret(token.value)
  }
}

/** Text that names nothing, such as `$X,` without an X, does not mean all. */
function tasksOf(reader: InputReader, input: 'tasks' | 'clear', isAsked: boolean): readonly string[] {
  const tasks = reader.list(input, { commas: true })
  const isBlank = reader.text(input).trim() === ''
  if (isAsked && tasks.length === 0 && !isBlank) reader.fault(input, 'it names no task', 'name one, or leave it out')
  return tasks
}

function maxAgeOf(reader: InputReader): number | null {
  const given = reader.optional('max-age')?.value ?? null
  const seconds = given === null ? null : parseAge(given)
  if (given !== null && seconds === null) reader.fault('max-age', `'${given}' is no age`, 'write 90m, 26h or 2d')
  return seconds
}

/** All faults as the reason why nothing was begun. */
export function stopOfFaults(faults: readonly InputFault[]): Stop {
  const [first, ...others] = faults
  const sentence = (fault: InputFault): string => `input ${fault.input}: ${fault.message}`
  if (first !== undefined && others.length === 0) {
    return { kind: 'input', code: 'invalid-input', message: `The ${sentence(first)}`, cure: sayCure(first.cure) }
  }
  return {
    kind: 'input',
    code: 'invalid-input',
    message: `${faults.length} inputs are wrong: ${faults.map((fault) => fault.input).join(', ')}`,
    cure: faults.map((fault) => `${sentence(fault)}; ${fault.cure}`).join('\n')
  }
}

const sayCure = (cure: string): string => `${cure.charAt(0).toUpperCase()}${cure.slice(1)}`

const WORKING = ['ingest', 'validate', 'plan', 'doctor', 'dag', 'mcps'] as const
const WRITE_ONE = 'write ingest, validate, plan, doctor, dag or mcps'

function commandOf(reader: InputReader): (typeof WORKING)[number] | null {
  const text = reader.text('command')
  const working = WORKING.find((word) => word === text)
  if (working !== undefined) return working
  if (Object.hasOwn(COMMANDS, text)) {
    reader.fault('command', `'${text}' is not available in this version`, WRITE_ONE)
    return null
  }
  const near = suggest(text, Object.keys(COMMANDS))
  const hint = near === null ? '' : `; did you mean ${near}?`
  reader.fault('command', `there is no command '${text}'`, `${WRITE_ONE}${hint}`)
  return null
}

function gmsUrlOf(reader: InputReader): string | null {
  const given = reader.optional('gms-url', GMS_URL_VARIABLES)
  if (given === null) return null
  const fault = gmsUrlFault(given.value, 'gms-token')
  if (fault !== null) reader.fault('gms-url', fault.message, fault.cure, given.variable)
  return given.value
}

function gmsTokenOf(reader: InputReader, mask: Mask): Secret | null {
  const token = reader.optional('gms-token', ['DATAHUB_GMS_TOKEN'])
  if (token === null) return null
  mask(token.value)
  if (/\s/.test(token.value)) {
    reader.fault('gms-token', 'it holds a space or a line end', 'check how the secret was stored', token.variable)
  }
  return new Secret(token.value)
}
