import type { Environment } from '../core/environment.ts'

/** A stream that text is written to: what process.stdout and process.stderr are. */
export interface TextStream {
  write(text: string, done?: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** Writes to a stream for as long as someone reads it. */
export interface Writer {
  readonly write: (text: string) => void
  /** Done when all of it is written, or cannot be. */
  readonly drained: () => Promise<void>
}

/**
 * A writer that falls silent when its reader has gone (`datahub-glue … | head`), instead of ending the run: what is being
 * written to DataHub matters more than who watches. Any other error of the stream is passed on.
 */
export function createWriter(stream: TextStream, onError: (error: Error) => void): Writer {
  let gone = false
  stream.on('error', (error) => {
    gone = true
    if (!('code' in error && error.code === 'EPIPE')) onError(error)
  })
  return {
    write: (text) => {
      if (!gone) stream.write(text)
    },
    drained: () => (gone ? Promise.resolve() : new Promise((done) => void stream.write('', () => done())))
  }
}

/**
 * Whether to show colour: FORCE_COLOR (https://force-color.org) before NO_COLOR (https://no-color.org) before what the
 * stream is.
 */
export function showsColour(env: Environment, stream: Pick<TextStream, 'isTTY'>): boolean {
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if ((env.NO_COLOR ?? '') !== '') return false
  return stream.isTTY === true && env.TERM !== 'dumb'
}
