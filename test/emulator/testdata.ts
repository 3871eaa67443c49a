import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = join('test', 'testdata', 'emulator')

/** Reads a file of `test/testdata/emulator/`, from the sources and from the compiled tools alike. */
export function readTestdata(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, FOLDER, name)
    if (existsSync(file)) return readFileSync(file, 'utf8')
  }
  throw new Error(`${FOLDER}/${name} is not in any folder above the stand-ins`)
}
