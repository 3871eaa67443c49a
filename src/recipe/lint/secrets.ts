import { type ConfigNode, type ConfigScalar, keyText } from '../../core/config/node.ts'
import type { ReadContext } from '../../core/config/types.ts'
import { quotedKey } from '../../core/quote.ts'
import { hasSecretName, isSecretHeader } from '../secrets.ts'
import type { Lint } from './rule.ts'

/** An access key of AWS: what it opens is found by its name alone. */
const ACCESS_KEY = /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/
/** A JSON Web Token, which is what DataHub's and most others' tokens are. */
const WEB_TOKEN = /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/
/** An address with a password that is written out. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/[^/?#:@]*:([^/?#@]+)@/i
/** A variable or a reference without another in it, and what it is when it is not set: `${NAME:-this}`. */
const VARIABLE = /\$(?:\{(?:\w+:?[-=]([^{}]*)|[^{}]*)\}|\w+)/g
/** Mappings of transformers whose keys are no options. */
const OWN_NAMES = ['properties', 'rules', 'domain_mapping', 'dataset_to_data_product_urns']
const SCHEME = /^(?:Bearer|Basic|Token)\b/i

/** Secrets that are written into the recipe, where everybody who reads it reads them. Nothing of them is told. */
export const lintSecrets: Lint = (root, context) => visit(root, '', () => false, context)

function visit(node: ConfigNode, name: string, isSecret: (key: string) => boolean, context: ReadContext): void {
  if (node.kind === 'scalar') lintValue(node, name, isSecret(name), context)
  else if (node.kind === 'list') for (const item of node.items) visit(item, name, () => false, context)
  else {
    const isInside = name === 'extra_headers' ? isSecretHeader : hasSecretName
    for (const { key, value } of node.entries) {
      // Names of properties and tags are the user's own: a sort_key is no secret.
      const isNamed = !OWN_NAMES.includes(name)
      visit(value, keyText(key), isNamed ? isInside : () => false, context)
    }
  }
}

function lintValue(node: ConfigScalar, name: string, isSecret: boolean, context: ReadContext): void {
  if (node.type !== 'string') return
  const written = node.written ?? node.value
  const what = isSecret && isWrittenOut(written) ? `the value of ${quotedKey(name)}` : secretIn(written)
  if (what === null) return
  const cure = `take it from a variable, \${NAME}, or from AWS, \${ssm:/name}, and change it: others may have read it`
  context.tell(node.at, 'warning', { code: 'plaintext-secret', message: `${what} is written out`, cure })
}

/** Whether anything of a secret stands beside its variables, or as what one of them is by default. */
function isWrittenOut(written: string): boolean {
  if ([...written.matchAll(VARIABLE)].some(([, other = '']) => other.trim() !== '')) return true
  const beside = written.replace(VARIABLE, '')
  // Variables may stand in variables.
  return beside === written ? beside.trim().replace(SCHEME, '').trim() !== '' : isWrittenOut(beside)
}

function secretIn(written: string): string | null {
  if (ACCESS_KEY.test(written)) return 'an access key of AWS'
  if (WEB_TOKEN.test(written)) return 'a token'
  const password = ADDRESS.exec(written)?.[1]
  return password !== undefined && isWrittenOut(password) ? 'the password of an address' : null
}
