import { toJson } from '../core/config/node.ts'
import { INVALID, type ReadContext, type Told } from '../core/config/types.ts'
import { compareDiagnostics, type Diagnostic, hasErrors, type Position } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import type { JsonObject } from '../core/json.ts'
import { err, ok, type Result } from '../core/result.ts'
import { parseConfigFile } from '../core/yaml.ts'
import type { YamlMap, YamlNode } from '../core/yaml-node.ts'
import type { Recipe } from '../model/recipe.ts'
import { HIDDEN } from '../model/secret.ts'
import { refuseDirectives } from './directives.ts'
import { environmentSecrets } from './environment-auth.ts'
import { expandTree, type LimitedVariables } from './expand.ts'
import { lintRecipe } from './lint/lint.ts'
import { readRecipe } from './read-recipe.ts'
import type { SinkDefaults } from './read-sink.ts'
import type { Reference } from './references.ts'
import { likelySecrets, secretsAmong, secretsOf } from './secrets.ts'

export interface RecipeText {
  /** The path as the user gave it; its suffix says what the text is. */
  readonly file: string
  readonly text: string
  readonly env: Environment
  /**
   * `ingest`: what runs. Variables have to be set; what the peer passes over in silence is a warning.
   * `validate`: what is looked at without an environment. Nothing is said about variables that are not set, what the peer
   * passes over is an error, and what is allowed and hardly meant is a warning.
   */
  readonly mode: 'ingest' | 'validate'
  /** In `validate`: the variables that will be set when it runs. Any other is an error; absent: none is. */
  readonly declared?: readonly string[]
  /** What references to AWS stand for, by their text. Absent: nothing is known of them yet. */
  readonly values?: ReadonlyMap<string, string>
  readonly defaults: SinkDefaults
  /** Read in place of the tree of the text: a version of it that may not say everything (app/plan/held-back.ts). */
  readonly held?: { readonly root: YamlMap; readonly limited: LimitedVariables }
}

/** A recipe that may run, and what there is to say about it. */
export interface ReadRecipe {
  /** After `validate`, what depends on variables that are not set is the option's default, or the text as written. */
  readonly recipe: Recipe
  /** References whose values are not known yet: what depends on them is in `recipe` as after `validate`. */
  readonly references: readonly Reference[]
  /** Warnings and notices, worst first. */
  readonly diagnostics: readonly Diagnostic[]
  /** Values that must not be shown anywhere. */
  readonly secrets: readonly string[]
}

/** Either a valid recipe or everything that is wrong with it, worst first; never half a recipe. */
export type ParsedRecipe = Result<ReadRecipe, readonly Diagnostic[]>

/** Reads a recipe: text → tree → variables → options. All problems are told at once, each with its place and its cure. */
export function parseRecipe(input: RecipeText): ParsedRecipe {
  const { file, text } = input
  const likely = likelySecrets(text)
  const document = parseConfigFile({ file, text })
  if (!document.ok) return err(document.error.map((told) => withoutSecrets(told, likely)))
  const { root: written, warnings } = document.value
  const root = input.held?.root ?? written
  if (root === null || root.kind !== 'map') return err([notARecipe(file, root)])
  const values = input.values ?? new Map<string, string>()
  const { env, declared } = input
  const limited = input.held?.limited
  const expanded = expandTree(root, { file, env, limited, declared, mayBeOpen: openVariables(input), values })
  const reading = new Reading(file, input.mode === 'validate' ? 'error' : 'warning')
  const asWritten = toJson(root) as JsonObject
  const recipe = readRecipe(refuseDirectives(expanded.root, reading), { ...input, asWritten }, reading)
  if (input.mode === 'validate') lintRecipe(expanded.root, reading)
  const hidden = [...secretsOf(expanded.root), ...secretsAmong(values.values()), ...environmentSecrets(env)]
  const secrets = [...new Set(hidden)]
  const diagnostics = [...warnings, ...expanded.problems, ...reading.diagnostics]
    .map((told) => withoutSecrets(told, [...secrets, ...likely]))
    .sort(compareDiagnostics)
  if (recipe === INVALID || hasErrors(diagnostics)) return err(diagnostics)
  return ok({ recipe, references: expanded.references, diagnostics, secrets })
}

function openVariables({ mode, declared }: RecipeText): (name: string) => boolean {
  if (mode === 'ingest') return () => false
  if (declared === undefined) return () => true
  const names = new Set(declared)
  return (name) => names.has(name)
}

function notARecipe(file: string, root: YamlNode | null): Diagnostic {
  const at = root?.at ?? { line: 1, column: 1 }
  const message = root === null ? 'the file is empty' : 'a recipe is a mapping with `source` and `sink`'
  const cure = 'begin with `source:`, `type: glue` below it'
  return { file, ...at, severity: 'error', code: root === null ? 'empty-file' : 'not-a-recipe', message, cure }
}

/** Values from variables and of secret options are never told; this is for a secret that stands where none belongs. */
function withoutSecrets(told: Diagnostic, secrets: readonly string[]): Diagnostic {
  const hide = (text: string): string =>
    secrets.reduce((hidden, secret) => (secret.length < 4 ? hidden : hidden.replaceAll(secret, HIDDEN)), text)
  const hidden = { ...told, message: hide(told.message) }
  return told.cure === undefined ? hidden : { ...hidden, cure: hide(told.cure) }
}

/** Collects what is told while one file is read. */
class Reading implements ReadContext {
  readonly diagnostics: Diagnostic[] = []
  readonly ignoredKeys: 'error' | 'warning'
  readonly #file: string

  constructor(file: string, ignoredKeys: 'error' | 'warning') {
    this.#file = file
    this.ignoredKeys = ignoredKeys
  }

  tell({ line, column }: Position, severity: Diagnostic['severity'], told: Told): void {
    this.diagnostics.push({ file: this.#file, line, column, severity, ...told })
  }
}
