import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom, seedOf } from '../../emulator/random.ts'
import { mutated } from './mutate.ts'

/** A recipe file, and what it was made from. */
export interface CorpusFile {
  readonly file: string
  readonly text: string
}

/** The environment that the recipes' variables are filled in from. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  GMS_URL: 'http://gms.example.com:8080',
  TOKEN: 'sEcReT-token-of-the-corpus',
  AWS_REGION: 'eu-central-1',
  EXTERNAL_ID: 'x-1',
  STAGE: 'dev',
  KEY_ID: 'AKIAEXAMPLEEXAMPLE00'
}

/** Whole recipes as people write them, in `root`/test/parity/validate/seeds, each as it is and changed `count` times. */
export function corpus(root: string, count: number, seed = 1): readonly CorpusFile[] {
  const folder = join(root, 'test', 'parity', 'validate', 'seeds')
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const changed = Array.from({ length: count }, (_, i) => {
        const random = seededRandom(seedOf(`${name} ${i}`, seed))
        return { file: `${name.replace('.yml', '')}-${i}.yml`, text: mutated(text, random) }
      })
      return [{ file: name, text }, ...changed]
    })
}
