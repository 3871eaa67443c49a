/** A Markdown table. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A text with `content` between `<!-- mark -->` and `<!-- /mark -->`; without these marks as it is. */
export function between(text: string, mark: string, content: string): string {
  const open = `<!-- ${mark} -->`
  const from = text.indexOf(open)
  const to = text.indexOf(`<!-- /${mark} -->`, from)
  if (from < 0 || to < 0) return text
  return `${text.slice(0, from + open.length)}\n${content}\n${text.slice(to)}`
}
