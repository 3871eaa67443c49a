const COMMA = 0x2c

/** Parts of a JSON list with commas between them, in one body. `head` and `end` are ASCII. */
export function joined(head: string, parts: readonly Uint8Array[], end: string): Buffer {
  const commas = Math.max(0, parts.length - 1)
  const size = parts.reduce((sum, part) => sum + part.length, head.length + commas + end.length)
  const body = Buffer.allocUnsafe(size)
  let at = body.write(head, 'latin1')
  for (const [index, part] of parts.entries()) {
    if (index > 0) at = body.writeUInt8(COMMA, at)
    body.set(part, at)
    at += part.length
  }
  body.write(end, at, 'latin1')
  return body
}
