import type { Logger } from '../model/ports.ts'
import type { LogLevel } from '../model/request.ts'
import { logLine } from '../report/render/escape.ts'
import type { Runner } from './runner.ts'

const RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warning: 2, error: 3 }

/**
 * Lines for the runner's log. None becomes an annotation: there are only ten of a level for a step, and those are picked
 * from the report. Debug lines that `level` hides are still there when step debugging is on.
 */
export function createLogger(runner: Pick<Runner, 'info' | 'debug'>, level: LogLevel): Logger {
  const shows = (least: LogLevel): boolean => RANK[least] >= RANK[level]
  const write = (least: LogLevel, prefix: string, message: string): void => {
    if (!shows(least)) return
    for (const line of safeLines(`${prefix}${message}`)) runner.info(line)
  }
  return {
    debug: (message) => {
      if (shows('debug')) write('debug', '', message)
      else for (const line of safeLines(message)) runner.debug(line)
    },
    info: (message) => write('info', '', message),
    notice: (message) => write('info', 'notice: ', message),
    warning: (message) => write('warning', 'warning: ', message),
    error: (message) => write('error', 'error: ', message)
  }
}

/** A message line by line, none of which the runner takes for a command. */
export const safeLines = (message: string): readonly string[] => message.split(/\r?\n/).map(logLine)
