import { parentPort } from 'node:worker_threads'
import { systemClock } from '../../core/clock.ts'
import { AppError, messageOf } from '../../core/errors.ts'
import { connectGms } from '../../datahub/connect.ts'
import { unflattened } from './flat-units.ts'
import { type Writer, wireOf, writerHere } from './writer.ts'
import type { FromWriter, ToWriter, WriterFailure, WriterSetup } from './writer-thread.ts'

/** Writes what WriterThread asks for, in the thread that this runs in. */
export function serveWrites({ options, stamp, env, cwd }: WriterSetup): void {
  const tell = (told: FromWriter): void => parentPort?.postMessage(told)
  const cancelling = new AbortController()
  const deps = { env, cwd, clock: systemClock, signal: cancelling.signal, mask: (mask: string) => tell({ mask }) }
  const writer = connectGms(options, options.maxThreads, deps).then(({ client }) =>
    writerHere({ client, wire: wireOf(options), stamp, clock: systemClock })
  )
  // Who asks is told.
  writer.catch(() => {})
  parentPort?.on('message', (asked: ToWriter) => {
    if (asked === 'cancel') cancelling.abort()
    else void answer(asked, writer, tell)
  })
}

async function answer(
  { id, units, asynchronous, retryFaults }: Exclude<ToWriter, 'cancel'>,
  writer: Promise<Writer>,
  tell: (told: FromWriter) => void
): Promise<void> {
  try {
    const request = { units: unflattened(units), asynchronous, retryFaults }
    const answered = await (await writer).write(request, (event) => tell({ id, event }))
    tell({ id, answer: answered })
  } catch (error) {
    tell({ id, failed: failureOf(error) })
  }
}

function failureOf(error: unknown): WriterFailure {
  const known = error instanceof AppError ? { kind: error.kind, code: error.code, cure: error.cure ?? null } : null
  return { message: messageOf(error), known }
}
