import { parseArgs } from 'node:util'
import { AppError } from '../core/errors.ts'
import { suggest } from '../core/suggest.ts'
import type { CommandDefinition, OptionDefinition } from './commands/options.ts'
import { CLI_COMMANDS, UNAVAILABLE_COMMANDS, UNAVAILABLE_OPTIONS } from './definition.ts'

/** What was written, taken apart and known to be well formed. */
export interface Arguments {
  readonly command: CommandDefinition
  /** Values by option; an option without a value has the value ''. */
  readonly options: ReadonlyMap<string, readonly string[]>
  readonly operands: readonly string[]
}

/** A question about the program itself. */
export type Question = 'help' | 'version'

/** What is wrong with a command line, and where to read how to write it. */
export function usageError(command: string | null, message: string): AppError {
  const help = command === null ? 'datahub-glue --help' : `datahub-glue ${command} --help`
  return new AppError(message, { kind: 'input', code: 'usage', cure: `See '${help}'` })
}

/**
 * Takes a command line apart; `argv` without the program itself.
 * @throws AppError for what is not well formed.
 */
export function parseArguments(argv: readonly string[]): Arguments | Question {
  const [first, ...rest] = argv
  if (first === '--help' || first === '-h' || first === 'help') return 'help'
  if (first === '--version') return 'version'
  if (first === undefined) throw usageError(null, 'No command is given')
  const command = CLI_COMMANDS.find((known) => known.name === first)
  if (command === undefined) throw usageError(null, commandFault(first))
  return parseOptions(command, rest)
}

function commandFault(word: string): string {
  if (UNAVAILABLE_COMMANDS.includes(word)) return `The command '${word}' is not available in this version`
  if (word.startsWith('-')) return `The option '${word}' has to follow a command`
  const near = suggest(
    word,
    CLI_COMMANDS.map((command) => command.name)
  )
  return `There is no command '${word}'${near === null ? '' : `; did you mean '${near}'?`}`
}

function parseOptions(command: CommandDefinition, args: readonly string[]): Arguments {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(command.options.map(describe)),
    strict: false,
    allowPositionals: true,
    tokens: true
  })
  const options = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = command.options.find((known) => known.name === token.name)
    const fault = option === undefined ? optionFault(token, command) : valueFault(option, token, options)
    if (fault !== null) throw usageError(command.name, fault)
    options.set(token.name, [...(options.get(token.name) ?? []), token.value ?? ''])
  }
  const surplus = command.operands === null ? positionals[0] : undefined
  if (surplus !== undefined && !options.has('help')) throw usageError(command.name, operandFault(surplus))
  return { command, options, operands: positionals }
}

function describe(
  option: OptionDefinition
): readonly [string, { type: 'string' | 'boolean'; short?: string; multiple: true }] {
  const short = option.short === undefined ? {} : { short: option.short }
  return [option.name, { type: option.value === null ? 'boolean' : 'string', ...short, multiple: true }]
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function optionFault(token: OptionToken, command: CommandDefinition): string {
  if (UNAVAILABLE_OPTIONS.includes(token.name)) return `The option '${token.rawName}' is not available in this version`
  const near = token.rawName.startsWith('--')
    ? suggest(
        token.name,
        command.options.map((option) => option.name)
      )
    : null
  return `There is no option '${token.rawName}'${near === null ? '' : `; did you mean '--${near}'?`}`
}

function valueFault(option: OptionDefinition, token: OptionToken, seen: ReadonlyMap<string, unknown>): string | null {
  if (option.value === null) return token.inlineValue === true ? `The option '${token.rawName}' takes no value` : null
  if (token.value === undefined || token.value === '')
    return `The option '${token.rawName}' needs a value (${option.value})`
  if (token.inlineValue !== true && /^-./.test(token.value)) {
    return `The option '${token.rawName}' needs a value (${option.value}); one that begins with a dash is written ${token.rawName}=VALUE`
  }
  if (seen.has(option.name) && option.repeatable !== true) return `The option '${token.rawName}' is given twice`
  return null
}

const operandFault = (word: string): string => `There is no place for '${word}'; a recipe is given with --config (-c)`
