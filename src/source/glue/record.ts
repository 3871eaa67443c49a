/** One column of a table or partition key, as GetTables returns it. */
export interface GlueColumn {
  readonly Name?: string
  readonly Type?: string
  readonly Comment?: string
  readonly Parameters?: Readonly<Record<string, string>>
}

/** What a resource link points at. */
export interface GlueLinkTarget {
  readonly CatalogId?: string
  readonly DatabaseName?: string
  readonly Name?: string
  readonly Region?: string
}

/*
 * Times are Dates of the millisecond that the peer counts: its float of seconds times a thousand, cut off, which for some
 * times is one less than what AWS wrote (mce_builder.py make_ts_millis; aws/answer-shape.ts does it where the float is).
 */

/** A database, as GetDatabases returns it. Everything may be missing: AWS promises only `Name`. */
export interface GlueDatabase {
  readonly Name?: string
  readonly Description?: string
  readonly LocationUri?: string
  readonly Parameters?: Readonly<Record<string, string>>
  readonly CreateTime?: Date
  readonly CatalogId?: string
  readonly TargetDatabase?: GlueLinkTarget
}

/** A table, as GetTables returns it. StorageDescriptor is kept open: its members become custom properties. */
export interface GlueTable {
  readonly Name?: string
  readonly DatabaseName?: string
  readonly CatalogId?: string
  readonly Description?: string
  readonly Owner?: string
  readonly CreateTime?: Date
  readonly UpdateTime?: Date
  readonly TableType?: string
  readonly Parameters?: Readonly<Record<string, string>>
  readonly PartitionKeys?: readonly GlueColumn[]
  readonly StorageDescriptor?: GlueStorageDescriptor
  readonly ViewOriginalText?: string
  readonly ViewExpandedText?: string
  readonly TargetTable?: GlueLinkTarget
}

/** Where and how a table is stored. */
export interface GlueStorageDescriptor {
  readonly Columns?: readonly GlueColumn[]
  readonly Location?: string
  readonly Parameters?: Readonly<Record<string, string>>
  readonly [member: string]: unknown
}
