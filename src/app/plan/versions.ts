// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes
import { entryOf, toJson } from '../../core/config/node.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Environment } from '../../core/environment.ts'
import { withoutIgnored } from '../../core/ignore.ts'
import { parseConfigFile } from '../../core/yaml.ts'
import type { YamlMap } from '../../core/yaml-node.ts'
import type { OptionChange } from '../../model/plan.ts'
import type { PlanRequest } from '../../model/request.ts'
import { IGNORABLE_RULES } from '../../model/rules.ts'
import type { LimitedVariables } from '../../recipe/expand.ts'
import { parseRecipe } from '../../recipe/parse.ts'
import { sinkDefaults } from '../load-recipe.ts'
import { variablesOf } from '../validate.ts'
import type { ChangedRecipe } from './changed.ts'
import { type HeldRecipe, heldBack } from './held-back.ts'
import { optionChanges } from './option-changes.ts'
import type { Variables } from './variables.ts'

/** One version of a recipe, as the plan goes by it. */
export interface Version {
  readonly file: string
  readonly text: string
  readonly root: YamlMap
  /** What its variables stand for. */
  readonly env: Environment
  /** Values that see other variables; absent: none. */
  readonly limited?: LimitedVariables
}

/** Both versions of a recipe. */
export interface Versions {
  /** What there is to say about the head's text, worst first. */
  readonly diagnostics: readonly Diagnostic[]
  readonly options: readonly OptionChange[]
  /** As written in head, or for a removed recipe in base. */
  readonly pipelineName: string | null
  /** null: there is none, or it is wrong. */
  readonly base: Version | null
  readonly head: Version | null
  /** What is wrong with base's text; null: nothing. */
  readonly baseFault: Diagnostic | null
}

/** Looks at both versions of a recipe. `isPullRequest`: the edit may not decide everything (held-back.ts). */
export function versionsOf(
  { path: file, before, after }: ChangedRecipe,
  request: PlanRequest,
  variables: Variables
): Versions {
  const old = before === null ? null : treeOf(file, before)
  const now = after === null ? null : treeOf(file, after)
  const baseFault = before === null ? null : firstError(checked(file, before, request, variables))
  const held = now === null || !variables.isPullRequest ? null : heldOf(now, old, request, variables)
  const written = (root: YamlMap | null, text: string | null) =>
    root === null || text === null ? null : { text, value: toJson(root) }
  const version = (root: YamlMap | null, text: string | null): Version | null =>
    root === null || text === null ? null : { file, text, root, env: variables.env }
  const head = version(held?.root ?? now, after)
  return {
    diagnostics: after === null ? [] : checked(file, after, request, variables),
    // Of a head that is no mapping nothing can be said.
    options:
      after !== null && now === null
        ? []
        : optionChanges(written(old, before), written(now, after), held?.reasonAt ?? (() => null)),
    pipelineName: nameOf(now ?? old),
    base: baseFault === null ? version(old, before) : null,
    head: head === null || held === null ? head : { ...head, limited: held.limited },
    baseFault
  }
}

function heldOf(head: YamlMap, base: YamlMap | null, request: PlanRequest, { env, ownEnv }: Variables): HeldRecipe {
  const { gmsUrl, identity } = request
  const either = (names: readonly string[], value: string | null): readonly string[] =>
    value === null ? names : [...names, value]
  const inputs = {
    'sink.type': ['datahub-rest'],
    'sink.config.server': either(['${GMS_URL}', '${DATAHUB_GMS_URL}'], gmsUrl),
    'sink.config.token': ['${DATAHUB_GMS_TOKEN}'],
    'source.config.aws_region': either(['${AWS_REGION}', '${AWS_DEFAULT_REGION}'], identity.region),
    'source.config.aws_role': either(['${AWS_ROLE}'], identity.roleToAssume)
  }
  return heldBack(head, { base, env, ownEnv, inputs })
}

function treeOf(file: string, text: string): YamlMap | null {
  const document = parseConfigFile({ file, text })
  return document.ok && document.value.root?.kind === 'map' ? document.value.root : null
}

/** What `validate` says of a text by itself. */
function checked(
  file: string,
  text: string,
  request: PlanRequest,
  { env, declared }: Variables
): readonly Diagnostic[] {
  const defaults = sinkDefaults(request)
  const parsed = parseRecipe({ file, text, ...variablesOf(env, declared), mode: 'validate', defaults })
  const found = parsed.ok ? parsed.value.diagnostics : parsed.error
  return withoutIgnored({ file, text }, found, IGNORABLE_RULES)
}

const firstError = (found: readonly Diagnostic[]): Diagnostic | null =>
  found.find(({ severity }) => severity === 'error') ?? null

/** The name as written: what its variables stand for may be nobody's business. */
function nameOf(root: YamlMap | null): string | null {
  const node = root === null ? undefined : entryOf(root, 'pipeline_name')?.value
  return node?.kind === 'scalar' && node.type === 'string' ? node.value : null
}
