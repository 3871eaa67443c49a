const MAX_LENGTH = 80
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal or a log line
const UNSAFE = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/g

/** `text` without line breaks and control characters. */
export const oneLine = (text: string): string => text.replace(UNSAFE, ' ')

/** `text` in single quotes for a one-line message: without line breaks and control characters, cut when long. */
export function quoted(text: string): string {
  const line = oneLine(text)
  return `'${line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line}'`
}

/** A key in single quotes; of what does not look like one nothing is shown: a broken text may hold a secret there. */
export function quotedKey(text: string): string {
  return /^[\w.:/${}-]{1,60}$/.test(text) ? quoted(text) : "'…'"
}
