// Writes action.yml and the tables of README.md from src/action/definition.ts and the options of recipes (run by
// `npm run docs`, after compiling).
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { actionYml, withTables } from '../lib/action/documents.js'
import { withOptionTable } from '../lib/recipe/option-table.js'

writeFileSync('action.yml', actionYml())
if (existsSync('README.md')) writeFileSync('README.md', withOptionTable(withTables(readFileSync('README.md', 'utf8'))))
