import type { Diagnostic } from '../../core/diagnostic.ts'
import { AppError } from '../../core/errors.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { TextFile } from '../../core/yaml.ts'
import { isDagText, type NamedRecipe, parseDagFile } from '../../dag/file/parse.ts'
import { findFiles } from '../find-files.ts'
import { readText } from '../read-text.ts'
import { declaredByTasks } from './declared.ts'

/** What there is to say about a DAG file, and the recipes that it names; null for a file that is none. */
export interface DagFindings {
  readonly diagnostics: readonly Diagnostic[]
  readonly recipes: readonly string[]
  /** Variables that its tasks set for these recipes. */
  readonly variables: readonly string[]
}

/** Looks at a DAG file, and whether the recipes that it names are there; null for a file that is none. */
export async function dagFindingsOf({ file, text }: TextFile, cwd: string): Promise<DagFindings | null> {
  if (!isDagText({ file, text })) return null
  const parsed = parseDagFile({ file, text })
  if (!parsed.ok) return { diagnostics: parsed.error, recipes: [], variables: [] }
  const diagnostics = [...parsed.value.diagnostics]
  const recipes = new Set<string>()
  for (const named of parsed.value.recipes) {
    const found = await filesOf(named, file, cwd)
    if (found.ok) for (const recipe of found.value) recipes.add(recipe)
    else diagnostics.push(found.error)
  }
  const variables = await declaredByTasks(parsed.value.dagFile, cwd)
  return { diagnostics, recipes: [...recipes], variables }
}

/** What there is to say about a DAG file itself; null for a file that is none, or that cannot be read. */
export async function dagDiagnostics(file: string, cwd: string): Promise<readonly Diagnostic[] | null> {
  let text: string
  try {
    text = await readText('DAG file', file, cwd)
  } catch {
    return null
  }
  return (await dagFindingsOf({ file, text }, cwd))?.diagnostics ?? null
}

async function filesOf(
  { pattern, at }: NamedRecipe,
  file: string,
  cwd: string
): Promise<Result<readonly string[], Diagnostic>> {
  try {
    return ok(await findFiles([pattern], cwd))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, message, cure } = error
    return err({ file, ...at, severity: 'error', code, message, ...(cure === undefined ? {} : { cure }) })
  }
}
