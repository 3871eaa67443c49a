import { AppError } from '../core/errors.ts'
import type { App, ScaffoldRequest } from '../model/request.ts'
import { visible } from '../report/render/escape.ts'
import type { Writer } from './terminal.ts'

/** One file of a repository. `output`: null where its maker names it. */
export interface Piece {
  readonly kind: ScaffoldRequest['kind']
  readonly files: readonly string[]
  readonly output: string | null
}

const RECIPE = 'recipes/glue.yml'
const DAG = 'recipes/dag.yml'

/** What a repository needs to begin with, each made from those before it. `recipe`: one that is there already. */
export function piecesOf(recipe: string | undefined): readonly Piece[] {
  const files = [recipe ?? RECIPE]
  return [
    ...(recipe === undefined ? [{ kind: 'recipe', files: [], output: RECIPE } as const] : []),
    { kind: 'dag', files, output: DAG },
    { kind: 'workflow', files, output: null },
    { kind: 'workflow', files: [DAG], output: null },
    { kind: 'checks', files: recipe === undefined ? [] : files, output: null },
    { kind: 'iam', files, output: 'datahub-glue.tf' },
    { kind: 'iam', files, output: 'datahub-glue.json' }
  ]
}

const BOTH_RUN = 'Both workflows run the recipe: keep the one that suits you, the DAG’s for several recipes and retries'

/**
 * Makes all of them. Files that are there are left as they are; what cannot be made is told and keeps nothing back.
 * @throws AppError at the end, when something could not be made.
 */
export async function scaffoldRepository(
  pieces: readonly Piece[],
  make: (piece: Piece) => ReturnType<App['scaffold']>,
  out: Writer
): Promise<void> {
  const next = new Set<string>([BOTH_RUN])
  const faults: AppError[] = []
  for (const piece of pieces) {
    const made = await make(piece).catch(appError)
    if (!(made instanceof AppError)) {
      out.write(`Wrote ${visible(made.path ?? piece.kind)}\n`)
      for (const line of made.next.filter(isForPeople)) next.add(line)
    } else if (made.code === 'file-exists') out.write(`Kept  ${visible(made.message)}\n`)
    else faults.push(made)
  }
  for (const line of [...next, 'datahub-glue validate recipes']) out.write(`  ${visible(line)}\n`)
  if (faults.length > 0) throw notMade(faults)
}

function appError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  throw thrown
}

/** What else a piece would be made by: here all of them are. */
const isForPeople = (line: string): boolean => !line.startsWith('datahub-glue ')

/** The same cause may keep several files from being made. */
function notMade(faults: readonly AppError[]): AppError {
  const lines = new Set(faults.map(({ message, cure }) => (cure === undefined ? message : `${message}: ${cure}`)))
  return new AppError('Not everything could be made; what is there stays, and the same command makes the rest', {
    kind: 'input',
    code: 'scaffold',
    cure: [...lines].join('\n')
  })
}
