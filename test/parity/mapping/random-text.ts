import type { Random } from '../../emulator/random.ts'

/** Characters that some rule treats in a way of its own: quotes, spaces, what cannot be printed, pairs, reserved ones. */
const SPECIAL = [
  ...Array.from('\'"\\\n\r\t\b\f\v\0\u0001\u001c\u001f \u007f\u0080\u0085\u00a0\u00ad,()%/:.;<>[]{}$#@!&=~`|'),
  ...Array.from('é\u0301ßİıſK\u0378\u0600\u061c\u180e\u200b\u200d\u2028\u2029\u202e\u202f\u2060\u241f\u2e5c\u3000日本'),
  ...Array.from(
    '\u{1f680}\u{1f9d1}\u{1fae8}\u{1fa77}\u{31350}\u{e0001}\u{e0100}\u{f0000}\u{10ffff}\ue000\ufdd0\ufeff\ufffd\uffff'
  ),
  '\udbff',
  '\udfff',
  '\u1c89',
  '\u{1e4f0}',
  '\u{11f00}'
]

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyzABCXYZ0123456789_-')

/** Up to `longest` characters, mostly plain ones. */
export function randomText(random: Random, longest: number): string {
  const special = random.chance(0.4) ? 0.4 : 0
  const length = random.int(1, longest)
  return Array.from({ length }, () => random.pick(random.chance(special) ? SPECIAL : LETTERS)).join('')
}

/** Up to `most` members with texts. */
export function randomTexts(random: Random, most: number): Record<string, string> {
  // Keys that look like array indices come first in a JavaScript object, wherever they stand on the wire.
  const key = (): string => `k${randomText(random, 8)}`
  return Object.fromEntries(Array.from({ length: random.int(0, most) }, () => [key(), randomText(random, 12)]))
}

/** A text for a urn. Halves of surrogate pairs are no text in UTF-8, and end the peer's run. */
export const randomName = (random: Random, longest: number): string =>
  randomText(random, longest).replace(/\p{Cs}/gu, '')
