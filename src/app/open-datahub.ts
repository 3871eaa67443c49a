import type { ConnectDeps } from '../datahub/connect.ts'
import { shownServer } from '../datahub/gms-probe.ts'
import { GmsReader } from '../datahub/gms-reader.ts'
import { openGms } from '../datahub/open-gms.ts'
import type { Emit } from '../model/event.ts'
import type { Recipe } from '../model/recipe.ts'
import type { OpenSink } from '../sink/open.ts'

/** The server that is asked what DataHub holds: by the source, by transformers, and for state (the peer's `ctx.graph`). */
export interface OpenDatahub extends Pick<OpenSink, 'reader' | 'client' | 'gms'> {
  /** Ends its connections. */
  close(): void
}

/** Requests at once: as many as a reader makes. */
const SOCKETS = 4

/**
 * The recipe's `datahub_api`, asked who it is; without one the server of the sink, or none.
 * @throws AppError of kind `cannot-begin` when it cannot be reached or is none.
 */
export async function openDatahub(
  { datahubApi }: Pick<Recipe, 'datahubApi'>,
  { reader, client, gms }: OpenSink,
  deps: ConnectDeps & { readonly emit: Emit }
): Promise<OpenDatahub> {
  if (datahubApi === null) return { reader, client, gms, close: () => {} }
  const { clock, emit } = deps
  const open = await openGms(datahubApi, SOCKETS, deps)
  return { ...open, reader: new GmsReader(open.client, { server: shownServer(datahubApi.server), clock, emit }) }
}
