import { setMaxListeners } from 'node:events'
import type { SourceContext } from './context.ts'
import type { DatabaseFacts, TableFacts } from './facts.ts'
import type { NamedDatabase } from './read/databases.ts'
import { LakeFormationReader } from './read/lake-formation.ts'
import { OwnerSchemas } from './read/owner-schema.ts'
import { S3TagReader } from './read/s3-tags.ts'
import { storageSchema } from './read/storage-schema.ts'
import type { NamedTable } from './read/tables.ts'

/** One thing that is to be found out about records. */
export interface Inquiry<Record, Facts> {
  /** Whether there is anything to find out about this one. */
  concerns(record: Record): boolean
  /** What cannot be found out is told as an event; it throws only what ends a run. */
  ask(record: Record): Promise<Partial<Facts>>
}

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
    ofDatabases: tags === null ? [] : [ofAll((database) => tags.ofDatabase(database))],
    ofTables: [
      ...(tags === null ? [] : [ofAll((table: NamedTable) => tags.ofTable(table))]),
      ...(s3 === null ? [] : [ofAll((table: NamedTable) => s3.ofTable(table))]),
      ...(owners === null ? [] : [{ concerns: isLink, ask: (table: NamedTable) => owners.of(table) }]),
      ...(wantsStorage ? [ofAll((table: NamedTable) => storageSchema(table, context))] : [])
    ]
  }
}

const ofAll = <Record, Facts>(ask: Inquiry<Record, Facts>['ask']): Inquiry<Record, Facts> => ({
  concerns: () => true,
  ask
})

const isLink = ({ TargetTable }: NamedTable): boolean => TargetTable !== undefined
