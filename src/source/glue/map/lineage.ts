import type { JsonObject } from '../../../core/json.ts'
import { UNKNOWN_STAMP } from '../../../datahub/aspects.ts'
import { schemaFieldUrn } from '../../../datahub/urn.ts'
import { simpleFieldPath } from './field-path.ts'

/** An edge between datasets: a table is a copy of what lies in its storage, or of what a link points at. */
export const copyOf = (dataset: string): JsonObject => ({ auditStamp: UNKNOWN_STAMP, dataset, type: 'COPY' })

/** Everything that a dataset comes from, in one aspect: a second one would replace the first. */
export function upstreamLineage(upstreams: readonly JsonObject[], fields: readonly JsonObject[]): JsonObject | null {
  if (upstreams.length === 0) return null
  return { upstreams, ...(fields.length === 0 ? {} : { fineGrainedLineages: fields }) }
}

/** Datasets of which the one is a copy of the other, and the paths of their fields. */
export interface Copy {
  readonly urn: string
  readonly fields: readonly string[]
}

/** An edge for each field whose name is the same on both sides (glue.py get_fine_grained_lineages). */
export function fieldLineage(downstream: Copy, upstream: Copy): readonly JsonObject[] {
  const known = new Set(upstream.fields.map(simpleFieldPath))
  return downstream.fields.map(simpleFieldPath).flatMap((path) =>
    known.has(path)
      ? [
          {
            upstreamType: 'FIELD_SET',
            upstreams: [schemaFieldUrn(upstream.urn, path)],
            downstreamType: 'FIELD',
            downstreams: [schemaFieldUrn(downstream.urn, path)],
            confidenceScore: 1
          }
        ]
      : []
  )
}
