import type { CommandDefinition, OptionDefinition } from './commands/options.ts'
import { CLI_COMMANDS } from './definition.ts'

const WIDTH = 26

const EXIT_STATUS = `Exit status:
  0  done
  1  it began, and something was lost or failed
  2  what was written on the command line or in a recipe is wrong
  3  it could not begin: identity, DataHub's server, the whole catalogue denied`

/** The help of the program. */
export function generalHelp(): string {
  const commands = CLI_COMMANDS.map((command) => `  ${command.name.padEnd(WIDTH - 2)}${command.summary}`)
  return [
    'Usage: datahub-glue COMMAND [OPTIONS]',
    '',
    'Ingests an AWS Glue Data Catalog into DataHub.',
    '',
    'Commands:',
    ...commands,
    '',
    'Options:',
    optionLine({ name: 'help', short: 'h', value: null, description: 'Show this, or with a command its own help' }),
    optionLine({ name: 'version', value: null, description: 'Show the version and end' }),
    '',
    EXIT_STATUS,
    ''
  ].join('\n')
}

/** The help of one command. */
export function commandHelp(command: CommandDefinition): string {
  const operands = command.operands === null ? '' : ` ${command.operands}`
  return [
    `Usage: datahub-glue ${command.name} [OPTIONS]${operands}`,
    '',
    `${command.summary}.`,
    '',
    'Options:',
    ...command.options.map(optionLine),
    '',
    EXIT_STATUS,
    ''
  ].join('\n')
}

function optionLine(option: OptionDefinition): string {
  const short = option.short === undefined ? '    ' : `-${option.short}, `
  const value = option.value === null ? '' : ` ${option.value}`
  return `  ${`${short}--${option.name}${value}`.padEnd(WIDTH)}${option.description}`
}
