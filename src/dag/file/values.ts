import type { ConfigNode } from '../../core/config/node.ts'
import { INVALID, type Invalid, mismatch, type ReadContext, type Type, text } from '../../core/config/types.ts'

const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 }
const SHORT = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/
const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** The seconds that a duration means; null for what is none. */
export function durationSeconds(value: string): number | null {
  const [, amount, unit = ''] = SHORT.exec(value) ?? []
  if (amount !== undefined) return Number(amount) * (UNITS[unit] ?? 1)
  const parts = ISO.exec(value)
  if (parts === null || value === 'P' || value.endsWith('T')) return null
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  return (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
}

/** A duration: `30s`, `5m`, `1h`, ISO 8601 such as `PT5M`, or a number of seconds. */
export const duration: Type<number> = {
  name: 'a duration such as 30s, 5m, PT5M or a number of seconds',
  read(node, context) {
    if (node.kind === 'scalar' && (node.type === 'integer' || node.type === 'float') && Number(node.value) >= 0) {
      return Number(node.value)
    }
    const seconds = node.kind === 'scalar' && node.type === 'string' ? durationSeconds(node.value) : null
    return seconds ?? mismatch(node, this.name, context)
  }
}

/** One text, or a list of them. */
export const texts: Type<readonly string[]> = {
  name: 'a string or a list of strings',
  read(node, context) {
    const values = (node.kind === 'list' ? node.items : [node]).map((item) => text.read(item, context))
    const valid = values.flatMap((value) => (value === INVALID ? [] : [value]))
    return valid.length < values.length ? INVALID : valid
  }
}

/** A scalar as text: what variables and inputs are set to. */
export const scalarText: Type<string> = {
  name: 'a string, a number or true or false',
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
