import type { JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom, seedOf } from '../random.ts'
import { deltaTable, icebergTable, lakeTable } from './realistic-tables.ts'
import { AREAS, type Area, LAYERS } from './realistic-words.ts'
import { column, databaseOf, entryOf, OWNER_ACCOUNT, tableOf } from './table.ts'
import type { Catalogue, CatalogueDatabase, TableJson } from './types.ts'
import { prestoView, sparkView } from './view.ts'

/** The account that shares databases and tables with ours. */
export const SHARING_ACCOUNT = '444455556666'

/** A company's catalogue: subject areas in three layers, Iceberg and Delta lakes, views, and what other accounts share. */
export function realisticCatalogue(seed: number): Catalogue {
  return [
    ...AREAS.flatMap((area) => LAYERS.map((layer) => layerOf(area, layer, seed))),
    ...AREAS.map((area) => reportsOf(area)),
    lakeOf('iceberg_lake', 'Tables that several engines write.', icebergTable, seed),
    lakeOf('delta_lake', 'Bronze and silver tables of the Databricks workspace.', deltaTable, seed),
    sharedTables(),
    sharedDatabase(),
    entryOf(databaseOf('sandbox', { Description: undefined, LocationUri: undefined, Parameters: undefined }), [])
  ]
}

type Layer = (typeof LAYERS)[number]

function layerOf(area: Area, layer: Layer, seed: number): CatalogueDatabase {
  const name = `${layer.prefix}${area.database}`
  const tables = area.entities.flatMap((entity) =>
    layer.suffixes.map((suffix) => {
      const random = seededRandom(seedOf(`${name}.${entity}${suffix}`, seed))
      return lakeTable({ database: name, name: `${entity}${suffix}`, owner: area.owner, format: layer.format, random })
    })
  )
  return entryOf(
    databaseOf(name, {
      Description: area.description,
      Parameters: { owner: area.owner, layer: layer.prefix || 'mart' }
    }),
    tables
  )
}

function reportsOf(area: Area): CatalogueDatabase {
  const columns = [
    column('day', 'date'),
    column('total', 'decimal(18,4)', 'Sum of the amounts'),
    column('rows', 'bigint')
  ]
  const select = (entity: string): string =>
    `SELECT date(created_at) AS day, sum(amount) AS total, count(*) AS rows\nFROM ${area.database}.${entity}\nGROUP BY 1`
  const views = area.entities.slice(0, 4).map((entity, i): TableJson => {
    const owner: JsonObject = { Owner: area.owner }
    return i % 2 === 0
      ? prestoView(`${entity}_by_day`, select(entity), columns, owner)
      : sparkView(`${entity}_by_day`, select(entity), columns, { ...owner, Description: `Totals of ${entity} a day` })
  })
  return entryOf(
    databaseOf(`${area.database}_reports`, { Description: `Views for the reports of ${area.database}` }),
    views
  )
}

function lakeOf(
  name: string,
  description: string,
  make: (name: string, database: string, random: Random) => TableJson,
  seed: number
): CatalogueDatabase {
  const tables = AREAS.flatMap((area) => area.entities.slice(0, 3).map((entity) => `${area.database}_${entity}`))
  return entryOf(
    databaseOf(name, { Description: description }),
    tables.map((table) => make(table, name, seededRandom(seedOf(`${name}.${table}`, seed))))
  )
}

/** Tables of another account, reached through links in a database of ours. */
function sharedTables(): CatalogueDatabase {
  const link = (Name: string): TableJson => ({
    Name,
    CreateTime: 1_710_000_000,
    UpdateTime: 1_710_000_000,
    Retention: 0,
    CreatedBy: `arn:aws:iam::${OWNER_ACCOUNT}:role/lake-admin`,
    IsRegisteredWithLakeFormation: false,
    TargetTable: { CatalogId: SHARING_ACCOUNT, DatabaseName: 'partners', Name },
    CatalogId: OWNER_ACCOUNT
  })
  return entryOf(databaseOf('partner_links', { Description: 'Links to what partners share' }), [
    tableOf('partner_contacts', { Owner: 'partnerships', Description: 'Whom to ask about a shared table' }),
    ...['catalogue_feed', 'price_feed', 'availability_feed', 'settlements'].map(link)
  ])
}

/** A whole database of another account: Glue lists the owner's tables under the owner's names. */
function sharedDatabase(): CatalogueDatabase {
  const target = { CatalogId: SHARING_ACCOUNT, DatabaseName: 'weather' }
  const members = { CatalogId: SHARING_ACCOUNT, DatabaseName: 'weather' }
  return entryOf(
    databaseOf('weather_link', { TargetDatabase: target, LocationUri: undefined, Description: undefined }),
    [tableOf('stations', members), tableOf('observations', members), tableOf('forecasts', members)]
  )
}
