import { readShape } from '../../../src/aws/answer-shape.ts'
import { FAST_ANSWERS } from '../../../src/aws/glue-shapes.ts'
import type { Json, JsonObject } from '../../../src/core/json.ts'
import { parseGmsConfig } from '../../../src/datahub/gms-config.ts'
import type { Failure } from '../../../src/model/event.ts'
import type { GlueOptions } from '../../../src/model/recipe.ts'
import type { WorkUnit } from '../../../src/model/work-unit.ts'
import { processed } from '../../../src/process/chain.ts'
import { parseRecipe } from '../../../src/recipe/parse.ts'
import { mapDatabase } from '../../../src/source/glue/map/container.ts'
import { mapTable } from '../../../src/source/glue/map/table.ts'
import { tableVerdict } from '../../../src/source/glue/read/selection.ts'
import type { GlueDatabase, GlueTable } from '../../../src/source/glue/record.ts'

/** Records to map, and the options to map them with; the peer's script reads the same. */
export interface MappingCase {
  readonly case: string
  /** `source.config` of the recipe. */
  readonly config: JsonObject
  readonly flags?: { readonly generate_browse_path_v2?: boolean }
  /** What GMS answers to `/config`. */
  readonly gms?: JsonObject
  readonly databases: readonly JsonObject[]
  readonly tables: readonly JsonObject[]
}

/** One aspect on its way to GMS, content parsed. */
export interface Proposal {
  readonly entityUrn: string
  readonly entityType: string
  readonly aspectName: string
  readonly changeType: string
  readonly aspect: Json
}

export interface Mapped {
  readonly proposals: readonly Proposal[]
  readonly problems: readonly Failure[]
}

/** The records as reading hands them on. */
const asRead = (operation: string, answer: JsonObject): Record<string, readonly object[]> => {
  const shape = FAST_ANSWERS.get(operation)
  if (shape === undefined) throw new Error(`no shape for ${operation}`)
  return readShape(shape, answer) as Record<string, readonly object[]>
}

/** The options as a run reads them; no client is ever made with them. */
function optionsOf({ config }: MappingCase): GlueOptions {
  const source = { type: 'glue', config: { aws_region: 'eu-west-1', ignore_resource_links: true, ...config } }
  const recipe = { source, sink: { type: 'console' } }
  const defaults = { gmsUrl: null, gmsToken: null }
  const read = parseRecipe({ file: 'case.json', text: JSON.stringify(recipe), env: {}, mode: 'ingest', defaults })
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join('; '))
  return read.value.recipe.source
}

/** In the order in which a run comes to them. */
const byDatabase = ({ databases, tables }: MappingCase): JsonObject[] =>
  databases.flatMap(({ Name }) => tables.filter(({ DatabaseName }) => DatabaseName === Name))

/** Maps the records of a case and sends them through the processors, as a run does. */
export async function mapCase(it: MappingCase): Promise<Mapped> {
  const options = optionsOf(it)
  const problems: Failure[] = []
  const defined = new Set<string>()
  const isNew = (urn: string): boolean => !defined.has(urn) && defined.add(urn).has(urn)
  async function* units(): AsyncGenerator<WorkUnit[]> {
    for (const database of asRead('GetDatabases', { DatabaseList: it.databases }).DatabaseList ?? []) {
      yield mapDatabase(database as GlueDatabase & { Name: string }, options)
    }
    for (const record of asRead('GetTables', { TableList: byDatabase(it) }).TableList ?? []) {
      const table = record as GlueTable & { Name: string; DatabaseName: string }
      if (tableVerdict(options, table, table.DatabaseName, table.Name) !== 'keep') continue
      const { units, warnings } = mapTable(table, { database: table.DatabaseName, options })
      problems.push(...warnings)
      yield units.filter((unit) => unit.entityType !== 'structuredProperty' || isNew(unit.urn))
    }
  }
  const flags = { generateBrowsePathV2: it.flags?.generate_browse_path_v2 !== false }
  const gms = it.gms === undefined ? null : parseGmsConfig(JSON.stringify(it.gms))
  const proposals: Proposal[] = []
  for await (const page of processed(units(), {
    source: options,
    flags,
    gms,
    transformers: [],
    emit: () => undefined
  })) {
    for (const { urn, entityType, aspectName, changeType, value } of page) {
      proposals.push({ entityUrn: urn, entityType, aspectName, changeType, aspect: JSON.parse(value) })
    }
  }
  return { proposals, problems }
}
