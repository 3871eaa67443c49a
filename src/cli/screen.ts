import type { Logger } from '../model/ports.ts'
import type { LogLevel } from '../model/request.ts'
import { visible } from '../report/render/escape.ts'
import { clip } from '../report/render/format.ts'
import { styleOf } from '../report/render/style.ts'
import type { Writer } from './terminal.ts'

export interface ScreenOptions {
  readonly writer: Pick<Writer, 'write'>
  /** The width of a terminal, whose last line can be written over; null: a pipe or a file. */
  readonly columns: number | null
  readonly colour: boolean
  readonly level: LogLevel
}

/** Where a person watches a run: log lines, and on a terminal one line of progress below them. */
export interface Screen {
  readonly logger: Logger
  /** Shows how far the run has come: in place on a terminal, as a line of its own elsewhere. */
  readonly progress: (line: string) => void
  /** Takes the line of progress away. */
  readonly clear: () => void
}

const RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warning: 2, error: 3 }

/** Back to the line's start, and erase to its end (ECMA-48 EL). */
const ERASE = '\r\u001b[K'

/** A screen on a stream, usually stderr: stdout is for results. */
export function createScreen({ writer, columns, colour, level }: ScreenOptions): Screen {
  const style = styleOf(colour)
  let shown = false
  const clear = (): void => {
    if (shown) writer.write(ERASE)
    shown = false
  }
  const write = (least: LogLevel, prefix: string, message: string): void => {
    if (RANK[least] < RANK[level]) return
    clear()
    const lines = message.split(/\r?\n/).map(visible)
    writer.write(`${prefix}${lines.join('\n')}\n`)
  }
  const progress = (line: string): void => {
    const text = visible(line)
    shown = columns !== null
    writer.write(columns === null ? `${text}\n` : `${ERASE}${style.dim(clip(text, columns - 1))}`)
  }
  return {
    logger: {
      debug: (message) => write('debug', style.dim('debug: '), message),
      info: (message) => write('info', '', message),
      notice: (message) => write('info', 'notice: ', message),
      warning: (message) => write('warning', style.yellow('warning: '), message),
      error: (message) => write('error', style.red('error: '), message)
    },
    progress,
    clear
  }
}
