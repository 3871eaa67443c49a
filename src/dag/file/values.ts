import type { ConfigNode } from '../../core/config/node.ts'
import { INVALID, type Invalid, mismatch, type ReadContext, type Type, text } from '../../core/config/types.ts'

const AMOUNT = String.raw`(\d+(?:\.\d+)?)`
/** Each unit at most once, the larger ones first. */
const SHORT = new RegExp(`^${['d', 'h', 'm', 's', 'ms'].map((unit) => `(?:${AMOUNT} ?${unit} ?)?`).join('')}$`)
/** ISO 8601 without years and months, whose lengths differ. */
const ISO = new RegExp(`^P(?:${AMOUNT}W)?(?:${AMOUNT}D)?(?:T(?:${AMOUNT}H)?(?:${AMOUNT}M)?(?:${AMOUNT}S)?)?$`)
const SHORT_UNITS = [86_400, 3600, 60, 1, 0.001]
const ISO_UNITS = [604_800, 86_400, 3600, 60, 1]

/** The seconds that a duration such as `1h30m` or `PT1H30M` means; null for what is none. */
export function durationSeconds(value: string): number | null {
  const isIso = value.startsWith('P')
  const parts = (isIso ? ISO : SHORT).exec(value)?.slice(1)
  if (parts === undefined || value.endsWith('T') || parts.every((part) => part === undefined)) return null
  const units = isIso ? ISO_UNITS : SHORT_UNITS
  const seconds = parts.reduce((sum, part, i) => sum + Number(part ?? 0) * (units[i] ?? 0), 0)
  return Number.isFinite(seconds) ? seconds : null
}

/** A duration: `30s`, `5m`, `1h30m`, ISO 8601 such as `PT5M`, or a number of seconds. */
export const duration: Type<number> = {
  name: 'a duration such as 30s, 5m, 1h30m, PT5M or a number of seconds',
  schema: {
    anyOf: [
      { type: 'number', minimum: 0 },
      // Neither pattern by itself sees that at least one part has to be there, also after the T.
      { type: 'string', pattern: `^(?!P?$|.*T$)(?:${SHORT.source}|${ISO.source})` }
    ]
  },
  read(node, context) {
    if (node.kind === 'scalar' && (node.type === 'integer' || node.type === 'float')) {
      const seconds = Number(node.value)
      return seconds >= 0 && Number.isFinite(seconds) ? seconds : mismatch(node, this.name, context)
    }
    const seconds = node.kind === 'scalar' && node.type === 'string' ? durationSeconds(node.value) : null
    return seconds ?? mismatch(node, this.name, context)
  }
}

/** One text, or a list of them. */
export const texts: Type<readonly string[]> = {
  name: 'a string or a list of strings',
  schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
  read(node, context) {
    const values = (node.kind === 'list' ? node.items : [node]).map((item) => text.read(item, context))
    const valid = values.flatMap((value) => (value === INVALID ? [] : [value]))
    return valid.length < values.length ? INVALID : valid
  }
}

/** A scalar as text: what variables and inputs are set to. */
export const scalarText: Type<string> = {
  name: 'a string, a number or true or false',
  schema: { type: ['string', 'number', 'boolean'] },
  read(node, context) {
    if (node.kind !== 'scalar' || node.type === 'null') return mismatch(node, this.name, context)
    return String(node.value)
  }
}

/** Tells a problem at a node. */
export function refuse(
  node: ConfigNode,
  context: ReadContext,
  told: { code: string; message: string; cure?: string }
): Invalid {
  context.tell(node.at, 'error', told)
  return INVALID
}
