import { isObject, type Json } from '../../core/json.ts'

/** Keys whose values are not shown, whole or as the end of a key (the peer's configuration/common.py). */
const KEYS = ['password', 'token', 'secret', 'options', 'sqlalchemy_uri', 'connection_string']
const ENDS = /[_-](?:password|secret|token|key|key[_-]id|connection[_-]string)$/u

/** What is shown in place of a secret in a recipe. */
export const HIDDEN = '********'

/** A recipe as it may be shown to everybody who uses DataHub: what a key says to be secret is hidden, variables are not. */
export function redactedRecipe(recipe: Json): Json {
  if (Array.isArray(recipe)) return recipe.map(redactedRecipe)
  if (!isObject(recipe)) return recipe
  const members = Object.entries(recipe).map(([key, value = null]): [string, Json] => [
    key,
    isSecretKey(key) ? redactedValue(value) : redactedRecipe(value)
  ])
  return Object.fromEntries(members)
}

/** Whether what a key holds is not shown. */
export const isSecretKey = (key: string): boolean => KEYS.includes(key) || ENDS.test(key)

function redactedValue(value: Json): Json {
  if (typeof value === 'string') return value.startsWith('$') ? value : HIDDEN
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'object' && Object.keys(value).length === 0) return value
  return HIDDEN
}
