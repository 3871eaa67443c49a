import type { Json } from '../core/json.ts'

/**
 * Whether DataHub holds an aspect as it is written. GMS fills in what the writer leaves out, such as an audit stamp of an
 * unknown actor at the time 0; and moments from `since` on (milliseconds since the epoch) are those of the writing.
 */
export function holdsAspect(held: Json | undefined, written: Json | undefined, since: number): boolean {
  if (written === undefined || written === null) return isNothing(held)
  if (Array.isArray(written)) {
    if (!Array.isArray(held)) return written.length === 0 && isNothing(held)
    return held.length === written.length && written.every((item, index) => holdsAspect(held[index], item, since))
  }
  if (typeof written !== 'object') return holdsValue(held, written, since)
  // The type is known: lists were told apart above.
  const members = written as { readonly [name: string]: Json | undefined }
  if (typeof held !== 'object' || held === null || Array.isArray(held)) {
    return held === undefined && Object.values(members).every((member) => holdsAspect(undefined, member, since))
  }
  const others = held as { readonly [name: string]: Json | undefined }
  const names = new Set([...Object.keys(members), ...Object.keys(others)])
  return [...names].every((name) => holdsAspect(others[name], members[name], since))
}

function holdsValue(held: Json | undefined, written: string | number | boolean, since: number): boolean {
  if (held === written || (isNothing(held) && isNothing(written))) return true
  return typeof written === 'number' && written >= since && typeof held === 'number'
}

const UNKNOWN_ACTOR = 'urn:li:corpuser:unknown'

/** What a member is when nobody has said anything: absent, the default of its type, or made of these. */
function isNothing(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === 0 || value === false) return true
  if (value === '' || value === UNKNOWN_ACTOR) return true
  return typeof value === 'object' && Object.values(value).every(isNothing)
}
