import type { JsonObject } from '../core/json.ts'
import { suggest } from '../core/suggest.ts'
import type { GlueOptions, Recipe, RecipeFlags } from '../model/recipe.ts'
import { entryOf, isOpen, type RecipeMap } from './node.ts'
import { readOptions } from './option.ts'
import { PIPELINE_OPTIONS, SOURCE_OPTIONS } from './options/pipeline.ts'
import { configOf, readSink, type SinkDefaults } from './read-sink.ts'
import { readGlueOptions } from './read-source.ts'
import { INVALID, type Invalid, mismatch, type ReadContext } from './types.ts'

export interface RecipeFile {
  readonly file: string
  readonly mode: 'ingest' | 'validate'
  readonly defaults: SinkDefaults
  readonly asWritten: JsonObject
}

/** Keys that users put at the top of a recipe and that belong elsewhere. */
const MISPLACED = { config: 'source or sink', type: 'source or sink', stateful_ingestion: 'source.config' }

/** The tree of a recipe, variables filled in, as a valid recipe. */
export function readRecipe(root: RecipeMap, input: RecipeFile, context: ReadContext): Recipe | Invalid {
  const where = { where: 'the recipe', unknown: 'error', misplaced: MISPLACED } as const
  const pipeline = readOptions(root, PIPELINE_OPTIONS, where, context)
  const source = readSource(root, context)
  const unknown = input.mode === 'validate' ? 'error' : 'warning'
  const sink = readSink(root, { defaults: input.defaults, unknown }, context)
  if (pipeline === INVALID || source === INVALID || sink === INVALID) return INVALID
  return {
    file: input.file,
    pipelineName: pipeline.pipeline_name,
    runId: pipeline.run_id === '' ? null : pipeline.run_id,
    source,
    sink,
    flags: flagsOf(pipeline.flags),
    asWritten: input.asWritten
  }
}

interface FlagValues {
  readonly generate_browse_path_v2: boolean
  readonly set_system_metadata: boolean
  readonly set_system_metadata_pipeline_name: boolean
}

const flagsOf = (flags: FlagValues | null): RecipeFlags => ({
  generateBrowsePathV2: flags?.generate_browse_path_v2 ?? true,
  setSystemMetadata: flags?.set_system_metadata ?? true,
  setSystemMetadataPipelineName: flags?.set_system_metadata_pipeline_name ?? true
})

function readSource(root: RecipeMap, context: ReadContext): GlueOptions | Invalid {
  const node = entryOf(root, 'source')?.value
  if (node === undefined) {
    context.tell(root.at, 'error', {
      code: 'missing-key',
      message: "the recipe has no 'source'",
      cure: 'add `source:` with `type: glue` and `config:` below it'
    })
    return INVALID
  }
  if (node.kind !== 'map') return mismatch(node, 'a mapping with `type` and `config`', context)
  const source = readOptions(node, SOURCE_OPTIONS, { where: 'source', unknown: 'error' }, context)
  if (source === INVALID) return INVALID
  if (source.type !== 'glue') return otherSource(source.type, node, context)
  return hasConfig(node, context) ? readGlueOptions(configOf(node), context) : INVALID
}

/** The peer ends without a `config`; here it is at least said. */
function hasConfig(node: RecipeMap, context: ReadContext): boolean {
  const config = entryOf(node, 'config')
  if (config?.value.kind === 'map') return true
  if (config !== undefined && !(config.value.kind === 'scalar' && config.value.type === 'null')) {
    mismatch(config.value, 'a mapping', context)
    return false
  }
  const cure = 'add `config:` below `source:`, with `aws_region` in it'
  context.tell(config?.key.at ?? node.at, 'error', { code: 'missing-key', message: 'the source has no config', cure })
  return false
}

function otherSource(type: string, node: RecipeMap, context: ReadContext): Invalid {
  const place = entryOf(node, 'type')?.value ?? node
  if (isOpen(place)) return INVALID
  const near = suggest(type, ['glue'])
  const cure = near === null ? 'this program runs recipes for AWS Glue only: `type: glue`' : `did you mean '${near}'?`
  context.tell(place.at, 'error', { code: 'unknown-source', message: `there is no source '${type}' here`, cure })
  return INVALID
}
