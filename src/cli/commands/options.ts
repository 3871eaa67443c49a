/** One option of a command. Named as `datahub` names it where it has it. */
export interface OptionDefinition {
  readonly name: string
  readonly short?: string
  /** What stands for its value in the help; null: it has none. */
  readonly value: string | null
  readonly repeatable?: boolean
  readonly description: string
}

/** One command, as the help shows it. */
export interface CommandDefinition {
  readonly name: string
  /** What follows the options. */
  readonly operands: string | null
  readonly summary: string
  readonly options: readonly OptionDefinition[]
}

/** Variables that recipes name. */
export const ENV_FILE: OptionDefinition = {
  name: 'env-file',
  value: 'FILE',
  description: 'NAME=value lines for variables of recipes; the environment wins'
}

/** What is told on the way. */
export const LOG_LEVEL: OptionDefinition = {
  name: 'log-level',
  value: 'LEVEL',
  description: 'debug, info, warning or error (default: info)'
}

/** Colour. */
export const NO_COLOR: OptionDefinition = {
  name: 'no-color',
  value: null,
  description: 'No colour (as NO_COLOR says; FORCE_COLOR says the opposite)'
}

/** Help. */
export const HELP: OptionDefinition = { name: 'help', short: 'h', value: null, description: 'Show this and end' }

/** When exit status 1 is given. */
export const FAIL_ON: OptionDefinition = {
  name: 'fail-on',
  value: 'WHAT',
  description: 'What gives exit status 1: failure, warning or never (default: failure)'
}

/** As `datahub` names it. */
export const STRICT_WARNINGS: OptionDefinition = {
  name: 'strict-warnings',
  value: null,
  description: 'The same as --fail-on warning'
}
