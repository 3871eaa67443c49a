import { ReusedRoom } from '../../core/reused-room.ts'

const BACKSLASH = 0x5c

/** 1 for the bytes that are escaped: quotes and backslashes. Every eighth byte is one, which no processor can foresee. */
const ESCAPED = new Uint8Array(256)
for (const character of '"\\') ESCAPED[character.charCodeAt(0)] = 1

/** For the bytes of one text. */
const texts = new ReusedRoom(64 * 1024)

/**
 * Writes JSON in ASCII, as JSON.stringify makes it, as the inside of a JSON string, into a buffer that has room for twice
 * its length. Such a text holds no control characters: there is nothing to escape but quotes and backslashes.
 * @returns the place behind it
 */
export function escapeInto(body: Buffer, from: number, text: string): number {
  const room = texts.take(text.length)
  const length = room.write(text, 'latin1')
  let at = from
  for (let index = 0; index < length; index++) {
    const byte = room[index] ?? 0
    body[at] = BACKSLASH
    at += ESCAPED[byte] ?? 0
    body[at++] = byte
  }
  return at
}
