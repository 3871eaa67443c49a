import { GetConnectionCommand } from '@aws-sdk/client-glue'
import { AwsCallError } from '../../../model/aws-call-error.ts'
import type { SourceContext } from '../context.ts'
import { catalogueOf } from '../read/pages.ts'
import { connectionNotRead } from './failures.ts'
import { type Database, NATIVE_PLATFORMS, parseJdbcUrl } from './jdbc.ts'
import type { GlueConnection } from './record.ts'

/** The databases behind Glue's connections, each asked for once in a run (glue.py _resolve_glue_connection). */
export class Connections {
  readonly #context: SourceContext
  readonly #known = new Map<string, Promise<Database | null>>()

  constructor(context: SourceContext) {
    this.#context = context
  }

  /** null when it is not known, which is told of where the connection cannot be read. */
  database(name: string): Promise<Database | null> {
    const known = this.#known.get(name) ?? this.#find(name)
    this.#known.set(name, known)
    return known
  }

  async #find(name: string): Promise<Database | null> {
    const { client, options, signal, emit } = this.#context
    const command = new GetConnectionCommand({ Name: name, HidePassword: true, ...catalogueOf(options) })
    try {
      const answer = await client.send(command, { abortSignal: signal })
      // The SDK's types allow members that are undefined, where its answers leave them out.
      return databaseOf((answer.Connection ?? {}) as GlueConnection)
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error
      emit({ type: 'failed', severity: 'warning', failure: { ...connectionNotRead(error), resource: name } })
      return null
    }
  }
}

/** The database of a connection: in its JDBC URL, or as a property of its own. */
export function databaseOf(connection: GlueConnection): Database | null {
  const { ConnectionType: type = '', ConnectionProperties: properties = {}, SparkProperties: spark = {} } = connection
  if (type === 'JDBC') {
    const url = properties.JDBC_CONNECTION_URL || spark.JDBC_CONNECTION_URL || ''
    return url === '' ? null : parseJdbcUrl(url)
  }
  const platform = Object.hasOwn(NATIVE_PLATFORMS, type) ? NATIVE_PLATFORMS[type] : undefined
  const name = properties.DATABASE ?? ''
  return platform === undefined || name === '' ? null : { platform, name }
}
