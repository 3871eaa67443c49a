import { encodeUrnPart } from './urn.ts'

const PREFIX = 'urn:li:tag:'
const RESERVED = /[,()\u241f]/

/**
 * The urn of the tag of that name; null when there can be none (metadata/_urns/urn_defs.py TagUrn). A name that looks like
 * a urn is taken for one, and has to be a tag's.
 */
export function tagUrn(name: string): string | null {
  if (!name.startsWith('urn:li:')) return name === '' ? null : `${PREFIX}${encodeUrnPart(name)}`
  if (!name.startsWith(PREFIX)) return null
  const rest = name.slice(PREFIX.length)
  // A urn's single part may stand in parentheses.
  const part = rest.startsWith('(') && rest.endsWith(')') ? rest.slice(1, -1) : rest
  return part === '' || RESERVED.test(part) ? null : `${PREFIX}${part}`
}

/** The same, but the urn of a tag is taken as it is, whatever is in it (mce_builder.py make_tag_urn). */
export const tagUrnOf = (tag: string): string | null => (tag.startsWith(PREFIX) ? tag : tagUrn(tag))

/** A tag's urn without what all of them begin with. */
export const tagName = (urn: string): string => urn.slice(PREFIX.length)

/** Orders texts by code points, as Python sorts them; by UTF-16 units, U+E000 and above would come last. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** A half of a surrogate pair stands for what comes after every single unit. */
const rank = (unit: number): number => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit)
