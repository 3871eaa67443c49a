import { type ConfigMap, type ConfigNode, entryOf, isLeftOpen, isOpen, shown } from '../core/config/node.ts'
import { readOptions, TOP } from '../core/config/option.ts'
import { INVALID, type Invalid, mismatch, type ReadContext } from '../core/config/types.ts'
import type { Environment } from '../core/environment.ts'
import type { JsonObject } from '../core/json.ts'
import { suggest } from '../core/suggest.ts'
import type { GlueOptions, Recipe, RecipeFlags } from '../model/recipe.ts'
import type { TransformerOptions } from '../model/transformers.ts'
import { connectionOrNull } from './connection.ts'
import { PIPELINE_OPTIONS, SOURCE_OPTIONS } from './options/pipeline.ts'
import { placeOf } from './options/places.ts'
import { OTHER_SOURCES } from './options/plugin-names.ts'
import { asksDatahub } from './options/transformers/asks-datahub.ts'
import { readSink, type SinkDefaults } from './read-sink.ts'
import { readGlueOptions } from './read-source.ts'
import { readStateful } from './read-stateful.ts'

export interface RecipeFile {
  readonly file: string
  readonly env: Environment
  readonly mode: 'ingest' | 'validate'
  readonly defaults: SinkDefaults
  readonly asWritten: JsonObject
}

/** The tree of a recipe, variables filled in, as a valid recipe. */
export function readRecipe(root: ConfigMap, input: RecipeFile, context: ReadContext): Recipe | Invalid {
  const where = { where: TOP, unknown: 'error', misplaced: (key: string) => topLevelHint(key) } as const
  const pipeline = readOptions(root, PIPELINE_OPTIONS, where, context)
  const source = readSource(root, context)
  const sink = readSink(root, input, context)
  if (pipeline === INVALID || source === INVALID || sink === INVALID) return INVALID
  const transformers = pipeline.transformers ?? []
  const datahubApi = connectionOrNull(pipeline.datahub_api)
  const around = { settings: source.stateful, pipelineName: pipeline.pipeline_name, datahubApi, sink }
  const stateful = readStateful(around, root, context)
  if (stateful === INVALID) return INVALID
  const isAsked = datahubApi !== null || sink.type === 'datahub-rest' || isLeftOpen(root, ['sink', 'type'])
  if (!isAsked && !checkTransformers(transformers, root, context)) return INVALID
  return {
    file: input.file,
    pipelineName: pipeline.pipeline_name,
    runId: pipeline.run_id === '' ? null : pipeline.run_id,
    source,
    sink,
    datahubApi,
    flags: flagsOf(pipeline.flags),
    stateful,
    reporting: pipeline.reporting.flatMap((one) => one ?? []),
    failureLog: failureLogOf(pipeline.failure_log),
    transformers,
    asWritten: input.asWritten
  }
}

/** Without a name it has the peer's (run/sink_callback.py). */
const failureLogOf = (
  log: { readonly enabled: boolean; readonly log_config: { readonly filename: string } | null } | null
): string | null => (log?.enabled === true ? (log.log_config?.filename ?? 'failed_events.json') : null)

/** With neither a GMS to write to nor a `datahub_api` there is nobody to ask what DataHub holds. */
function checkTransformers(
  transformers: readonly TransformerOptions[],
  root: ConfigMap,
  context: ReadContext
): boolean {
  const node = entryOf(root, 'transformers')?.value
  const asking = transformers.flatMap((options, index) => (asksDatahub(options) ? [index] : []))
  for (const index of asking) {
    const place = node?.kind === 'list' ? (node.items[index] ?? node) : root
    context.tell(place.at, 'error', {
      code: 'needs-datahub',
      message: 'this transformer has to ask DataHub what it holds, and the sink is none that could be asked',
      cure: 'use the sink datahub-rest, give the recipe a datahub_api, or leave out `semantics: PATCH` and names of domains'
    })
  }
  return asking.length === 0
}

function topLevelHint(key: string): string | null {
  if (key === 'type' || key === 'config') return 'source or sink'
  if (key === 'deployment') return '`datahub ingest deploy`, which alone reads it'
  return placeOf(key, TOP)
}

interface FlagValues {
  readonly generate_browse_path_v2: boolean
  readonly generate_browse_path_v2_dry_run: boolean
  readonly set_system_metadata: boolean
  readonly set_system_metadata_pipeline_name: boolean
}

const flagsOf = (flags: FlagValues | null): RecipeFlags => ({
  generateBrowsePathV2: flags === null || (flags.generate_browse_path_v2 && !flags.generate_browse_path_v2_dry_run),
  setSystemMetadata: flags?.set_system_metadata ?? true,
  setSystemMetadataPipelineName: flags?.set_system_metadata_pipeline_name ?? true
})

function readSource(root: ConfigMap, context: ReadContext): GlueOptions | Invalid {
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
  const where = { where: 'source', unknown: 'error', misplaced: (key: string) => placeOf(key, 'source') } as const
  const source = readOptions(node, SOURCE_OPTIONS, where, context)
  const type = entryOf(node, 'type')?.value
  if (source !== INVALID && source.type !== 'glue' && !isOpen(type ?? node)) {
    return otherSource(source.type, type ?? node, context)
  }
  const options = readConfig(node, context)
  return source === INVALID ? INVALID : options
}

/** The peer ends without a `config`; here it is at least said. */
function readConfig(node: ConfigMap, context: ReadContext): GlueOptions | Invalid {
  const config = entryOf(node, 'config')
  if (config?.value.kind === 'map') return readGlueOptions(config.value, context)
  const isEmpty = config?.value.kind === 'scalar' && config.value.type === 'null'
  if (config !== undefined && !isEmpty) return mismatch(config.value, 'a mapping', context)
  const cure = 'add `config:` below `source:`, with `aws_region` in it'
  context.tell(config?.key.at ?? node.at, 'error', { code: 'missing-key', message: 'the source has no config', cure })
  return INVALID
}

function otherSource(type: string, place: ConfigNode, context: ReadContext): Invalid {
  const name = place.kind === 'scalar' ? shown(place) : 'of this kind'
  const isKnown = OTHER_SOURCES.includes(type) || /[.:]/.test(type)
  const near = isKnown ? null : suggest(type, ['glue', ...OTHER_SOURCES])
  context.tell(place.at, 'error', {
    code: 'unknown-source',
    message: isKnown
      ? `the source ${name} is DataHub's, and this program runs recipes for AWS Glue only`
      : `there is no source ${name}`,
    cure: near === null ? 'write `type: glue`, or run this recipe with `datahub ingest`' : `did you mean '${near}'?`
  })
  return INVALID
}
