import { err, ok, type Result } from './result.ts'
import type { YamlValue } from './yaml-node.ts'

const TAG_PREFIX = 'tag:yaml.org,2002:'

const NULL = /^(?:~|null|Null|NULL|)$/
const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/
const INTEGER = /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
/** What a `!!float` tag admits besides. */
const DECIMAL = /^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/
const TIMESTAMP =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[-+](\d\d?)(?::(\d\d))?))?)?$/
const DATE = /^\d{4}-\d\d-\d\d$/

/** A scalar that has no value, and why, in words that do not repeat it. */
export type ScalarFault = string

/** The value of a plain (unquoted) scalar, by the implicit resolvers of PyYAML (yaml/resolver.py). */
export function resolvePlain(text: string): Result<YamlValue, ScalarFault> {
  if (NULL.test(text)) return ok({ type: 'null', value: null })
  if (TRUE.test(text)) return ok({ type: 'boolean', value: true })
  if (FALSE.test(text)) return ok({ type: 'boolean', value: false })
  if (FLOAT.test(text)) return ok({ type: 'float', value: floatOf(text) })
  if (INTEGER.test(text)) return integerOf(text)
  if (isTimestamp(text)) return timestampOf(text)
  if (text === '=') return err("a bare '=' has no value in YAML 1.1")
  if (text === '<<') return err("'<<' merges mappings and stands only as a key")
  return ok({ type: 'string', value: text })
}

const plainOnly = (pattern: RegExp) => (text: string) => pattern.test(text)

/** What PyYAML's SafeConstructor makes of a scalar whose tag says what it is; where it `fits`. */
const TAGS: Readonly<
  Record<string, { fits(text: string): boolean; read(text: string): Result<YamlValue, ScalarFault> }>
> = {
  str: { fits: () => true, read: (text) => ok({ type: 'string', value: text }) },
  null: { fits: () => true, read: () => ok({ type: 'null', value: null }) },
  binary: { fits: () => true, read: (text) => ok({ type: 'binary', value: text }) },
  bool: { fits: (text) => TRUE.test(text) || FALSE.test(text), read: resolvePlain },
  int: { fits: plainOnly(INTEGER), read: integerOf },
  float: {
    fits: (text) => FLOAT.test(text) || DECIMAL.test(text),
    read: (text) => ok({ type: 'float', value: floatOf(text) })
  },
  timestamp: { fits: isTimestamp, read: timestampOf }
}

/** The value of a scalar with an explicit tag such as `!!str`. */
export function resolveTagged(tag: string, text: string): Result<YamlValue, ScalarFault> {
  const name = tag.startsWith(TAG_PREFIX) ? tag.slice(TAG_PREFIX.length) : ''
  const rule = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined
  if (rule === undefined) return err('a tag that standard YAML does not know')
  return rule.fits(text) ? rule.read(text) : err(`the value does not fit its tag !!${name}`)
}

function integerOf(text: string): Result<YamlValue, ScalarFault> {
  const negative = text.startsWith('-')
  const digits = text.replaceAll('_', '').replace(/^[-+]/, '')
  if (/^0[bx]$/.test(digits)) return err('the number has no digits')
  const magnitude = digits.includes(':') ? sexagesimal(digits) : BigInt(digits.replace(/^0(?=[0-7])/, '0o'))
  return ok({ type: 'integer', value: negative ? -magnitude : magnitude })
}

/** `1:30` is ninety: base 60, as YAML 1.1 writes times. */
function sexagesimal(digits: string): bigint {
  return digits.split(':').reduce((total, part) => total * 60n + BigInt(part), 0n)
}

function floatOf(text: string): number {
  const plain = text.replaceAll('_', '').toLowerCase()
  const sign = plain.startsWith('-') ? -1 : 1
  const digits = plain.replace(/^[-+]/, '')
  if (digits === '.inf') return sign * Number.POSITIVE_INFINITY
  if (digits === '.nan') return Number.NaN
  if (!digits.includes(':')) return sign * Number(digits)
  return sign * digits.split(':').reduce((total, part) => total * 60 + Number(part), 0)
}

/** A lone date needs two digits for month and day; before a time one is enough. */
function isTimestamp(text: string): boolean {
  const match = TIMESTAMP.exec(text)
  return match !== null && (match[4] !== undefined || DATE.test(text))
}

function timestampOf(text: string): Result<YamlValue, ScalarFault> {
  const parts = (TIMESTAMP.exec(text) ?? []).slice(1).map((part) => Number(part ?? 0))
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHours = 0, zoneMinutes = 0] = parts
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  const exists = year > 0 && day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60
  if (!exists || zoneHours * 60 + zoneMinutes >= 24 * 60) return err('there is no such date')
  return ok({ type: 'timestamp', value: text })
}
