import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from '../../../src/app/app.ts'
import { systemClock } from '../../../src/core/clock.ts'
import type { Diagnostic } from '../../../src/core/diagnostic.ts'
import { type CorpusFile, ENVIRONMENT } from './corpus.ts'

const quiet = (): void => undefined

/**
 * What `validate` says of files, by their names: one invocation of the use case for all of them, in a folder made for it.
 * Every variable that the environment lacks is missing, as it is for the peer.
 */
export async function ourFindings(files: readonly CorpusFile[]): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  try {
    mkdirSync(join(folder, 'recipes'))
    for (const { file, text } of files) writeFileSync(join(folder, 'recipes', file), text)
    const lines = Object.entries(ENVIRONMENT).map(([name, value]) => `${name}=${value}\n`)
    writeFileSync(join(folder, 'env'), lines.join(''))
    const { diagnostics } = await app.validate(
      {
        files: files.map(({ file }) => join('recipes', file)),
        envFile: 'env',
        identity: {
          ...{ roleToAssume: null, region: null, roleSessionName: 'corpus', roleDurationSeconds: 3600, audience: 'a' },
          ...{ allowedAccountIds: [], leastPrivilege: true, inlineSessionPolicy: null, managedSessionPolicies: [] }
        },
        gmsUrl: null,
        gmsToken: null
      },
      {
        ...{ env: {}, cwd: folder, clock: systemClock, mask: quiet, onEvent: quiet, idToken: null, github: null },
        ...{ logger: { debug: quiet, info: quiet, notice: quiet, warning: quiet, error: quiet }, stdout: quiet },
        signal: new AbortController().signal
      }
    )
    const named = new Map<string, Diagnostic[]>(files.map(({ file }) => [file, []]))
    for (const diagnostic of diagnostics) named.get(diagnostic.file.slice('recipes/'.length))?.push(diagnostic)
    return named
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
