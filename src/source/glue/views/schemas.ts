import { AppError } from '../../../core/errors.ts'
import type { SourceContext } from '../context.ts'
import { type SqlColumn, sqlColumns } from './columns.ts'
import { listIn } from './json-list.ts'
import type { ViewSpool } from './spool.ts'

/** The columns of tables, by urn. */
export type Schemas = ReadonlyMap<string, readonly SqlColumn[]>

/** The columns of datasets: those of this run, and of others what DataHub holds. */
export async function schemasOf(urns: ReadonlySet<string>, spool: ViewSpool, context: SourceContext): Promise<Schemas> {
  const found = new Map<string, readonly SqlColumn[]>()
  for await (const { urn, columns } of spool.schemas()) if (urns.has(urn)) found.set(urn, columns)
  const rest = [...urns].filter((urn) => !found.has(urn))
  const held = await Promise.all(rest.map((urn) => heldColumns(urn, context)))
  for (const [index, columns] of held.entries()) if (columns !== null) found.set(rest[index] ?? '', columns)
  return found
}

async function heldColumns(urn: string, { datahub, emit }: SourceContext): Promise<readonly SqlColumn[] | null> {
  try {
    const schema = (await datahub?.aspect(urn, 'schemaMetadata')) ?? null
    if (schema === null) return null
    const fields = listIn(schema, 'fields').map(({ fieldPath, nativeDataType }) => ({
      fieldPath: typeof fieldPath === 'string' ? fieldPath : '',
      nativeDataType: typeof nativeDataType === 'string' ? nativeDataType : ''
    }))
    return sqlColumns(fields)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const failure = { ...NOT_HELD, message: `${NOT_HELD.message}: ${error.message}`, resource: urn }
    emit({ type: 'failed', severity: 'warning', failure })
    return null
  }
}

const NOT_HELD = {
  code: 'view-schema-not-held',
  message: 'DataHub could not be asked for the columns of a table that a view reads',
  cure: 'Check that the token may read metadata'
}
