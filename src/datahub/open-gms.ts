import type { Emit } from '../model/event.ts'
import type { GmsConnection } from '../model/recipe.ts'
import { type ConnectDeps, type ConnectedGms, connectGms } from './connect.ts'
import type { GmsConfig } from './gms-config.ts'
import { probeGms } from './gms-probe.ts'

/** A GMS that has said who it is. */
export interface OpenGms extends ConnectedGms {
  readonly gms: GmsConfig
}

/**
 * Connects to a GMS and asks it who it is. `sockets`: connections at once.
 * @throws AppError of kind `input` as connectGms does, of kind `cannot-begin` when it cannot be reached or is none.
 */
export async function openGms(
  connection: GmsConnection,
  sockets: number,
  deps: ConnectDeps & { readonly emit: Emit }
): Promise<OpenGms> {
  const { client, close } = await connectGms(connection, sockets, deps)
  try {
    return { client, gms: await probeGms(client, connection.server, deps.emit), close }
  } catch (error) {
    close()
    throw error
  }
}
