import { resolve } from 'node:path'
import type { Clock } from '../core/clock.ts'
import type { Environment } from '../core/environment.ts'
import type { GmsClient } from '../datahub/gms-client.ts'
import type { GmsConfig } from '../datahub/gms-config.ts'
import { shownServer } from '../datahub/gms-probe.ts'
import { GmsReader } from '../datahub/gms-reader.ts'
import { openGms } from '../datahub/open-gms.ts'
import type { Emit } from '../model/event.ts'
import type { Mask, MetadataReader, MetadataSearch, Sink } from '../model/ports.ts'
import type { RestSinkOptions, SinkOptions } from '../model/recipe.ts'
import type { SinkReport } from '../model/report.ts'
import { BlackholeSink } from './blackhole.ts'
import { ConsoleSink } from './console.ts'
import { FileSink } from './file.ts'
import { NoSink } from './none.ts'
import { Breaker } from './rest/breaker.ts'
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
  const open = await openGms(options, options.maxThreads, deps)
  const { client, gms } = open
  const report = { type: options.type, target: new URL(options.server).origin, version: gms.version }
  const reader = new GmsReader(client, { server: report.target, clock: deps.clock, emit: deps.emit })
  return { ...open, ...restSinks(options, client, deps), report, reader }
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

/** One breaker for both: what is found out about GMS while the run's work units are sent holds for the removals, too. */
function restSinks(options: RestSinkOptions, client: GmsClient, deps: SinkDeps): Pick<OpenSink, 'sink' | 'storing'> {
  if (deps.dryRun) return { sink: new NoSink(), storing: new NoSink() }
  const { stamp, clock } = deps
  const wire = wireOf(options)
  const writer = deps.writer ?? writerHere({ client, wire, stamp, clock })
  const server = shownServer(options.server)
  const limits = { maxProposals: Math.min(options.maxPerBatch, MAX_PROPOSALS), maxBytes: MAX_BYTES }
  const breaker = new Breaker(server)
  const sinkOf = (asynchronous: boolean): Sink =>
    new RestSink({ server, limits, parallel: options.maxThreads, asynchronous, wire, stamp }, writer, clock, breaker)
  return { sink: sinkOf(options.mode === 'async'), storing: sinkOf(false) }
}
