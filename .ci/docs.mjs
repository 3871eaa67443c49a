// Writes action.yml and the tables of README.md from src/action/definition.ts, the options of recipes and the rules of
// `validate` (run by `npm run docs`, after compiling).
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { actionYml, withTables } from '../lib/action/documents.js'
import { withOptionTable } from '../lib/recipe/option-table.js'
import { withRuleTable } from '../lib/report/rule-table.js'

writeFileSync('action.yml', actionYml())
if (existsSync('README.md')) {
  const readme = readFileSync('README.md', 'utf8')
  writeFileSync('README.md', withRuleTable(withOptionTable(withTables(readme))))
}
