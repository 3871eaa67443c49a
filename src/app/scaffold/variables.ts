import { type ConfigNode, toJson } from '../../core/config/node.ts'
import type { Json } from '../../core/json.ts'
import { parseConfigFile, type TextFile } from '../../core/yaml.ts'

/** What an identity and a server are always taken from. */
const ALWAYS = ['AWS_DEFAULT_REGION', 'AWS_ROLE', 'GMS_URL']

/** What a run gets otherwise: by inputs, by the runner, by the program itself. */
const OTHERWISE =
  /^(?:DATAHUB_GMS_TOKEN|DATAHUB_GMS_URL|AWS_REGION|CI|HOME|PATH|(?:GITHUB|RUNNER|ACTIONS|DAG|TASK)_.*)$/u

const IS_SECRET = /TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|WEBHOOK|(?:^|_)KEY(?:$|_)/u

/** `${NAME}` and `$NAME` in recipes, but no `${ssm:…}`; `env.NAME` in DAG files. */
const IN_RECIPE = /\$(?:\{(?!ssm:|secretsmanager:)([A-Za-z_]\w*)|([A-Z_][A-Z0-9_]+))/gu
const IN_DAG = /\benv\.([A-Za-z_]\w*)/gu

/** Keys of a DAG file whose text is nothing but text, or a shell's. */
const NO_TEMPLATES = new Set(['run', 'description'])

/** The variables that files name, sorted, with those that every run needs. Files that cannot be read name none. */
export function variablesIn(recipes: readonly TextFile[], dags: readonly TextFile[]): readonly string[] {
  const named = [
    ...recipes.flatMap((file) => textsOf(file).flatMap((text) => namesIn(text, IN_RECIPE))),
    ...dags.flatMap((file) => textsOf(file).flatMap((text) => namesIn(text, IN_DAG)))
  ]
  return [...new Set([...ALWAYS, ...named])].filter((name) => !OTHERWISE.test(name)).sort()
}

/** Where a workflow takes a variable from. `extract_transforms` is off unless somebody says otherwise. */
export function sourceOf(name: string): string {
  if (name === 'GLUE_EXTRACT_TRANSFORMS') return 'false'
  return `\${{ ${IS_SECRET.test(name) ? 'secrets' : 'vars'}.${name} }}`
}

/** Those that a person has to set, by the place where that is done. */
export function toSet(names: readonly string[]): {
  readonly vars: readonly string[]
  readonly secrets: readonly string[]
} {
  const open = names.filter((name) => name !== 'GLUE_EXTRACT_TRANSFORMS')
  return { vars: open.filter((name) => !IS_SECRET.test(name)), secrets: open.filter((name) => IS_SECRET.test(name)) }
}

const namesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '', plain = '']) => name || plain)

function textsOf(file: TextFile): readonly string[] {
  const document = parseConfigFile(file)
  const root: ConfigNode | null = document.ok ? document.value.root : null
  return root === null ? [] : [...texts(toJson(root))]
}

function* texts(value: Json): Generator<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const item of value) yield* texts(item)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      if (item !== undefined && !NO_TEMPLATES.has(key)) yield* texts(item)
  }
}
