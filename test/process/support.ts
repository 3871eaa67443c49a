import type { Json, JsonObject } from '../../src/core/json.ts'
import type { GmsConfig } from '../../src/datahub/gms-config.ts'
import type { Event } from '../../src/model/event.ts'
import type { EntityType, WorkUnit } from '../../src/model/work-unit.ts'
import { type ChainOptions, processed } from '../../src/process/chain.ts'
import type { Processor } from '../../src/process/processor.ts'

/** `dataset:t1` as an urn. */
export const urnOf = (entity: string): string => `urn:li:${entity}`

/** `unit('dataset:t1', 'status', {…})`. */
export function unit(entity: string, aspectName: string, aspect: JsonObject | readonly Json[] = {}): WorkUnit {
  // The tests name entity types that there are.
  const entityType = entity.split(':')[0] as EntityType
  return { urn: urnOf(entity), entityType, aspectName, changeType: Array.isArray(aspect) ? 'PATCH' : 'UPSERT', aspect }
}

export interface Ran {
  readonly out: readonly WorkUnit[]
  readonly pages: readonly (readonly WorkUnit[])[]
}

/** Everything that comes out of one processor. */
export function through(processor: Processor, ...pages: readonly (readonly WorkUnit[])[]): Ran {
  const during = pages.map((page) => processor.process(page))
  const end = [...processor.end()]
  return { out: [...during, ...end].flat(), pages: [...during, ...end] }
}

/** `dataset:t1 status`, with ` (PATCH)` where it is one. */
export const nameOf = ({ urn, aspectName, changeType }: Pick<WorkUnit, 'urn' | 'aspectName' | 'changeType'>): string =>
  `${urn.slice('urn:li:'.length)} ${aspectName}${changeType === 'PATCH' ? ' (PATCH)' : ''}`

export const gms = (version: string | null, serverEnv = 'core'): GmsConfig => ({
  version,
  serverEnv,
  statefulIngestionCapable: true,
  patchCapable: true
})

/** Everything that comes out of the whole chain, and what it said. */
export async function chain(
  pages: Iterable<readonly WorkUnit[]> | AsyncIterable<readonly WorkUnit[]>,
  options: Partial<ChainOptions> = {}
) {
  const events: Event[] = []
  async function* units(): AsyncGenerator<readonly WorkUnit[]> {
    yield* pages
  }
  const out = []
  const all = {
    source: { platform: 'glue', platformInstance: null, incrementalProperties: false },
    flags: { generateBrowsePathV2: true },
    gms: null,
    transformers: [],
    emit: (event: Event) => events.push(event),
    ...options
  } as const
  for await (const page of processed(units(), all)) out.push(...page)
  return { out, events }
}
