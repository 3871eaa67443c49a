import { type ConfigMap, type ConfigNode, keyText } from '../core/config/node.ts'

/** Options that hold a secret, wherever they stand (the peer's configuration/common.py REDACT_KEYS, without mere names). */
const SECRET_KEY =
  /^(?:password|token|secret|connection_string)$|[_-](?:password|token|secret|key|connection[_-]string)$/
/** Headers that let somebody in. */
const SECRET_HEADER = /auth|token|cookie|secret|key|password/i
/** The password of an address such as http://user:password@host. */
const ADDRESS_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/?#:@]*:([^/?#@]+)@/i
/** `Bearer …`, `Basic …`: what follows is the secret proper. */
const SCHEME = /^[A-Za-z]+\s+(\S.*)$/

/** Whether an option holds a secret, by its name. */
export const hasSecretName = (option: string): boolean => SECRET_KEY.test(option)
/** Whether a header holds a secret, by its name. */
export const isSecretHeader = (header: string): boolean => SECRET_HEADER.test(header)

/**
 * The values of a recipe that must not be shown: those of options and headers whose names say so, whether written down
 * or filled in, and passwords in addresses. Regions, addresses and names are none, wherever they come from.
 */
export function secretsOf(root: ConfigMap): readonly string[] {
  const secrets = new Set<string>()
  visit(root, secrets, () => false)
  return [...secrets].filter((secret) => secret.trim() !== '')
}

const LEAST_MASKED = 4
const WORD = /^(?:true|false|null|none|prod|dev)$/i

/** Of values that AWS keeps, those that are masked: all but words that say nothing and would make every log unreadable. */
export const secretsAmong = (values: Iterable<string>): readonly string[] =>
  [...values].filter((value) => value.trim().length >= LEAST_MASKED && !WORD.test(value.trim()))

function visit(node: ConfigNode, secrets: Set<string>, isSecret: (key: string) => boolean): void {
  if (node.kind === 'list') for (const item of node.items) visit(item, secrets, () => false)
  if (node.kind !== 'map') return
  for (const { key, value } of node.entries) {
    const name = keyText(key)
    if (value.kind === 'scalar') collect(value, secrets, SECRET_KEY.test(name) || isSecret(name))
    else visit(value, secrets, name === 'extra_headers' ? (header) => SECRET_HEADER.test(header) : () => false)
  }
}

function collect(node: ConfigNode & { readonly kind: 'scalar' }, secrets: Set<string>, isSecret: boolean): void {
  if (node.open === true || node.type === 'null' || node.type === 'boolean') return
  const value = String(node.value)
  const password = ADDRESS_PASSWORD.exec(value)?.[1]
  if (password !== undefined) secrets.add(password)
  if (!isSecret) return
  secrets.add(value)
  const credential = SCHEME.exec(value)?.[1]
  if (credential !== undefined) secrets.add(credential)
}

/** It begins at the word and not before it: in one long line of letters that would take a lifetime. */
const WRITTEN =
  /(?:password|token|secret|[_-]key|authorization)["']?[ \t]*:[ \t]*["']?(?:(?:Bearer|Basic) +)?([^\s"'#,}]+)/gi
const COMMENT = /^[ \t]*#.*$/gm
const LEAST_LENGTH = 6

/**
 * What looks like a secret in a text that may not even be YAML, by the word before it; to be left out of messages, and
 * too rough for anything else.
 */
export function likelySecrets(text: string): readonly string[] {
  const values = [...text.replace(COMMENT, '').matchAll(WRITTEN)].map(([, value = '']) => value)
  return values.filter((value) => value.length >= LEAST_LENGTH && !value.startsWith('$'))
}
