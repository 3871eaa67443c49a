import { resolve } from 'node:path'
import type { Clock } from '../core/clock.ts'
import type { Environment } from '../core/environment.ts'
import { connectGms } from '../datahub/connect.ts'
import type { GmsClient } from '../datahub/gms-client.ts'
import type { GmsConfig } from '../datahub/gms-config.ts'
import { probeGms, shownServer } from '../datahub/gms-probe.ts'
import { GmsReader } from '../datahub/gms-reader.ts'
import type { Emit } from '../model/event.ts'
import type { Mask, MetadataReader, MetadataSearch, Sink } from '../model/ports.ts'
import type { RestSinkOptions, SinkOptions } from '../model/recipe.ts'
import type { SinkReport } from '../model/report.ts'
import { BlackholeSink } from './blackhole.ts'
import { ConsoleSink } from './console.ts'
import { FileSink } from './file.ts'
import { NoSink } from './none.ts'
import { MAX_BYTES, MAX_PROPOSALS } from './rest/pack.ts'
import { RestSink } from './rest/rest-sink.ts'
import { type Writer, wireOf, writerHere } from './rest/writer.ts'
import { WriterThread } from './rest/writer-thread.ts'
import type { Stamp } from './stamp.ts'

export interface SinkDeps {
  readonly env: Environment
  readonly cwd: string
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly mask: Mask
  readonly stdout: (text: string) => void
  readonly stamp: Stamp
  readonly dryRun: boolean
  readonly emit: Emit
  /** What startWriter has started for this sink, which whoever did so closes; absent: this thread writes. */
  readonly writer?: Writer
}

/** A sink that is ready to be written to. */
export interface OpenSink {
  readonly sink: Sink
  /** The same, except that GMS has stored what it answers to, whatever the recipe's mode is. */
  readonly storing: Sink
  readonly report: SinkReport
  /** What GMS can do; null for sinks without one. */
  readonly gms: GmsConfig | null
  /** Reads what that GMS holds; null for sinks without one. */
  readonly reader: (MetadataReader & MetadataSearch) | null
  /** Talks to that GMS; null for sinks without one. */
  readonly client: GmsClient | null
  /** Ends its connections. */
  close(): void
}

/**
 * Makes the recipe's sink. GMS is asked who it is first, in a dry run too: it decides which aspects are made, and a run
 * that could not write should not look as if it could.
 * @throws AppError of kind `cannot-begin` when GMS cannot be reached or is none.
 */
export async function openSink(options: SinkOptions, deps: SinkDeps): Promise<OpenSink> {
  switch (options.type) {
    case 'datahub-rest':
      return openRest(options, deps)
    case 'file': {
      const path = resolve(deps.cwd, options.filename)
      const sink = deps.dryRun ? new NoSink() : new FileSink(path, deps.stamp, deps.clock, options.nestsText)
      return local(sink, 'file', options.filename)
    }
    case 'console': {
      const sink = deps.dryRun ? new NoSink() : new ConsoleSink(deps.stdout, deps.stamp, deps.clock)
      return local(sink, 'console', 'console')
    }
    case 'blackhole':
      return local(deps.dryRun ? new NoSink() : new BlackholeSink(), 'blackhole', 'blackhole')
  }
}

const local = (sink: Sink, type: string, target: string): OpenSink => ({
  sink,
  storing: sink,
  report: { type, target, version: null },
  gms: null,
  reader: null,
  client: null,
  close: () => {}
})

async function openRest(options: RestSinkOptions, deps: SinkDeps): Promise<OpenSink> {
  const { client, close } = await connectGms(options, options.maxThreads, deps)
  try {
    const gms = await probeGms(client, options.server, deps.emit)
    const report = { type: options.type, target: new URL(options.server).origin, version: gms.version }
    const reader = new GmsReader(client, { server: report.target, clock: deps.clock, emit: deps.emit })
    const base = { report, gms, reader, client }
    if (deps.dryRun) return { ...base, sink: new NoSink(), storing: new NoSink(), close }
    const writer = deps.writer ?? writerHere({ client, wire: wireOf(options), stamp: deps.stamp, clock: deps.clock })
    const sink = restSink(options, writer, deps)
    return { ...base, sink, storing: restSink({ ...options, mode: 'sync' }, writer, deps), close }
  } catch (error) {
    close()
    throw error
  }
}

/**
 * Starts the thread that writes to GMS, where the sink has one and writes at all; null: nothing was started. It takes a
 * tenth of a second to begin, which is not to be waited for: it may be started before anything else is known to work.
 * @param thread this program's own file
 */
export function startWriter(
  options: SinkOptions,
  { stamp, env, cwd, dryRun, signal, mask }: Pick<SinkDeps, 'stamp' | 'env' | 'cwd' | 'dryRun' | 'signal' | 'mask'>,
  thread: URL
): WriterThread | null {
  if (options.type !== 'datahub-rest' || dryRun) return null
  // A copy: what process.env is cannot be handed to a thread.
  return new WriterThread(thread, { options, stamp, env: { ...env }, cwd }, { signal, mask })
}

function restSink(options: RestSinkOptions, writer: Writer, deps: SinkDeps): Sink {
  const settings = {
    server: shownServer(options.server),
    limits: { maxProposals: Math.min(options.maxPerBatch, MAX_PROPOSALS), maxBytes: MAX_BYTES },
    parallel: options.maxThreads,
    asynchronous: options.mode === 'async',
    wire: wireOf(options),
    stamp: deps.stamp
  }
  return new RestSink(settings, writer, deps.clock)
}
