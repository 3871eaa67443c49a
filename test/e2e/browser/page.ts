import { marked } from 'marked'

/** A page that shows Markdown much as GitHub does: its fonts, tables, folded parts, and the width of a comment. */
export function githubPage(markdown: string, { title, open = [] }: PageOptions): string {
  const html = marked.parse(markdown, { async: false, gfm: true })
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title></title>',
    `<style>${CSS}</style></head><body>`,
    `<section><header>${title}</header><article>${opened(html, open)}</article></section>`,
    '</body></html>'
  ].join('\n')
}

export interface PageOptions {
  /** What stands above, as HTML. */
  readonly title: string
  /** Folded parts that are shown opened, by what their title begins with, as HTML. */
  readonly open?: readonly string[]
}

const opened = (html: string, titles: readonly string[]): string =>
  titles.reduce(
    (text, title) => text.replace(`<details><summary>${title}`, () => `<details open><summary>${title}`),
    html
  )

/** After GitHub's own, as far as it shows here: widths, the look of code and tables, tables that scroll by themselves. */
const CSS = `
body { margin: 0; padding: 16px; background: #fff; color: #1f2328;
  font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
section { border: 1px solid #d1d9e0; border-radius: 6px; max-width: 880px; margin: 0 auto; }
header { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; padding: 8px 16px; color: #59636e; }
header b { color: #1f2328; }
article { padding: 16px; overflow-wrap: break-word; }
h2 { font-size: 21px; line-height: 1.25; border-bottom: 1px solid #d1d9e0b3; padding-bottom: 0.3em; margin: 0 0 16px; }
h3 { font-size: 17.5px; line-height: 1.25; margin: 0 0 16px; }
h4 { font-size: 14px; line-height: 1.25; margin: 24px 0 16px; }
p, blockquote, table, pre, details { margin: 0 0 16px; }
blockquote { padding: 0 1em; color: #59636e; border-left: 0.25em solid #d1d9e0; }
code { font: 85% ui-monospace, "DejaVu Sans Mono", "Liberation Mono", monospace; background: #818b981f;
  padding: 0.2em 0.4em; border-radius: 6px; white-space: break-spaces; }
pre { font: 85%/1.45 ui-monospace, "DejaVu Sans Mono", monospace; background: #f6f8fa; padding: 16px; overflow: auto; border-radius: 6px; }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-spacing: 0; border-collapse: collapse; }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0; }
th { font-weight: 600; }
tr:nth-child(2n) { background: #f6f8fa; }
summary { cursor: default; }
details > table { margin-top: 8px; }
sub { font-size: 75%; line-height: 0; position: relative; vertical-align: baseline; bottom: -0.25em; }
a { color: #0969da; }
`
