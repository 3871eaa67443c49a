import type { Shape } from './answer-shape.ts'

/*
 * The members of Glue's answers that this program reads, in the order of Glue's API model: where the peer prints a
 * structure as text, it prints it in this order. https://docs.aws.amazon.com/glue/latest/webapi/API_Table.html
 */

const texts: Shape = { list: 'text' }
const parameters: Shape = { map: 'text' }

const column: Shape = { members: { Name: 'text', Type: 'text', Comment: 'text', Parameters: parameters } }

const storageDescriptor: Shape = {
  members: {
    Columns: { list: column },
    Location: 'text',
    AdditionalLocations: texts,
    InputFormat: 'text',
    OutputFormat: 'text',
    Compressed: 'boolean',
    NumberOfBuckets: 'number',
    SerdeInfo: { members: { Name: 'text', SerializationLibrary: 'text', Parameters: parameters } },
    BucketColumns: texts,
    SortColumns: { list: { members: { Column: 'text', SortOrder: 'number' } } },
    Parameters: parameters,
    SkewedInfo: {
      members: { SkewedColumnNames: texts, SkewedColumnValues: texts, SkewedColumnValueLocationMaps: parameters }
    },
    StoredAsSubDirectories: 'boolean',
    SchemaReference: {
      members: {
        SchemaId: { members: { SchemaArn: 'text', SchemaName: 'text', RegistryName: 'text' } },
        SchemaVersionId: 'text',
        SchemaVersionNumber: 'number'
      }
    }
  }
}

const target: Shape = { members: { CatalogId: 'text', DatabaseName: 'text', Name: 'text', Region: 'text' } }

const table: Shape = {
  members: {
    Name: 'text',
    DatabaseName: 'text',
    Description: 'text',
    Owner: 'text',
    CreateTime: 'time',
    UpdateTime: 'time',
    LastAccessTime: 'time',
    LastAnalyzedTime: 'time',
    Retention: 'number',
    StorageDescriptor: storageDescriptor,
    PartitionKeys: { list: column },
    ViewOriginalText: 'text',
    ViewExpandedText: 'text',
    TableType: 'text',
    Parameters: parameters,
    CreatedBy: 'text',
    IsRegisteredWithLakeFormation: 'boolean',
    TargetTable: target,
    CatalogId: 'text',
    VersionId: 'text',
    IsMultiDialectView: 'boolean',
    IsMaterializedView: 'boolean'
  }
}

const database: Shape = {
  members: {
    Name: 'text',
    Description: 'text',
    LocationUri: 'text',
    Parameters: parameters,
    CreateTime: 'time',
    TargetDatabase: target,
    CatalogId: 'text'
  }
}

const partition: Shape = {
  members: {
    Values: texts,
    StorageDescriptor: { members: { Columns: { list: column } } },
    Parameters: parameters
  }
}

/** The answers that are read without the SDK's own deserialiser, by operation. */
export const FAST_ANSWERS: ReadonlyMap<string, Shape> = new Map([
  ['GetDatabases', { members: { DatabaseList: { list: database }, NextToken: 'text' } }],
  ['GetPartitions', { members: { Partitions: { list: partition }, NextToken: 'text' } }],
  ['GetTables', { members: { TableList: { list: table }, NextToken: 'text' } }]
])
