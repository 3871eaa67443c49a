// Finishes what ncc wrote: every package's licence (ncc's own list stops at the last lazy chunk) and the JSON Schemas.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE_FOLDER = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//

/** Packages of which the bundle holds a file and no module. */
const FILES_ONLY = ['node_modules/bzip2-wasm']

/** The folders of all packages that the bundle holds, from webpack's statistics. */
function packageFolders(stats) {
  const folders = new Set(FILES_ONLY)
  const visit = (module) => {
    const path = String(module.nameForCondition ?? module.identifier ?? '').replace(/^.*!/, '')
    const match = PACKAGE_FOLDER.exec(path)
    if (match) folders.add(match[1])
    for (const inner of module.modules ?? []) visit(inner)
  }
  for (const module of stats.modules ?? []) visit(module)
  for (const chunk of stats.chunks ?? []) for (const module of chunk.modules ?? []) visit(module)
  return [...folders].filter((folder) => existsSync(join(folder, 'package.json')))
}

/** `name@version`, SPDX id and licence text of the package in `folder`. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file ? readFileSync(join(folder, file), 'utf8').trimEnd() : '(no licence file in the package)'
  return [`${name}@${version}`, `${name}@${version}\n${license ?? 'UNKNOWN'}\n${text}\n`]
}

const licences = new Map(packageFolders(JSON.parse(readFileSync('lib/stats.json', 'utf8'))).map(licenceOf))
writeFileSync(
  'dist/licenses.txt',
  [...licences.keys()]
    .sort()
    .map((key) => licences.get(key))
    .join('\n')
)

const schemas = await import('../lib/app/schemas.js')
mkdirSync('dist/schema', { recursive: true })
for (const [name, schema] of Object.entries(schemas.jsonSchemas())) {
  writeFileSync(join('dist/schema', name), `${JSON.stringify(schema, null, 2)}\n`)
}
