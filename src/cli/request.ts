import { parseAge } from '../core/age.ts'
import type { Environment } from '../core/environment.ts'
import { parseParamsObject } from '../model/dag-params.ts'
import type {
  DagRequest,
  DoctorRequest,
  FailOn,
  IngestRequest,
  LogLevel,
  McpsRequest,
  PlanRequest,
  ValidateRequest
} from '../model/request.ts'
import { type Arguments, usageError } from './arguments.ts'
import { choiceOf, inputsOf, single } from './values.ts'

/** How results are shown. */
export type Format = 'text' | 'json' | 'github'

interface Common {
  readonly format: Format
  readonly failOn: FailOn
  readonly logLevel: LogLevel
  readonly colour: boolean
}

/** What the command line asked for. */
export type CliRequest =
  | (Common & {
      readonly command: 'ingest'
      readonly request: IngestRequest
      readonly reportTo: string | null
      readonly progress: boolean
    })
  | (Common & { readonly command: 'dag'; readonly request: DagRequest; readonly progress: boolean })
  | (Common & { readonly command: 'plan'; readonly request: PlanRequest; readonly progress: boolean })
  | (Common & { readonly command: 'validate'; readonly request: ValidateRequest })
  | (Common & { readonly command: 'doctor'; readonly request: DoctorRequest; readonly reportTo: string | null })
  | (Common & {
      readonly command: 'mcps'
      readonly request: McpsRequest
      readonly reportTo: string | null
      readonly progress: boolean
    })

/**
 * Reads the values of options.
 * @throws AppError for the first that is wrong.
 */
export function requestOf(args: Arguments, env: Environment): CliRequest {
  if (args.command.name === 'ingest') return ingestOf(args, env)
  if (args.command.name === 'mcps') return mcpsOf(args, env)
  if (args.command.name === 'doctor') return doctorOf(args, env)
  if (args.command.name === 'plan') return planOf(args, env)
  return args.command.name === 'dag' ? dagOf(args, env) : validateOf(args, env)
}

function ingestOf(args: Arguments, env: Environment): CliRequest {
  const recipes = args.options.get('config') ?? []
  if (recipes.length === 0) throw misuse(args, 'No recipe is given; write --config FILE (-c FILE)')
  const reportTo = single(args, 'report-to')
  if (reportTo === 'datahub') throw misuse(args, "'--report-to datahub' is not available in this version; give a file")
  const common = commonOf(args, ['text', 'json'])
  const request: IngestRequest = {
    ...inputsOf(args, env),
    recipes,
    dryRun: args.options.has('dry-run'),
    failOn: common.failOn,
    rateLimit: rateLimitOf(args),
    columnStatistics: args.options.has('column-statistics'),
    incremental: args.options.has('incremental'),
    history: !args.options.has('no-default-report'),
    logLevel: common.logLevel,
    outDir: single(args, 'out') ?? '.datahub-glue'
  }
  return { ...common, command: 'ingest', request, reportTo, progress: !args.options.has('no-progress') }
}

function mcpsOf(args: Arguments, env: Environment): CliRequest {
  const [file, ...others] = args.operands
  if (file === undefined || others.length > 0) throw misuse(args, 'One file is sent: datahub-glue mcps FILE')
  const common = commonOf(args, ['text', 'json'])
  const request: McpsRequest = {
    ...inputsOf(args, env),
    file,
    recipe: single(args, 'config'),
    dryRun: args.options.has('dry-run'),
    failOn: common.failOn,
    outDir: single(args, 'out') ?? '.datahub-glue'
  }
  const reportTo = single(args, 'report-to')
  return { ...common, command: 'mcps', request, reportTo, progress: !args.options.has('no-progress') }
}

function doctorOf(args: Arguments, env: Environment): CliRequest {
  const common = commonOf(args, ['text', 'json', 'github'])
  const age = single(args, 'max-age')
  const maxAgeSeconds = age === null ? null : parseAge(age)
  if (age !== null && maxAgeSeconds === null) {
    throw misuse(args, `The option '--max-age' takes an age such as 90m, 26h or 2d, not '${age}'`)
  }
  const request: DoctorRequest = {
    ...inputsOf(args, env),
    recipes: [...(args.options.get('config') ?? []), ...args.operands],
    maxAgeSeconds,
    columnStatistics: args.options.has('column-statistics'),
    failOn: common.failOn,
    outDir: single(args, 'out') ?? '.datahub-glue'
  }
  return { ...common, command: 'doctor', request, reportTo: single(args, 'report-to') }
}

function dagOf(args: Arguments, env: Environment): CliRequest {
  const [file, ...others] = args.operands
  if (file === undefined || others.length > 0) throw misuse(args, 'One DAG file is run: datahub-glue dag FILE')
  const common = commonOf(args, ['text', 'json'])
  refuseUnusedOfDag(args)
  const params = parseParamsObject(single(args, 'params') ?? '{}')
  if (!params.ok) throw misuse(args, `The option '--params' takes a JSON object: ${params.error}`)
  const request: DagRequest = {
    ...inputsOf(args, env),
    file,
    tasks: taskNames(args, 'tasks'),
    clear: taskNames(args, 'clear'),
    params: params.value,
    resume: args.options.has('resume'),
    githubToken: null,
    dryRun: args.options.has('dry-run'),
    failOn: common.failOn,
    rateLimit: rateLimitOf(args),
    columnStatistics: false,
    incremental: false,
    history: true,
    logLevel: common.logLevel,
    outDir: single(args, 'out') ?? '.datahub-glue'
  }
  return { ...common, command: 'dag', request, progress: !args.options.has('no-progress') }
}

/** What a run that is gone on with has no use for: it keeps the params and the tasks that it began with. */
function refuseUnusedOfDag({ options, command }: Arguments): void {
  const goesOn = ['clear', 'resume'].filter((option) => options.has(option))
  if (goesOn.length > 1) {
    throw usageError(command.name, "'--clear' and '--resume' exclude each other: both go on with the last run")
  }
  const unused = ['params', 'tasks'].find((option) => options.has(option))
  if (goesOn.length === 0 || unused === undefined) return
  const why = `a run that is gone on with keeps the ${unused} that it began with`
  throw usageError(command.name, `'--${unused}' has no place beside '--${goesOn[0]}': ${why}`)
}

/** Names of tasks. A list of none is that of a variable without a value, and does not mean all. */
function taskNames(args: Arguments, option: 'tasks' | 'clear'): readonly string[] {
  return (args.options.get(option) ?? []).flatMap((text) => {
    const names = text.split(/[\s,]+/).filter((name) => name !== '')
    if (names.length === 0) throw misuse(args, `The option '--${option}' names no task: '${text}'`)
    return names
  })
}

function planOf(args: Arguments, env: Environment): CliRequest {
  const common = commonOf(args, ['text', 'json', 'github'])
  const request: PlanRequest = {
    ...inputsOf(args, env),
    files: args.operands.length === 0 ? ['recipes'] : args.operands,
    base: single(args, 'base'),
    rateLimit: rateLimitOf(args),
    columnStatistics: args.options.has('column-statistics'),
    logLevel: common.logLevel,
    outDir: single(args, 'out') ?? '.datahub-glue'
  }
  return { ...common, command: 'plan', request, progress: !args.options.has('no-progress') }
}

function validateOf(args: Arguments, env: Environment): CliRequest {
  if (args.operands.length === 0) throw misuse(args, 'No recipe is given; write datahub-glue validate FILE…')
  const common = commonOf(args, ['text', 'json', 'github'])
  return { ...common, command: 'validate', request: { ...inputsOf(args, env), files: args.operands } }
}

function commonOf(args: Arguments, formats: readonly [Format, ...Format[]]): Common {
  return {
    format: choiceOf(args, 'format', formats),
    failOn: failOnOf(args),
    logLevel: choiceOf(args, 'log-level', ['info', 'debug', 'warning', 'error']),
    colour: !args.options.has('no-color')
  }
}

function failOnOf(args: Arguments): FailOn {
  const failOn = choiceOf<FailOn>(args, 'fail-on', ['failure', 'warning', 'never'])
  if (!args.options.has('strict-warnings')) return failOn
  if (args.options.has('fail-on') && failOn !== 'warning') {
    throw misuse(args, `'--strict-warnings' and '--fail-on ${failOn}' exclude each other`)
  }
  return 'warning'
}

const misuse = (args: Arguments, message: string): Error => usageError(args.command.name, message)

function rateLimitOf(args: Arguments): number | null {
  const text = single(args, 'rate-limit')
  if (text === null) return null
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (value >= 0.1 && value <= 1000) return value
  throw misuse(args, `The option '--rate-limit' takes a number from 0.1 to 1000, not '${text}'`)
}
