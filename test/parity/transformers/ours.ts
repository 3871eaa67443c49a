import { DomainRegistry } from '../../../src/datahub/domain-registry.ts'
import type { MetadataReader } from '../../../src/model/ports.ts'
import type { EntityType, WorkUnit } from '../../../src/model/work-unit.ts'
import { transformStages } from '../../../src/process/transform/transformers.ts'
import { parseRecipe } from '../../../src/recipe/parse.ts'
import type { TransformCase } from './random-case.ts'

/** What this project's transformers make of a case. */
export async function transformCase(it: TransformCase): Promise<readonly WorkUnit[]> {
  const datahub: MetadataReader = {
    aspect: async (urn, aspectName) => it.held[`${urn} ${aspectName}`] ?? null,
    urnsNamed: async (_type, name) => (it.domains[name] === undefined ? [] : [it.domains[name]])
  }
  const deps = { datahub, domains: new DomainRegistry(datahub), now: Date.now() }
  const units: WorkUnit[] = it.units.map((unit) => ({
    ...unit,
    entityType: unit.entityType as EntityType,
    changeType: 'UPSERT'
  }))
  async function* source(): AsyncGenerator<readonly WorkUnit[]> {
    yield units
  }
  const out: WorkUnit[] = []
  const stages = transformStages(optionsOf(it), deps)
  for await (const page of stages.reduce<AsyncIterable<readonly WorkUnit[]>>((all, stage) => stage(all), source())) {
    out.push(...page)
  }
  return out
}

function optionsOf({ transformers }: TransformCase) {
  const text = JSON.stringify({
    source: { type: 'glue', config: { aws_region: 'eu-west-1' } },
    sink: { type: 'datahub-rest', config: { server: 'http://localhost:8080' } },
    transformers
  })
  const defaults = { gmsUrl: null, gmsToken: null }
  // Recipes in JSON are YAML too, and expand no backslashes then.
  const parsed = parseRecipe({ file: 'recipe.json', text, env: {}, mode: 'ingest', defaults })
  if (!parsed.ok) throw new Error(parsed.error.map(({ message }) => message).join('\n'))
  return parsed.value.recipe.transformers
}
