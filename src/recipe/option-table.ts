import { between, markdownTable } from '../core/marked-text.ts'
import { optionRows } from './options/table.ts'

/** Every option of `source.config` as a Markdown table: whether it works, and what is otherwise than with DataHub. */
export const optionTable = (): string =>
  markdownTable(
    ['Option', 'Default', 'What it is', 'Supported', 'Deviation'],
    optionRows().map(({ name, default: value, doc, supported, deviation }) => [
      `\`${name}\``,
      value === 'none' || value === 'all' || value === 'required' ? value : `\`${value}\``,
      doc,
      supported,
      deviation
    ])
  )

/** README.md with its option table as it should be, between `<!-- options -->` and `<!-- /options -->`. */
export const withOptionTable = (readme: string): string => between(readme, 'options', optionTable())
