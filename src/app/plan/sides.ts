import type { AwsSession } from '../../aws/session.ts'
import { AppError } from '../../core/errors.ts'
import { err } from '../../core/result.ts'
import type { YamlEntry, YamlMap } from '../../core/yaml-node.ts'
import type { Emit } from '../../model/event.ts'
import type { PlanGap } from '../../model/plan.ts'
import type { GlueOptions, Recipe } from '../../model/recipe.ts'
import { parseRecipe } from '../../recipe/parse.ts'
import { type OpenSink, openSink, type SinkDeps } from '../../sink/open.ts'
import type { Invocation } from '../invocation.ts'
import { type RecipeReader, sinkDefaults } from '../load-recipe.ts'
import { type OpenDatahub, openDatahub } from '../open-datahub.ts'
import { openRecipe } from '../open-recipe.ts'
import { withOwnOptions } from '../own-options.ts'
import type { SessionSetting } from '../recipe-session.ts'
import { notRunnable, unaskedGap } from './gaps.ts'
import type { Version } from './versions.ts'

/** A version of a recipe that is ready to be read by. */
export interface OpenSide {
  readonly recipe: Recipe
  readonly session: AwsSession
  readonly sink: OpenSink
  /** Who is asked what DataHub holds. */
  readonly datahub: OpenDatahub
  /** Why DataHub cannot be asked; null: it can. */
  readonly unasked: PlanGap | null
  close(): void
}

/** What ends before anything is read, as a gap. */
export class Unreadable extends Error {
  readonly gap: PlanGap

  constructor(gap: PlanGap) {
    super(gap.message)
    this.gap = gap
  }
}

/**
 * Opens a version: its text with values for variables and references, AWS, and DataHub where that can be reached. `like`: the
 * other version, whose ends are used again where they are the same.
 * @throws Unreadable · AppError when there is no identity.
 */
export async function openSide(
  version: Version,
  invocation: Invocation,
  emit: Emit,
  like: OpenSide | null
): Promise<OpenSide> {
  const { file, env } = version
  const setting = { ...invocation, env, emit }
  const complete = (recipe: Recipe): Recipe => withOwnOptions(recipe, invocation.request, env)
  const open = (root: YamlMap) => openRecipe({ file, read: readerOf(version, root, invocation), setting, complete })
  const whole = await open(version.root)
  const opened = whole.ok ? whole : await open(withoutDatahub(version.root))
  if (!opened.ok) throw new Unreadable(notRunnable(whole.ok ? [] : whole.error))
  const { recipe, close: closeSession } = opened.value
  try {
    const isLike = like !== null && needsOf(like.recipe.source) === needsOf(recipe.source)
    const session = isLike ? like.session : await opened.value.session()
    const ends = await openServers(recipe, setting, like)
    const fault = whole.ok ? null : unaskedGap(notRunnable(whole.error))
    const close = (): void => {
      ends.close()
      closeSession()
    }
    return { ...ends, recipe, session, unasked: fault ?? ends.unasked, close }
  } catch (error) {
    closeSession()
    throw error
  }
}

type Servers = Pick<OpenSide, 'sink' | 'datahub' | 'unasked' | 'close'>

/** DataHub that cannot be reached is no failure: then nothing is known of it. */
async function openServers(
  recipe: Recipe,
  { deps, env, emit }: SessionSetting,
  like: OpenSide | null
): Promise<Servers> {
  if (like !== null && serversIn(like.recipe) === serversIn(recipe)) {
    const { sink, datahub, unasked } = like
    return { sink, datahub, unasked, close: () => undefined }
  }
  const { cwd, clock, signal, mask } = deps
  const stamp = { run: { runId: 'plan', pipelineName: null }, setSystemMetadata: false, setPipelineName: false }
  // A dry run's sink takes everything and sends nothing.
  const sinkDeps = { env, cwd, clock, signal, mask, stdout: () => undefined, stamp, dryRun: true, emit }
  try {
    const servers = await reached(recipe, sinkDeps)
    return { ...servers, unasked: servers.sink.reader === null ? NO_SERVER : null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const none = await reached({ sink: { type: 'blackhole' }, datahubApi: null }, sinkDeps)
    return { ...none, unasked: unaskedGap(error) }
  }
}

const serversIn = ({ sink, datahubApi }: Recipe): string => JSON.stringify([sink, datahubApi])

async function reached(recipe: Pick<Recipe, 'sink' | 'datahubApi'>, deps: SinkDeps): Promise<Omit<Servers, 'unasked'>> {
  const sink = await openSink(recipe.sink, deps)
  try {
    const datahub = await openDatahub(recipe, sink, deps)
    const close = (): void => {
      datahub.close()
      sink.close()
    }
    return { sink, datahub, close }
  } catch (error) {
    sink.close()
    throw error
  }
}

const NO_SERVER: PlanGap = {
  code: 'sink-is-no-datahub',
  message: 'The sink of the recipe is no DataHub that could be asked',
  fault: null
}

function readerOf({ file, text, env, limited }: Version, root: YamlMap, { request }: Invocation): RecipeReader {
  const held = { root, limited: limited ?? { env: {}, applies: () => false } }
  return (values) => {
    const parsed = parseRecipe({ file, text, env, mode: 'ingest', values, defaults: sinkDefaults(request), held })
    return parsed.ok ? parsed : err(parsed.error)
  }
}

/** The catalogue can be read without the other end, whose server or token may not be known here. */
function withoutDatahub(root: YamlMap): YamlMap {
  const { at } = root
  const scalar = (value: string) => ({ kind: 'scalar', type: 'string', value, at }) as const
  const type: YamlEntry = { key: scalar('type'), value: scalar('blackhole') }
  const sink: YamlEntry = { key: scalar('sink'), value: { kind: 'map', at, entries: [type] } }
  const kept = without(root, ['sink', 'datahub_api', 'reporting', 'failure_log'])
  const entries = kept.entries.map((entry) => (isNamed(entry, 'source') ? inSource(entry) : entry))
  return { ...root, entries: [...entries, sink] }
}

const isNamed = ({ key }: YamlEntry, name: string): boolean => key.type === 'string' && key.value === name

const without = (map: YamlMap, names: readonly string[]): YamlMap => ({
  ...map,
  entries: map.entries.filter((entry) => !names.some((name) => isNamed(entry, name)))
})

/** `source.config.stateful_ingestion` keeps its state in DataHub. */
function inSource({ key, value: source }: YamlEntry): YamlEntry {
  if (source.kind !== 'map') return { key, value: source }
  const entries = source.entries.map((entry) =>
    isNamed(entry, 'config') && entry.value.kind === 'map'
      ? { ...entry, value: without(entry.value, ['stateful_ingestion']) }
      : entry
  )
  return { key, value: { ...source, entries } }
}

/** What a session is opened by: how AWS is reached, and what its policy has to allow. */
export const needsOf = (options: GlueOptions): string =>
  JSON.stringify([
    options.aws,
    options.catalogId,
    options.jobs,
    options.profiling !== null,
    options.columnStatistics,
    options.lakeFormationTags !== null,
    options.s3BucketTags,
    options.s3ObjectTags
  ])
