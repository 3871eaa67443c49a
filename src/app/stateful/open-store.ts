import { resolve } from 'node:path'
import { AppError } from '../../core/errors.ts'
import { shownServer } from '../../datahub/gms-probe.ts'
import { type OpenGms, openGms } from '../../datahub/open-gms.ts'
import type { Emit } from '../../model/event.ts'
import type { GmsConnection, Recipe, StatefulOptions } from '../../model/recipe.ts'
import type { AppDeps } from '../../model/request.ts'
import type { OpenSink } from '../../sink/open.ts'
import { DatahubStore } from '../../state/checkpoint/datahub-store.ts'
import { FileStore } from '../../state/checkpoint/file-store.ts'
import type { StatePlaces } from '../../state/checkpoint/held-state.ts'
import type { CheckpointStore } from '../../state/checkpoint/store.ts'

/** A place for state, and the end of its connections. */
export interface OpenStore extends Pick<StatePlaces, 'store' | 'copies'> {
  close(): void
}

export interface StoreDeps extends Pick<AppDeps, 'env' | 'cwd' | 'clock' | 'mask'> {
  readonly sink: Pick<OpenSink, 'client' | 'gms'>
  readonly datahub: Pick<OpenSink, 'client' | 'gms'>
  readonly signal: AbortSignal
  readonly emit: Emit
}

/**
 * Opens the place where the recipe keeps its state.
 * @throws AppError (cannot-begin) when the server cannot be reached, or keeps no state.
 */
export async function openStore(recipe: Recipe, stateful: StatefulOptions, deps: StoreDeps): Promise<OpenStore> {
  const { provider } = stateful
  const pipelineName = recipe.pipelineName ?? ''
  if (provider.type === 'file') {
    const open = (name: string): CheckpointStore =>
      new FileStore({ path: resolve(deps.cwd, name), shownPath: name, pipelineName })
    // The peer replaces the file as a whole.
    return { store: open(provider.filename), copies: open(`${provider.filename}.held`), close: () => {} }
  }
  const { connection } = provider
  const { clock, emit } = deps
  const opened = openedAlready(connection, recipe, deps) ?? (await openGms(connection, 1, deps))
  const server = shownServer(connection.server)
  if (!opened.gms.statefulIngestionCapable) {
    opened.close()
    throw incapable(server)
  }
  const store = new DatahubStore({ client: opened.client, gms: opened.gms, server, pipelineName, clock, emit })
  return { store, copies: store, close: opened.close }
}

/**
 * Where runs note what the sink's server has acknowledged: with that server, so that the one is never lost without the
 * other, and all runs of a pipeline compare with the same. null: the sink is none, or one that keeps no state, or the
 * recipe has no name to keep it under.
 */
export function sinksStore(
  recipe: Pick<Recipe, 'sink' | 'pipelineName'>,
  { sink, clock, emit }: Pick<StoreDeps, 'sink' | 'clock' | 'emit'>
): CheckpointStore | null {
  const { client, gms } = sink
  if (recipe.sink.type !== 'datahub-rest' || client === null || gms === null || recipe.pipelineName === null)
    return null
  const server = shownServer(recipe.sink.server)
  const { pipelineName } = recipe
  return gms.statefulIngestionCapable ? new DatahubStore({ client, gms, server, pipelineName, clock, emit }) : null
}

/** A server of the run itself, whose connections the run ends. */
function openedAlready(
  connection: GmsConnection,
  { sink, datahubApi }: Recipe,
  open: Pick<StoreDeps, 'sink' | 'datahub'>
): OpenGms | null {
  const server = connection === sink ? open.sink : connection === datahubApi ? open.datahub : NONE
  const { client, gms } = server
  return client === null || gms === null ? null : { client, gms, close: () => {} }
}

const NONE = { client: null, gms: null }

/** @param server as it may be shown */
export const incapable = (server: string): AppError =>
  new AppError(`DataHub at ${server} keeps no state of ingestions`, {
    kind: 'cannot-begin',
    code: 'state-not-supported',
    cure: 'upgrade DataHub, or set `stateful_ingestion: {enabled: false}`'
  })
