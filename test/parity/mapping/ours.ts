import { readShape } from '../../../src/aws/answer-shape.ts'
import { FAST_ANSWERS } from '../../../src/aws/glue-shapes.ts'
import type { Json, JsonObject } from '../../../src/core/json.ts'
import { parseGmsConfig } from '../../../src/datahub/gms-config.ts'
import type { Failure } from '../../../src/model/event.ts'
import type { GlueOptions } from '../../../src/model/recipe.ts'
import type { WorkUnit } from '../../../src/model/work-unit.ts'
import { processed } from '../../../src/process/chain.ts'
import { mapDatabase } from '../../../src/source/glue/map/container.ts'
import { mapTable } from '../../../src/source/glue/map/table.ts'
import type { GlueDatabase, GlueTable } from '../../../src/source/glue/record.ts'
import { glueOptions } from '../../source/glue/map/options.ts'

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

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

function optionsOf({ config }: MappingCase): GlueOptions {
  const region = 'aws_region' in config ? textOf(config.aws_region) : 'eu-west-1'
  const defaults = glueOptions()
  return {
    ...defaults,
    aws: { ...defaults.aws, region },
    platform: config.platform === 'athena' ? 'athena' : 'glue',
    platformInstance: textOf(config.platform_instance),
    env: (textOf(config.env) ?? 'PROD').toUpperCase(),
    catalogId: textOf(config.catalog_id),
    extractOwners: config.extract_owners !== false,
    ignoreResourceLinks: true
  }
}

/** Maps the records of a case and sends them through the processors, as a run does. */
export async function mapCase(it: MappingCase): Promise<Mapped> {
  const options = optionsOf(it)
  const problems: Failure[] = []
  async function* units(): AsyncGenerator<WorkUnit[]> {
    for (const database of asRead('GetDatabases', { DatabaseList: it.databases }).DatabaseList ?? []) {
      yield mapDatabase(database as GlueDatabase & { Name: string }, options)
    }
    for (const record of asRead('GetTables', { TableList: it.tables }).TableList ?? []) {
      const table = record as GlueTable & { Name: string; DatabaseName: string }
      const { units, warnings } = mapTable(table, { database: table.DatabaseName, options })
      problems.push(...warnings)
      yield units
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
