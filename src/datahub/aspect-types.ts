import type { JsonObject } from '../core/json.ts'

/*
 * Aspects as GMS reads them: union members under their type's name (`com.linkedin.…`), and with the defaults that the
 * peer's classes write (metadata/schema_classes.py). Members that are undefined are not written. They are type aliases and
 * not interfaces because only those fit JsonObject.
 */

/** Milliseconds since the epoch. */
export type TimeStamp = { readonly time: number }

export type AuditStamp = TimeStamp & { readonly actor: string }

export type Status = { readonly removed: boolean }

export type SubTypes = { readonly typeNames: readonly string[] }

export type Container = { readonly container: string }

export type DataPlatformInstance = { readonly platform: string; readonly instance?: string | undefined }

export type ContainerProperties = {
  readonly name: string
  readonly customProperties: Readonly<Record<string, string>>
  readonly description?: string | undefined
  /** An ARN. */
  readonly qualifiedName?: string | undefined
  readonly env: string
}

export type DatasetProperties = {
  readonly name: string
  readonly customProperties: Readonly<Record<string, string>>
  readonly description?: string | undefined
  /** An ARN. */
  readonly qualifiedName?: string | undefined
  readonly created?: TimeStamp | undefined
  readonly lastModified?: TimeStamp | undefined
  readonly tags: readonly string[]
}

/** A timeseries aspect: several of them for one entity are a series. */
export type Operation = {
  readonly timestampMillis: number
  readonly partitionSpec: { readonly partition: string; readonly type: string }
  readonly operationType: 'CREATE' | 'UPDATE'
  readonly lastUpdatedTimestamp: number
}

export type Ownership = {
  readonly owners: readonly { readonly owner: string; readonly type: 'DATAOWNER' }[]
  readonly ownerTypes: JsonObject
  readonly lastModified: AuditStamp
}

export type TagAssociation = {
  readonly tag: string
  /** What older readers know of the attribution: its details, as JSON text. */
  readonly context?: string
  readonly attribution?: TimeStamp & {
    readonly actor: string
    readonly source: string
    readonly sourceDetail: Readonly<Record<string, string>>
  }
}

export type GlobalTags = { readonly tags: readonly TagAssociation[] }

export type PlatformResourceInfo = {
  readonly resourceType: string
  readonly primaryKey: string
  readonly secondaryKeys: readonly string[]
  /** `blob`: bytes as text, here JSON in ASCII. */
  readonly value: {
    readonly contentType: string
    readonly blob: string
    readonly schemaType: string
    readonly schemaRef: string
  }
}

export type SchemaField = {
  /** A v2 field path: `[version=2.0].[type=struct].[type=array].[type=int].name`. */
  readonly fieldPath: string
  readonly nullable: boolean
  /** Such as `{"type": {"com.linkedin.schema.NumberType": {}}}`. */
  readonly type: JsonObject
  readonly nativeDataType: string
  readonly recursive: boolean
  readonly isPartOfKey: boolean
  readonly description?: string | undefined
  /** JSON as text. */
  readonly jsonProps?: string | undefined
  readonly globalTags?: GlobalTags | undefined
}

export type SchemaMetadata = {
  readonly schemaName: string
  readonly platform: string
  readonly version: number
  readonly created: AuditStamp
  readonly lastModified: AuditStamp
  readonly hash: string
  readonly platformSchema: JsonObject
  readonly fields: readonly SchemaField[]
}

export type ViewProperties = {
  readonly materialized: boolean
  /** Empty where the SQL is not known. */
  readonly viewLogic: string
  readonly viewLanguage: string
}

export type BrowsePathEntry = { readonly id: string; readonly urn: string }

export type BrowsePathsV2 = { readonly path: readonly BrowsePathEntry[] }
