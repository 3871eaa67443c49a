import type { JsonObject } from '../../../src/core/json.ts'

/** A database as Glue's JSON protocol has it: `CreateTime` is a number of seconds since the epoch. */
export interface DatabaseJson extends JsonObject {
  readonly Name: string
}

/** A table as Glue's JSON protocol has it. Everything but the name may be missing, as with AWS. */
export interface TableJson extends JsonObject {
  readonly Name: string
}

/** A database and its tables. Large catalogues make their tables while they are walked through. */
export interface CatalogueDatabase {
  readonly database: DatabaseJson
  readonly tables: Iterable<TableJson>
}

/** A whole Glue Data Catalog. As JSON: `[{"database": {…}, "tables": [{…}]}]`. */
export type Catalogue = readonly CatalogueDatabase[]

/** The catalogue as plain JSON, for a file. Walks through every table. */
export function catalogueToJson(catalogue: Catalogue): JsonObject[] {
  return catalogue.map(({ database, tables }) => ({ database, tables: [...tables] }))
}
