/**
 * One function for each place that foreign text can be put into. Table names, comments and servers' messages are foreign:
 * they may hold Markdown, HTML, terminal sequences, workflow commands or characters that reorder a line.
 */

/** Half an emoji sequence: a zero-width joiner after a pictograph belongs to the picture. */
const JOINED = /(?<=\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)\u200D/u

/** What cannot be seen or changes how its neighbours look: controls, formatting, lone surrogates, line separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu

/** Nearly every name there is; spares the search below. */
const PRINTABLE = /^[\x20-\x7e]*$/

/**
 * Text as one line in which everything can be seen: control, bidirectional and invisible characters are written as
 * `\n`, `\u202e` …, as in a JSON string. For terminals and logs, and the first step of everything below.
 */
export function visible(text: string): string {
  if (PRINTABLE.test(text)) return text
  return text.replace(INVISIBLE, (char, offset: number) => (isJoiner(text, char, offset) ? char : spell(char)))
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function spell(char: string): string {
  const code = char.codePointAt(0) ?? 0
  const hex = code.toString(16)
  return SHORT[char] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`)
}

function isJoiner(text: string, char: string, offset: number): boolean {
  return char === '\u200D' && JOINED.test(text.slice(Math.max(0, offset - 6), offset + 1))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Not HTML's, but Markdown's and GitHub's own: a stray one must not pair with another further on.
  '`': '&#96;',
  $: '&#36;',
  '|': '&#124;',
  '\\': '&#92;',
  '*': '&#42;',
  '[': '&#91;',
  ']': '&#93;',
  '~': '&#126;'
}

const entity = (char: string): string => ENTITIES[char] ?? char

/** Foreign text inside an HTML element of an HTML block, on one line. Not enough outside `<code>`: see `prose`. */
export const htmlText = (text: string): string => visible(text).replace(/[&<>"'`$|\\*[\]~]/g, entity)

/**
 * A foreign name as inline code inside an HTML block. GitHub looks for mentions, issue numbers and emoji codes nowhere
 * in `<code>`, and Markdown reads nothing in an HTML block, which ends at an empty line that this cannot hold.
 */
export const htmlCode = (text: string): string => `<code>${htmlText(text)}</code>`

/** Several foreign lines as they are, inside an HTML block: line ends are written as entities, so that none is empty. */
export const htmlLines = (text: string): string => `<pre>${text.split(/\r?\n/).map(htmlText).join('&#10;')}</pre>`

const ZERO_WIDTH_SPACE = '&#8203;'

/**
 * A foreign sentence inside an HTML block. An invisible break keeps GitHub from making mentions, references and emoji of
 * `@name`, `#1`, `GH-1` and `:name:`. Addresses need none: in an HTML block GitHub makes no links.
 */
export const prose = (text: string): string =>
  htmlText(text).replace(
    /@(?=\w)|(?<!&)#(?=\d)|\bGH-(?=\d)|(?<![\w:]):(?=[\w+-]+:)/gi,
    (found) => `${found}${ZERO_WIDTH_SPACE}`
  )

/**
 * A line for a GitHub runner's log that the runner does not take for a command: neither `::command::` at its start nor
 * `##[command]` anywhere.
 */
export const logLine = (line: string): string =>
  visible(line)
    .replace(/^(\s*):(?=:)/, '$1: ')
    .replace(/##(?=\[)/g, '# #')
