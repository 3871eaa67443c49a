/**
 * ASCII texts with commas between them, in one body. It is written once into bytes: as one text it would be copied and
 * collected three times over.
 */
export function joined(head: string, texts: readonly string[], end: string): Buffer {
  const commas = Math.max(0, texts.length - 1)
  const size = texts.reduce((sum, text) => sum + text.length, head.length + commas + end.length)
  const body = Buffer.allocUnsafe(size)
  let at = body.write(head, 'latin1')
  for (const [index, text] of texts.entries()) {
    if (index > 0) at += body.write(',', at, 'latin1')
    at += body.write(text, at, 'latin1')
  }
  body.write(end, at, 'latin1')
  return body
}
