import { compareDiagnostics, type Diagnostic, hasErrors, type Position } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import type { JsonObject } from '../core/json.ts'
import { err, ok, type Result } from '../core/result.ts'
import { parseConfigFile } from '../core/yaml.ts'
import type { YamlNode } from '../core/yaml-node.ts'
import type { Recipe } from '../model/recipe.ts'
import { expandTree } from './expand.ts'
import { type RecipeMap, toJson } from './node.ts'
import { readRecipe } from './read-recipe.ts'
import type { SinkDefaults } from './read-sink.ts'
import { INVALID, type ReadContext } from './types.ts'

export interface RecipeText {
  /** The path as the user gave it; its suffix says what the text is. */
  readonly file: string
  readonly text: string
  readonly env: Environment
  /**
   * `ingest`: what runs. Variables have to be set; what the peer passes over in silence is a warning.
   * `validate`: what is looked at without an environment. Nothing is said about variables that are not set, and what the
   * peer passes over is an error.
   */
  readonly mode: 'ingest' | 'validate'
  readonly defaults: SinkDefaults
}

/** A recipe that may run, and what there is to say about it. */
export interface ReadRecipe {
  readonly recipe: Recipe
  /** Warnings and notices, worst first. */
  readonly diagnostics: readonly Diagnostic[]
  /** Values that must not be shown anywhere. */
  readonly secrets: readonly string[]
}

/** Either a valid recipe or everything that is wrong with it, worst first; never half a recipe. */
export type ParsedRecipe = Result<ReadRecipe, readonly Diagnostic[]>

/** Reads a recipe: text → tree → variables → options. All problems are told at once, each with its place and its cure. */
export function parseRecipe(input: RecipeText): ParsedRecipe {
  const { file, text, mode, env } = input
  const document = parseConfigFile({ file, text })
  if (!document.ok) return err(document.error)
  const { root, warnings } = document.value
  if (root === null || root.kind !== 'map') return err([notARecipe(file, root)])
  const expanded = expandTree(root, { file, env, unset: mode === 'ingest' ? 'error' : 'open' })
  const reading = new Reading(file)
  const recipe = readRecipe(expanded.root as RecipeMap, { ...input, asWritten: toJson(root) as JsonObject }, reading)
  const diagnostics = [...warnings, ...expanded.problems, ...reading.diagnostics].sort(compareDiagnostics)
  if (recipe === INVALID || hasErrors(diagnostics)) return err(diagnostics)
  return ok({ recipe, diagnostics, secrets: reading.secrets })
}

function notARecipe(file: string, root: YamlNode | null): Diagnostic {
  const at = root?.at ?? { line: 1, column: 1 }
  const message = root === null ? 'the file is empty' : 'a recipe is a mapping with `source` and `sink`'
  const cure = 'begin with `source:`, `type: glue` below it'
  return { file, ...at, severity: 'error', code: root === null ? 'empty-file' : 'not-a-recipe', message, cure }
}

/** Collects what is told while one file is read. */
class Reading implements ReadContext {
  readonly diagnostics: Diagnostic[] = []
  readonly secrets: string[] = []
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  tell(
    { line, column }: Position,
    severity: Diagnostic['severity'],
    told: Pick<Diagnostic, 'code' | 'message' | 'cure'>
  ): void {
    this.diagnostics.push({ file: this.#file, line, column, severity, ...told })
  }

  secret(value: string): void {
    if (value !== '') this.secrets.push(value)
  }
}
