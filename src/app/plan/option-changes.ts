import type { Json } from '../../core/json.ts'
import type { OptionChange } from '../../model/plan.ts'
import { type OptionPath, valueChanges } from '../../recipe/diff.ts'
import { hasSecretName, isSecretHeader, likelySecrets } from '../../recipe/secrets.ts'
import { HIDDEN, isSecretKey } from '../../report/history/redact-recipe.ts'

/** A version of a recipe: its text, and what it holds as written. */
export interface Written {
  readonly text: string
  readonly value: Json
}

/** What two versions of a recipe say otherwise, as it may be shown to everybody. `heldBack` says why a value is not used. */
export function optionChanges(
  before: Written | null,
  after: Written | null,
  heldBack: (path: OptionPath) => string | null
): readonly OptionChange[] {
  const literal = new Set([before, after].flatMap((one) => (one === null ? [] : likelySecrets(one.text))))
  const shown = (path: OptionPath, value: Json | undefined): string | null =>
    value === undefined ? null : JSON.stringify(shownValue(path, value, literal))
  return valueChanges(before?.value ?? undefined, after?.value ?? undefined).map((change) => ({
    path: pathText(change.path),
    before: shown(change.path, change.before),
    after: shown(change.path, change.after),
    heldBack: heldBack(change.path)
  }))
}

/** `source.config.table_pattern.deny[0]`; a key that could be mistaken for a path is quoted: `domain["a.b"]`. */
export const pathText = (path: OptionPath): string =>
  path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`
      if (!/^[\w-]+$/u.test(part)) return `[${JSON.stringify(part)}]`
      return index === 0 ? part : `.${part}`
    })
    .join('')

/** The user's password in an address. */
const ADDRESS = /([a-z][a-z0-9+.-]*:\/\/[^/?#:@\s]*:)[^/?#@\s]+@/giu
/** Keys of AWS and web tokens, wherever they stand (recipe/lint/secrets.ts). */
const TOKENS = /(?:AKIA|ASIA)[A-Z0-9]{16}|eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/gu
/** A variable or a reference and nothing else: names are no secrets. */
const NAMES = /^\$(?:\{[A-Za-z_]\w*\}|[A-Z_][A-Z0-9_]*|\{(?:ssm|secretsmanager):[^{}]+\})$/u

function shownValue(path: OptionPath, value: Json, literal: ReadonlySet<string>): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'object') return value
  if (isSecretPlace(path)) return typeof value === 'string' && (value === '' || NAMES.test(value)) ? value : HIDDEN
  if (typeof value !== 'string') return value
  let text = value.replace(ADDRESS, `$1${HIDDEN}@`).replace(TOKENS, HIDDEN)
  for (const secret of literal) text = text.replaceAll(secret, HIDDEN)
  return text
}

/** By the rules for recipes that DataHub shows, and those for secrets of recipes; what is below such a key is one, too. */
function isSecretPlace(path: OptionPath): boolean {
  return path.some((part, index) => {
    if (typeof part === 'number') return false
    return isSecretKey(part) || hasSecretName(part) || (path[index - 1] === 'extra_headers' && isSecretHeader(part))
  })
}
