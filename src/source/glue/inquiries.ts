import { setMaxListeners } from 'node:events'
import type { SourceContext } from './context.ts'
import type { DatabaseFacts, TableFacts } from './facts.ts'
import type { NamedDatabase } from './read/databases.ts'
import { LakeFormationReader } from './read/lake-formation.ts'
import { OwnerSchemas } from './read/owner-schema.ts'
import { S3TagReader } from './read/s3-tags.ts'
import { storageSchema } from './read/storage-schema.ts'
import type { NamedTable } from './read/tables.ts'

/** Finds out one thing about a record. What cannot be found out is told as an event; it throws only what ends a run. */
export type Inquiry<Record, Facts> = (record: Record) => Promise<Partial<Facts>>

/** What this recipe wants to know beyond the records. */
export interface Inquiries {
  readonly ofDatabases: readonly Inquiry<NamedDatabase, DatabaseFacts>[]
  readonly ofTables: readonly Inquiry<NamedTable, TableFacts>[]
}

/** Only what the recipe asks for: an inquiry is made for every record. */
export function inquiriesFor(context: SourceContext): Inquiries {
  const { options, datahub, signal } = context
  // Every request under way listens to it.
  setMaxListeners(0, signal)
  const followsLinks = options.resolveResourceLinkSchema && !options.ignoreResourceLinks
  const owners = followsLinks ? new OwnerSchemas(context) : null
  const wantsStorage = options.storageLineage === 'upstream' && options.columnLineage && datahub !== null
  const tags = options.lakeFormationTags === null ? null : new LakeFormationReader(context.lakeFormation, context)
  const s3 = options.s3BucketTags || options.s3ObjectTags ? new S3TagReader(context) : null
  return {
    ofDatabases: tags === null ? [] : [(database) => tags.ofDatabase(database)],
    ofTables: [
      ...(tags === null ? [] : [(table: NamedTable) => tags.ofTable(table)]),
      ...(s3 === null ? [] : [(table: NamedTable) => s3.ofTable(table)]),
      ...(owners === null ? [] : [onlyLinks((table) => owners.of(table))]),
      ...(wantsStorage ? [(table: NamedTable) => storageSchema(table, context)] : [])
    ]
  }
}

const onlyLinks =
  (inquire: Inquiry<NamedTable, TableFacts>): Inquiry<NamedTable, TableFacts> =>
  async (table) =>
    table.TargetTable === undefined ? {} : inquire(table)
