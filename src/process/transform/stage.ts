import type { JsonObject } from '../../core/json.ts'
import { UrnSet } from '../../datahub/urn-set.ts'
import type { Page, Stage } from '../../model/ports.ts'
import type { WorkUnit } from '../../model/work-unit.ts'
import { inPages } from '../processor.ts'
import type { Entity, Transformed, Transformer } from './transformer.ts'

/**
 * A transformer as a stage. The peer makes aspects that the source does not give at the end of the run, which keeps every
 * urn until then; here it is done when an entity's aspects have passed by, once for each. Entities of a page are
 * transformed side by side, so that what they ask of DataHub goes out together.
 */
export function stageOf(transformer: Transformer): Stage {
  const settled = new UrnSet()
  return async function* (pages) {
    let open: readonly WorkUnit[] = []
    for await (const page of pages) {
      const visits = visitsOf([...open, ...page])
      // The last one may go on in the next page.
      open = visits.pop() ?? []
      const out = await transformAll(visits, transformer, settled)
      if (out.length > 0) yield out
    }
    const rest = await transformAll(visitsOf(open), transformer, settled)
    if (rest.length > 0) yield rest
    if (transformer.end !== undefined) yield* inPages(await transformer.end())
  }
}

/** Units of one entity, in a row. */
function visitsOf(units: Page<WorkUnit>): (readonly WorkUnit[])[] {
  const visits: WorkUnit[][] = []
  for (const unit of units) {
    const last = visits.at(-1)
    if (last?.[0]?.urn === unit.urn) last.push(unit)
    else visits.push([unit])
  }
  return visits
}

async function transformAll(
  visits: readonly (readonly WorkUnit[])[],
  transformer: Transformer,
  settled: UrnSet
): Promise<Page<WorkUnit>> {
  const done = await Promise.all(visits.map((units) => transformVisit(units, transformer, settled)))
  return done.flat()
}

async function transformVisit(
  units: readonly WorkUnit[],
  transformer: Transformer,
  settled: UrnSet
): Promise<readonly WorkUnit[]> {
  // What is a PATCH is not looked at, as with the peer.
  const [first] = units.filter(({ changeType }) => changeType === 'UPSERT')
  if (first === undefined || !transformer.entityTypes.has(first.entityType)) return units
  const { urn, entityType, origin } = first
  const entity: Entity = { urn, entityType, origin, units }
  const given = units.some((unit) => isInput(unit, transformer))
  if (!given && settled.has(urn)) return units
  settled.add(urn)
  return given ? changed(entity, transformer) : added(entity, transformer)
}

const isInput = ({ aspectName, changeType }: WorkUnit, transformer: Transformer): boolean =>
  changeType === 'UPSERT' && aspectName === transformer.aspectName

async function changed(entity: Entity, transformer: Transformer): Promise<readonly WorkUnit[]> {
  const results = await Promise.all(
    entity.units.map(async (unit): Promise<Result> => {
      if (!isInput(unit, transformer)) return { units: [unit], more: [] }
      // UPSERTs hold an object (model/work-unit.ts).
      const { aspect, more = [] } = await transformer.transform(entity, unit.aspect as JsonObject)
      return { units: aspect === null ? [] : [{ ...unit, aspect }], more }
    })
  )
  return [...results.flatMap(({ units }) => units), ...results.flatMap(({ more }) => more)]
}

interface Result {
  readonly units: readonly WorkUnit[]
  readonly more: readonly WorkUnit[]
}

async function added(entity: Entity, transformer: Transformer): Promise<readonly WorkUnit[]> {
  const { aspect, more = [] }: Transformed = await transformer.transform(entity, null)
  const { urn, entityType, origin, units } = entity
  const unit = { urn, entityType, aspectName: transformer.aspectName, changeType: 'UPSERT' } as const
  const made = aspect === null ? [] : [{ ...unit, aspect, ...(origin === undefined ? {} : { origin }) }]
  return [...units, ...made, ...more]
}
