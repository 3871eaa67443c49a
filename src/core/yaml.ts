import { type Diagnostic, hasErrors } from './diagnostic.ts'
import { err, ok, type Result } from './result.ts'
import { YamlComposer } from './yaml-compose.ts'
import { JsonReader } from './yaml-json.ts'
import { lineFinder } from './yaml-lines.ts'
import type { YamlNode } from './yaml-node.ts'
import { readRaw } from './yaml-read.ts'

/** The longest text that is taken, one mebibyte: hundreds of times the largest recipe. */
export const MAX_LENGTH = 1_048_576

/** A text read: its root, and what there is to say about it that does not make it unusable. */
export interface YamlDocument {
  /** null: the text holds nothing but space and comments. */
  readonly root: YamlNode | null
  readonly warnings: readonly Diagnostic[]
}

/** A file's name, as the user gave it, and its text. */
export interface TextFile {
  readonly file: string
  readonly text: string
}

/**
 * Reads a configuration file by its suffix, as the peer does (configuration/config_loader.py): `.yml` and `.yaml` as
 * YAML 1.1, `.json` as JSON; `-` (standard input) is YAML. Every other suffix is refused.
 */
export function parseConfigFile({ file, text }: TextFile): Result<YamlDocument, readonly Diagnostic[]> {
  if (file === '-' || /\.ya?ml$/.test(file)) return parseYaml({ file, text })
  if (/\.json$/.test(file)) return parseJson({ file, text })
  const toml = /\.toml$/i.test(file)
  const message = toml ? 'TOML files are not read here' : 'the name ends neither in .yml, .yaml nor .json'
  const cure = toml ? 'write it as YAML' : 'give it such a name; what comes from a pipe has to be put into a file first'
  return err([{ file, line: 1, column: 1, severity: 'error', code: 'file-type', message, cure }])
}

/** Reads one YAML document with the place of every key and value. Values are what PyYAML's safe_load makes of them. */
export function parseYaml({ file, text }: TextFile): Result<YamlDocument, readonly Diagnostic[]> {
  const size = refuseSize({ file, text })
  if (size !== null) return err([size])
  const raw = readRaw(file, text)
  if (Array.isArray(raw)) return err(raw)
  const composer = new YamlComposer(file, raw)
  const root = raw.contents === null ? null : composer.compose(raw.contents)
  return finish(root, composer.diagnostics)
}

/** Reads a JSON text with the place of every key and value, as Python's json.load does. */
export function parseJson({ file, text }: TextFile): Result<YamlDocument, readonly Diagnostic[]> {
  const size = refuseSize({ file, text })
  if (size !== null) return err([size])
  if (text.trim() === '') return ok({ root: null, warnings: [] })
  const reader = new JsonReader(file, text, lineFinder(text))
  return finish(reader.read(), reader.diagnostics)
}

function finish(
  root: YamlNode | null,
  diagnostics: readonly Diagnostic[]
): Result<YamlDocument, readonly Diagnostic[]> {
  return hasErrors(diagnostics) ? err(diagnostics) : ok({ root, warnings: diagnostics })
}

function refuseSize({ file, text }: TextFile): Diagnostic | null {
  if (text.length <= MAX_LENGTH) return null
  const message = 'the file is larger than one mebibyte'
  return { file, line: 1, column: 1, severity: 'error', code: 'yaml-too-large', message, cure: 'make it smaller' }
}
