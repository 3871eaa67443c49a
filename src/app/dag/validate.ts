import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { isDagText, parseDagFile } from '../../dag/file/parse.ts'

/** What there is to say about a DAG file; null for a file that is none, or that cannot be read. */
export async function dagDiagnostics(file: string, cwd: string): Promise<readonly Diagnostic[] | null> {
  let text: string
  try {
    text = await readFile(resolve(cwd, file), 'utf8')
  } catch {
    return null
  }
  if (!isDagText({ file, text })) return null
  const parsed = parseDagFile({ file, text })
  return parsed.ok ? parsed.value.diagnostics : parsed.error
}
