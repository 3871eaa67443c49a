import { describe, expect, it } from '@jest/globals'
import { htmlCode, htmlLines, htmlText, logLine, prose, visible } from '../../src/report/render/escape.ts'
import { fc } from '../properties.ts'

/** Any text, and often one made of what means something to somebody. */
const POISON = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '`',
  '```',
  '|',
  '\\',
  '\n',
  '\r\n',
  '\n\n',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u2028'
]
const WORDS = [
  '@octocat',
  '#1',
  'GH-1',
  ':tada:',
  'www.evil.example',
  '::error::x',
  '##[error]x',
  '<!--',
  '-->',
  ']]>',
  '$x$',
  '&lt;'
]
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...POISON, ...WORDS), fc.string({ maxLength: 3 })), { maxLength: 12 })
    .map((a) => a.join(''))
)

const decode = (html: string): string =>
  html
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '')

describe('visible', () => {
  it.each([
    ['plain', 'orders_2024', 'orders_2024'],
    ['other scripts and emoji', 'заказы 注文 طلبات 😀', 'заказы 注文 طلبات 😀'],
    ['a line end', 'a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['a terminal sequence', '\u001b[2Jx', '\\u001b[2Jx'],
    ['an override of direction', 'a\u202ecod.exe', 'a\\u202ecod.exe'],
    ['a zero-width space', 'a\u200bb', 'a\\u200bb'],
    ['tag characters', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['half a pair', 'a\ud800b', 'a\\ud800b'],
    ['a joined emoji', '👩‍💻 👨🏽‍🚀 ❤️‍🔥', '👩‍💻 👨🏽‍🚀 ❤️‍🔥'],
    ['a joiner elsewhere', 'a\u200db', 'a\\u200db'],
    ['a filler that looks like nothing', 'a\u3164b', 'a\\u3164b']
  ])('%s', (_, text, expected) => {
    expect(visible(text)).toBe(expected)
  })

  it('is one line without anything that cannot be seen', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(visible(text).replaceAll('\u200d', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      })
    )
  })
})

describe('htmlText', () => {
  it('can be read back, and holds nothing that HTML or Markdown reads', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const html = htmlText(text)
        expect(decode(html)).toBe(visible(text))
        expect(html.replace(/&(amp|lt|gt|quot|#\d+);/g, '')).not.toMatch(/[<>&"'`|\\$*[\]~\n\r]/)
      })
    )
  })
})

describe('htmlCode and htmlLines', () => {
  it('are one line each', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(htmlCode(text)).toMatch(/^<code>[^<>\n\r]*<\/code>$/)
        expect(htmlLines(text)).toMatch(/^<pre>[^<>\n\r]*<\/pre>$/)
      })
    )
  })

  it('keep the lines of a snippet', () => {
    expect(htmlLines('a:\n\n  - <b>')).toBe('<pre>a:&#10;&#10;  - &lt;b&gt;</pre>')
  })
})

describe('prose', () => {
  it.each([
    ['@octocat', '@&#8203;octocat'],
    ['see #12 and GH-7', 'see #&#8203;12 and GH-&#8203;7'],
    [':tada:', ':&#8203;tada:'],
    ['arn:aws:iam::123456789012:role/x', 'arn:aws:iam::123456789012:role/x'],
    ['urn:li:corpuser:me', 'urn:li:corpuser:me'],
    ['https://gms.example.com:8080', 'https://gms.example.com:8080'],
    ["it's", 'it&#39;s']
  ])('%s', (text, expected) => {
    expect(prose(text)).toBe(expected)
  })

  it('leaves no mention', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(decode(prose(text))).not.toMatch(/@\w/)
        expect(prose(text)).not.toMatch(/[<>\n\r]/)
      })
    )
  })
})

describe('logLine', () => {
  /** As actions/runner takes a line for a command: `::name` after trimming, or `##[name]` anywhere. */
  const isCommand = (line: string): boolean => line.trimStart().startsWith('::') || line.includes('##[')

  it.each([
    ['::set-output name=a::b', ': :set-output name=a::b'],
    ['  ::stop-commands::x', '  : :stop-commands::x'],
    ['a ##[add-mask]b', 'a # #[add-mask]b'],
    ['a::b', 'a::b'],
    ['a\n::error::b', 'a\\n::error::b']
  ])('%s', (line, expected) => {
    expect(logLine(line)).toBe(expected)
  })

  it('is never a command', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(isCommand(logLine(text))).toBe(false)
      })
    )
  })
})
