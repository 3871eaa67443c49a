import type { JsonObject } from '../../../core/json.ts'
import { dataPlatformInstanceAspect } from '../../../datahub/aspects.ts'
import { sha256 } from '../../../datahub/guid.ts'
import { schemaFieldUrn } from '../../../datahub/urn.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import { listIn } from './json-list.ts'
import type { SpooledView } from './spool.ts'
import type { ColumnLineage } from './view-lineage.ts'

/** Who DataHub says has found lineage in SQL (sql_parsing_aggregator.py _DEFAULT_USER_URN). */
const ACTOR = 'urn:li:corpuser:_ingestion'

/** A view whose SQL is understood. */
export interface UnderstoodView {
  readonly view: SpooledView
  /** Laid out for people. */
  readonly statement: string
  /** Urns of the tables it reads, in order. */
  readonly upstreams: readonly string[]
  readonly columns: readonly ColumnLineage[]
  /** From 0 to 1: how much was known of its tables. */
  readonly confidence: number
}

export interface ViewSetting {
  readonly platform: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The lineage of a view and its query as an entity of its own (sql_parsing_aggregator.py _gen_lineage_for_downstream). */
export function viewUnits(understood: UnderstoodView, { platform, now }: ViewSetting): readonly WorkUnit[] {
  const { view, upstreams, columns } = understood
  const all = [...new Set([...upstreams, ...columns.flatMap((column) => column.upstreams.map(({ urn }) => urn))])]
  if (all.length === 0) return []
  const query = `urn:li:query:view_${sha256(view.urn)}`
  const edges = all.map((dataset) => ({
    auditStamp: { time: now, actor: ACTOR },
    created: { time: 0, actor: ACTOR },
    dataset,
    type: 'VIEW',
    query
  }))
  const fields = fieldEdges(understood, query)
  const lineage = joined(view.lineage, edges, fields)
  const dataset = { urn: view.urn, entityType: 'dataset', changeType: 'UPSERT', origin: view.name } as const
  const own = { urn: query, entityType: 'query', changeType: 'UPSERT', origin: view.name } as const
  return [
    { ...dataset, aspectName: 'upstreamLineage', aspect: lineage },
    { ...own, aspectName: 'queryProperties', aspect: propertiesOf(understood.statement, now) },
    { ...own, aspectName: 'querySubjects', aspect: subjectsOf(understood) },
    { ...own, aspectName: 'dataPlatformInstance', aspect: dataPlatformInstanceAspect(platform, null) }
  ]
}

/** What a view has from elsewhere stays: the aspect is written once, as a whole. */
function joined(lineage: JsonObject | null, edges: readonly JsonObject[], fields: readonly JsonObject[]): JsonObject {
  const upstreams = [...listIn(lineage, 'upstreams'), ...edges]
  const all = [...listIn(lineage, 'fineGrainedLineages'), ...fields]
  return { upstreams, ...(all.length === 0 ? {} : { fineGrainedLineages: all }) }
}

function fieldEdges({ view, columns, confidence }: UnderstoodView, query: string): readonly JsonObject[] {
  const byColumn = new Map<string, ColumnLineage>()
  for (const column of columns) {
    const known = byColumn.get(column.column)
    byColumn.set(
      column.column,
      known === undefined ? column : { ...known, upstreams: [...known.upstreams, ...column.upstreams] }
    )
  }
  return [...byColumn.values()].flatMap(({ column, upstreams, isCopy, logic }) =>
    upstreams.length === 0
      ? []
      : [
          {
            upstreamType: 'FIELD_SET',
            upstreams: [...new Set(upstreams.map((upstream) => schemaFieldUrn(upstream.urn, upstream.column)))],
            downstreamType: 'FIELD',
            downstreams: [schemaFieldUrn(view.urn, column)],
            transformOperation: `${isCopy ? 'COPY' : 'SQL'}: ${logic}`,
            confidenceScore: confidence,
            query
          }
        ]
  )
}

const propertiesOf = (value: string, now: number): JsonObject => ({
  customProperties: {},
  statement: { value, language: 'SQL' },
  source: 'SYSTEM',
  created: { time: 0, actor: ACTOR },
  lastModified: { time: now, actor: ACTOR }
})

/** Tables first and then columns, as the peer leaves them when it has looked at their size (ensure_aspect_size.py). */
function subjectsOf({ view, upstreams, columns }: UnderstoodView): JsonObject {
  const used = columns.flatMap((column) => column.upstreams)
  const read = upstreams.flatMap((table) => {
    const names = new Set(used.filter(({ urn }) => urn === table).map(({ column }) => column))
    return [...names].sort().map((column) => schemaFieldUrn(table, column))
  })
  const own = columns.map(({ column }) => schemaFieldUrn(view.urn, column))
  return { subjects: [...new Set([...upstreams, view.urn, ...read, ...own])].map((entity) => ({ entity })) }
}
