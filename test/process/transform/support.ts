import type { JsonObject } from '../../../src/core/json.ts'
import { DomainRegistry } from '../../../src/datahub/domain-registry.ts'
import type { MetadataReader } from '../../../src/model/ports.ts'
import type { WorkUnit } from '../../../src/model/work-unit.ts'
import { transformStages } from '../../../src/process/transform/transformers.ts'
import { parseRecipe } from '../../../src/recipe/parse.ts'

/** `dataset:t1 globalTags` → the aspect that DataHub holds. */
export type Held = Readonly<Record<string, JsonObject>>

export const NOW = 1_800_000_000_000

/** A DataHub in memory that counts what it is asked. */
export function holding(
  held: Held,
  named: Readonly<Record<string, string>> = {}
): MetadataReader & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    aspect: async (urn, aspectName) => {
      asked.push(`${urn} ${aspectName}`)
      return held[`${urn} ${aspectName}`] ?? null
    },
    urnsNamed: async (_type, name) => (name in named ? [named[name] ?? ''] : [])
  }
}

/** The urn of table `name` in database `db`. */
export const tableUrn = (name: string): string => `urn:li:dataset:(urn:li:dataPlatform:glue,db.${name},PROD)`

/** What comes of pages of work units when a recipe's `transformers` have seen them. */
export async function transformed(
  transformers: string,
  pages: readonly (readonly WorkUnit[])[],
  datahub: MetadataReader | null = null
): Promise<readonly WorkUnit[]> {
  async function* source(): AsyncGenerator<readonly WorkUnit[]> {
    yield* pages
  }
  const deps = { datahub, domains: new DomainRegistry(datahub), now: NOW }
  const stages = transformStages(optionsOf(transformers), deps)
  const out: WorkUnit[] = []
  for await (const page of stages.reduce<AsyncIterable<readonly WorkUnit[]>>(
    (units, stage) => stage(units),
    source()
  )) {
    out.push(...page)
  }
  return out
}

function optionsOf(transformers: string) {
  const recipe = `
source: {type: glue, config: {aws_region: eu-west-1}}
sink: {type: datahub-rest, config: {server: 'http://localhost:8080'}}
transformers:
${transformers}`
  const defaults = { gmsUrl: null, gmsToken: null }
  const parsed = parseRecipe({ file: 'recipe.yml', text: recipe, env: {}, mode: 'ingest', defaults })
  if (!parsed.ok) throw new Error(parsed.error.map(({ message, cure }) => `${message}: ${cure}`).join('\n'))
  return parsed.value.recipe.transformers
}
