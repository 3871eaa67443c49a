import { readFileSync } from 'node:fs'
import { argv, exit, stderr, stdout } from 'node:process'
import { type AnyCase, readCases } from './formats.ts'
import { hold } from './hold.ts'

/** How many failures of one file are shown in full. */
const SHOWN = 20

/** Holds corpus files against the runner: `airflow-corpus FILE…`. Exit 1 on a failure, 2 on a file that is none. */
async function main(files: readonly string[]): Promise<number> {
  const sum = { passed: 0, failed: 0, hazards: 0, hazardsSame: 0 }
  for (const file of files) {
    const shown: string[] = []
    let failed = 0
    const cases = read(file)
    for (const c of cases) {
      const { id, hazard, differences } = await hold(c)
      if (hazard) {
        sum.hazards += 1
        sum.hazardsSame += differences.length === 0 ? 1 : 0
        continue
      }
      if (differences.length === 0) sum.passed += 1
      else {
        failed += 1
        if (shown.length < SHOWN) shown.push(`  ${id}\n${differences.map((line) => `    ${line}`).join('\n')}`)
      }
    }
    sum.failed += failed
    stdout.write(`${file}: ${cases.length} cases, ${failed} differ\n`)
    if (shown.length > 0) stdout.write(`${shown.join('\n')}\n`)
    if (failed > shown.length) stdout.write(`  … and ${failed - shown.length} more\n`)
  }
  if (sum.hazards > 0) stdout.write(`hazard cases, apart: ${sum.hazards}, of which ${sum.hazardsSame} as recorded\n`)
  stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`)
  return sum.failed === 0 ? 0 : 1
}

/** The cases of a file; an error names the file. */
function read(file: string): readonly AnyCase[] {
  try {
    return readCases(readFileSync(file, 'utf8'))
  } catch (thrown) {
    throw new Error(`${file}: ${thrown instanceof Error ? thrown.message : String(thrown)}`, { cause: thrown })
  }
}

const files = argv.slice(2)
if (files.length === 0) {
  stderr.write('usage: npm run --silent airflow-corpus -- FILE…\n')
  exit(2)
}
main(files).then(
  (status) => exit(status),
  (thrown: unknown) => {
    stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`)
    exit(2)
  }
)
