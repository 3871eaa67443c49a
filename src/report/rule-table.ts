import { between, markdownTable } from '../core/marked-text.ts'
import { RULES } from '../model/rules.ts'

/** Every rule of `validate` as a Markdown table. */
export const ruleTable = (): string =>
  markdownTable(
    ['Rule', 'Severity', 'What it finds'],
    Object.entries(RULES).flatMap(([, rules]) =>
      [...rules]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, severities, finds }) => [`\`${id}\``, severities.join(' or '), finds])
    )
  )

/** README.md with its table of rules as it should be, between `<!-- rules -->` and `<!-- /rules -->`. */
export const withRuleTable = (readme: string): string => between(readme, 'rules', ruleTable())
